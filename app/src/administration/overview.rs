//! How the server fares: all is well, or the first fault with its remedy.

use domain::administration::{Fault, Health};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::AdministrationTabs;
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    parts::{layout::Page, page_title::PageTitle, section::Section},
    refusal::Refusal,
    viewer::use_words,
};

/// What the overview shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct OverviewPage {
    pub health: Health,
    pub database: String,
    pub version: String,
    pub zone: String,
}

#[cfg(feature = "ssr")]
pub async fn read_overview(asked: &Asked, _: &Address) -> Result<OverviewPage, Refusal> {
    let health = answer(backend::administration::health(&asked.backend, &asked.call).await)?;
    Ok(OverviewPage {
        health,
        database: asked.backend.store.name().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        zone: asked.backend.zone.name().to_owned(),
    })
}

pub fn draw(page: Result<OverviewPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: OverviewPage) -> AnyView {
    let words = use_words().administration();
    let health = page.health;
    let fault = health.first_fault();
    view! {
        <p class="kicker">{words.title}</p>
        {match fault {
            None => view! { <PageTitle text=words.all_well.to_owned()/> <p class="lead">{words.all_well_text}</p> }.into_any(),
            Some(fault) => view! {
                <PageTitle text=(words.fault)(fault)/>
                <p class="lead">{(words.remedy)(fault)}</p>
                {place(fault).map(|place| view! { <p class="btn-row"><a class="btn btn-main" href=place>{words.go_there}</a></p> })}
            }
            .into_any(),
        }}
        <AdministrationTabs/>
        <Section title=words.server>
            <dl class="well">
                <div><dt>{words.database}</dt><dd>{page.database}<small>{if health.is_durable { words.durable } else { words.not_durable }}</small></dd></div>
                <div><dt>{words.mail}</dt><dd>{mail(&health)}</dd></div>
                <div><dt>{words.jobs}</dt><dd>{(words.jobs_waiting)(health.jobs_waiting)}</dd></div>
                <div><dt>{words.record}</dt><dd>{record(&health)}</dd></div>
                <div><dt>{words.version}</dt><dd>{page.version}</dd></div>
                <div><dt>{words.time_zone}</dt><dd>{page.zone}</dd></div>
            </dl>
        </Section>
    }
    .into_any()
}

/// The page on which something can be done about it.
fn place(fault: Fault) -> Option<&'static str> {
    match fault {
        Fault::RecordBroken { .. } => Some("/administration/record"),
        Fault::NotDurable => None,
        Fault::JobsFailed { .. } => Some("/administration/jobs"),
        Fault::MailsFailed { .. } => Some("/administration/outbox"),
    }
}

fn mail(health: &Health) -> String {
    let words = use_words().administration();
    if health.has_mail_server { words.mail_sends.to_owned() } else { (words.mail_keeps)(health.mails_kept) }
}

fn record(health: &Health) -> String {
    let words = use_words().administration();
    match health.record_broken_at {
        Some(at) => (words.record_broken)(at),
        None => (words.record_whole)(health.record_entries),
    }
}
