//! The frame round every page, and the page that one is on.

use leptos::{either::Either, prelude::*};
use words::Words;

use crate::{
    here::{Here, Visit},
    parts::{
        announcer::{Announcer, provide_voice},
        form::Landed,
        outdated::{Outdated, provide_new_version},
    },
    viewer::{Landing, Viewer, use_words},
};

/// The program as it stands on a page.
pub fn draw(landing: Landing, visit: Visit) -> impl IntoView {
    provide_context(Words::in_language(landing.viewer.language));
    provide_context(StoredValue::<Viewer>::new(landing.viewer.clone()));
    let landed = Landed::new(landing);
    let here = Here::at(visit);
    provide_context(landed);
    provide_context(here);
    provide_voice();
    provide_new_version();
    #[cfg(feature = "hydrate")]
    provide_context(crate::going::Going::from(here, landed));
    view! {
        <a class="skip" href="#main" rel="external">{use_words().shell().skip_to_content}</a>
        <Announcer/>
        <Outdated/>
        {move || {
            let visit = here.visit();
            let view = untrack(|| (visit.drawing)());
            // Another page is never drawn into what stands there of the one before.
            if visit.number.is_multiple_of(2) { Either::Left(view) } else { Either::Right(view) }
        }}
    }
}
