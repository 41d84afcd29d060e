//! The pages for whoever looks after the server.

#[cfg(feature = "ssr")]
mod change;
mod jobs;
#[cfg(feature = "ssr")]
mod named;
mod outbox;
mod overview;
mod record;

use leptos::prelude::*;

#[cfg(feature = "ssr")]
pub use self::change::{cancel_job, retry_job};
use crate::{pages, parts::tabs::Tabs, viewer::use_words};

pages! { administration:
    "/administration" => overview::read_overview, overview::draw;
    "/administration/outbox" => outbox::read_outbox, outbox::draw;
    "/administration/outbox/{id}" => outbox::read_mail, outbox::draw_letter;
    "/administration/jobs" => jobs::read_jobs, jobs::draw;
    "/administration/record" => record::read_record, record::draw;
}

#[component]
fn AdministrationTabs() -> impl IntoView {
    let words = use_words().administration();
    let pages = vec![
        ("/administration", words.tab_overview),
        ("/administration/outbox", words.tab_outbox),
        ("/administration/jobs", words.tab_jobs),
        ("/administration/record", words.tab_record),
    ];
    view! { <Tabs label=words.title pages/> }
}

/// The way to what is older, and back to the newest.
#[component]
fn Pages(path: &'static str, is_first: bool, next: Option<String>) -> impl IntoView {
    let words = use_words().administration();
    view! {
        <nav class="pages" aria-label=words.older>
            {if is_first { view! { <span></span> }.into_any() } else { view! { <a href=path>{words.newest}</a> }.into_any() }}
            {next.map(|next| view! { <a href=format!("{path}?before={next}")>{words.older}</a> })}
        </nav>
    }
}
