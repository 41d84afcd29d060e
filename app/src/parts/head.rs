//! The running head: the mark, where one is, the main menu, oneself.

use domain::accounts::Office;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::{
    parts::{mark::Mark, person::Portrait},
    viewer::{use_viewer, use_words},
};

#[component]
pub fn Head() -> impl IntoView {
    let words = use_words().shell();
    let me = use_viewer().me;
    let office = me.as_ref().map(|me| me.office);
    let invites = matches!(office, Some(Office::Secretariat | Office::Administrator));
    let runs = matches!(office, Some(Office::Administrator));
    let signed_in = me.is_some();
    view! {
        <header class="head">
            <A href="/" attr:class="brand"><Mark/><span>{words.product}</span></A>
            {signed_in.then(|| view! {
                <nav aria-label=words.main_menu>
                    <A href="/" exact=true>{words.waiting}</A>
                    {invites.then(|| view! { <A href="/people">{words.people}</A> })}
                    {runs.then(|| view! { <A href="/administration">{words.administration}</A> })}
                </nav>
            })}
            {match me {
                Some(me) => view! {
                    <A href="/settings" attr:class="me person">
                        <Portrait initials=me.initials picture=me.picture here=true/>
                        <span class="name" dir="auto">{me.name}</span>
                        <span class="vh">", " {words.your_page}</span>
                    </A>
                }
                .into_any(),
                None => view! { <A href="/sign-in" attr:class="me">{words.sign_in}</A> }.into_any(),
            }}
        </header>
    }
}
