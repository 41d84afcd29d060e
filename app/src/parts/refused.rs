//! A page that may not be read: why, and where to go from there.

use domain::problem::Problem;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    page::{door_for, set_status},
    parts::broken::Broken,
    refusal::Refusal,
    viewer::use_words,
};

#[component]
pub fn RefusedPage(refusal: Refusal) -> impl IntoView {
    let words = use_words();
    if refusal == Refusal::Problem(Problem::NotSignedIn) {
        go_to_the_door();
    } else if let Refusal::Problem(problem) = &refusal {
        set_status(problem);
    }
    let title = match &refusal {
        Refusal::Problem(problem) => words.problems().heading(problem),
        Refusal::NoContact => words.shell().lost_title,
    };
    view! {
        <div role="alert">
            <Broken title=title.to_owned() text=refusal.text(words)>
                <a class="btn btn-main" href="/">{words.shell().to_start}</a>
            </Broken>
        </div>
    }
}

fn go_to_the_door() {
    let location = use_location();
    let to = door_for(&format!("{}{}", location.pathname.get_untracked(), query(&location.search.get_untracked())));
    #[cfg(feature = "ssr")]
    crate::asked::send_to(&to);
    #[cfg(not(feature = "ssr"))]
    if let Some(window) = web_sys::window() {
        let _ = window.location().assign(&to);
    }
}

fn query(search: &str) -> String {
    if search.is_empty() { String::new() } else { format!("?{}", search.trim_start_matches('?')) }
}
