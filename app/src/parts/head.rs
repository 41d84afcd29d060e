//! The running head: the mark, where one is, the main menu, oneself.

use domain::accounts::Office;
use leptos::prelude::*;

use crate::{
    parts::{link::Link, mark::Mark, person::Portrait},
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
            <Link to="/" class="brand"><Mark/><span>{words.product}</span></Link>
            {signed_in.then(|| view! {
                <nav aria-label=words.main_menu>
                    <Link to="/" exact=true>{words.waiting}</Link>
                    <Link to="/processes">{words.processes}</Link>
                    {invites.then(|| view! { <Link to="/people">{words.people}</Link> })}
                    {runs.then(|| view! { <Link to="/administration">{words.administration}</Link> })}
                </nav>
            })}
            {match me {
                Some(me) => view! {
                    <Link to="/settings" class="me person">
                        <Portrait initials=me.initials picture=me.picture here=true/>
                        <span class="name" dir="auto">{me.name}</span>
                        <span class="vh">", " {words.your_page}</span>
                    </Link>
                }
                .into_any(),
                None => view! { <Link to="/sign-in" class="me">{words.sign_in}</Link> }.into_any(),
            }}
        </header>
    }
}
