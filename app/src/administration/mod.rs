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
pub use self::{
    jobs::{Jobs, JobsPage, ReadJobs, read_jobs},
    outbox::{Letter, MailPage, Outbox, OutboxPage, ReadMail, ReadOutbox, read_mail, read_outbox},
    overview::{Overview, OverviewPage, ReadOverview, read_overview},
    record::{ReadRecord, Record, RecordPage, read_record},
};
use crate::{parts::tabs::Tabs, viewer::use_words};

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
