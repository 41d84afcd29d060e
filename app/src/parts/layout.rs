//! The two layouts: a page with its head and foot, and a door for those who are on their way in.

use leptos::prelude::*;

use crate::{
    parts::{
        announcer::Notices,
        foot::{Foot, OtherLanguage},
        head::Head,
        mark::Mark,
        ring::Ring,
    },
    viewer::use_words,
};

/// A page: running head, matter, foot.
#[component]
pub fn Page(#[prop(optional)] class: &'static str, children: Children) -> impl IntoView {
    view! {
        <Head/>
        <main id="main" class=format!("page {class}")>
            <Notices/>
            {children()}
        </main>
        <Foot/>
    }
}

/// A door: a form at the left, and at the right the ring of those who already sit at the table.
#[component]
pub fn Door(children: Children) -> impl IntoView {
    let words = use_words();
    view! {
        <main id="main" class="door">
            <div class="door-form">
                <p class="brand"><Mark/><span>{words.shell().product}</span></p>
                <Notices/>
                {children()}
                <OtherLanguage/>
            </div>
            <figure class="door-sign">
                <Ring/>
                <figcaption>{words.accounts().door_sign}</figcaption>
            </figure>
        </main>
    }
}
