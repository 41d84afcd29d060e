//! A page that may not be read: why, and where to go from there.

use leptos::prelude::*;

use crate::{parts::broken::Broken, refusal::Refusal, viewer::use_words};

#[expect(non_snake_case, reason = "stands among components, and is called where a page could not be read")]
pub fn RefusedPage(refusal: Refusal) -> AnyView {
    let words = use_words();
    #[cfg(feature = "hydrate")]
    if refusal == Refusal::Problem(domain::problem::Problem::NotSignedIn) {
        let door = crate::address::door_for(&crate::here::use_address().whole());
        let _ = window().location().assign(&door);
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
    .into_any()
}
