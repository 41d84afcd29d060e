//! What the server does in the background, how far it has come, and what has stopped.

use domain::{forms::FormName, jobs::JobState};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{AdministrationTabs, Pages};
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    parts::{empty::Empty, form::Form, layout::Page, page_title::PageTitle, section::Section},
    refusal::Refusal,
    viewer::use_words,
};

/// What the list of jobs shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct JobsPage {
    pub jobs: Vec<JobLine>,
    pub is_first: bool,
    pub next: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct JobLine {
    pub id: String,
    pub name: String,
    pub state: JobState,
    pub done: i64,
    pub of: Option<i64>,
    pub attempts: u32,
    pub last_error: Option<String>,
    /// When it is due or was finished, in words.
    pub when: String,
}

#[cfg(feature = "ssr")]
pub async fn read_jobs(asked: &Asked, address: &Address) -> Result<JobsPage, Refusal> {
    let before = address.asks("before");
    let page = answer(
        backend::jobs::list(&asked.backend, &asked.call.caller, before.as_ref().and_then(|before| before.parse().ok()))
            .await,
    )?;
    let line = |job: backend::jobs::Job| JobLine {
        id: job.id.to_string(),
        name: job.kind.map_or("", |kind| kind.name()).to_owned(),
        state: job.standing.state,
        done: job.done,
        of: job.of,
        attempts: job.standing.attempts,
        last_error: job.last_error,
        when: asked.when(job.standing.finished_at.unwrap_or(job.standing.due_at)),
    };
    Ok(JobsPage {
        jobs: page.rows.into_iter().map(line).collect(),
        is_first: before.is_none(),
        next: page.next.map(|next| next.to_string()),
    })
}

pub fn draw(page: Result<JobsPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: JobsPage) -> AnyView {
    let words = use_words().administration();
    view! {
        <p class="kicker">{words.title}</p>
        <PageTitle text=words.jobs_title.to_owned()/>
        <p class="lead">{words.jobs_lead}</p>
        <AdministrationTabs/>
        <Section title=words.jobs>
            {if page.jobs.is_empty() {
                view! { <Empty text=words.jobs_none/> }.into_any()
            } else {
                view! {
                    <table class="table fold" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th role="columnheader" scope="col">{words.job}</th>
                                <th role="columnheader" scope="col">{words.how_far}</th>
                                <th role="columnheader" scope="col">{words.when}</th>
                                <th role="columnheader" scope="col"><span class="vh">{words.actions}</span></th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{page.jobs.into_iter().map(|job| view! { <Line job/> }).collect_view()}</tbody>
                    </table>
                }
                .into_any()
            }}
            <Pages path="/administration/jobs" is_first=page.is_first next=page.next/>
        </Section>
    }
    .into_any()
}

#[component]
fn Line(job: JobLine) -> impl IntoView {
    let words = use_words().administration();
    let firmness = match job.state {
        JobState::Done => "firm",
        JobState::Waiting | JobState::Running => "loose",
        JobState::Failed | JobState::Cancelled => "own",
    };
    let (form, label) = match job.state {
        JobState::Waiting | JobState::Running => (Some(FormName::CancelJob), words.cancel),
        JobState::Failed | JobState::Cancelled => (Some(FormName::RetryJob), words.retry),
        JobState::Done => (None, ""),
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{(words.job_name)(&job.name)}</th>
            <td role="cell" class="full">
                <span class=firmness>{(words.job_state)(job.state)}</span>
                <span class="dim small">
                    " " {job.of.map(|of| (words.progress)(job.done, of))} " " {(words.attempts)(job.attempts)}
                    " " {job.last_error}
                </span>
            </td>
            <td role="cell">{job.when}</td>
            <td role="cell">
                {form.map(|form| view! {
                    <Form name=form hidden=vec![("job", job.id)] class="inline"><button class="btn">{label}</button></Form>
                })}
            </td>
        </tr>
    }
}
