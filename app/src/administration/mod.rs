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
use leptos_router::components::A;

#[cfg(feature = "ssr")]
pub use self::change::{cancel_job, retry_job};
pub use self::{
    jobs::{Jobs, JobsPage, ReadJobs, read_jobs},
    outbox::{Letter, MailPage, Outbox, OutboxPage, ReadMail, ReadOutbox, read_mail, read_outbox},
    overview::{Overview, OverviewPage, ReadOverview, read_overview},
    record::{ReadRecord, Record, RecordPage, read_record},
};
use crate::viewer::use_words;

#[component]
fn AdministrationTabs() -> impl IntoView {
    let words = use_words().administration;
    view! {
        <nav class="tabs" aria-label=words.title>
            <A href="/administration" exact=true>{words.tab_overview}</A>
            <A href="/administration/outbox">{words.tab_outbox}</A>
            <A href="/administration/jobs">{words.tab_jobs}</A>
            <A href="/administration/record">{words.tab_record}</A>
        </nav>
    }
}

/// The way to what is older, and back to the newest.
#[component]
fn Pages(path: &'static str, is_first: bool, next: Option<String>) -> impl IntoView {
    let words = use_words().administration;
    view! {
        <nav class="pages" aria-label=words.older>
            {if is_first { view! { <span></span> }.into_any() } else { view! { <a href=path>{words.newest}</a> }.into_any() }}
            {next.map(|next| view! { <a href=format!("{path}?before={next}")>{words.older}</a> })}
        </nav>
    }
}
