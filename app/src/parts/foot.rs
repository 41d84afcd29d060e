//! The foot of every page: the other language, and the way out.

use domain::{forms::FormName, language::Language};
use leptos::prelude::*;

use crate::{
    parts::form::Form,
    viewer::{use_viewer, use_words},
};

/// The switch to the other language. It stays on the page one is on.
#[component]
pub fn OtherLanguage() -> impl IntoView {
    let words = use_words();
    let other = match words.language() {
        Language::Swedish => Language::English,
        Language::English => Language::Swedish,
    };
    view! {
        <Form name=FormName::ChangeLanguage class="lang" hidden=vec![("language", other.tag().to_owned())]>
            <button class="btn btn-text" lang=other.tag()>{words.shell().other_language}</button>
        </Form>
    }
}

#[component]
pub fn Foot() -> impl IntoView {
    let words = use_words().shell();
    let signed_in = use_viewer().me.is_some();
    view! {
        <footer class="foot">
            <OtherLanguage/>
            {signed_in.then(|| view! {
                <Form name=FormName::SignOut class="sign-out">
                    <button class="btn btn-text">{words.sign_out}</button>
                </Form>
            })}
        </footer>
    }
}
