//! The record of sign-ins and changed permissions, newest first.

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
    parts::{empty::Empty, layout::Page, page_title::PageTitle, section::Section},
    refusal::Refusal,
    viewer::use_words,
};

/// What the record shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct RecordPage {
    pub entries: Vec<EntryLine>,
    pub is_first: bool,
    pub next: Option<String>,
}

/// An entry, in words.
#[derive(Clone, Serialize, Deserialize)]
pub struct EntryLine {
    pub number: i64,
    pub when: String,
    pub what: String,
    pub who: String,
    pub whom: String,
}

#[cfg(feature = "ssr")]
pub async fn read_record(asked: &Asked, address: &Address) -> Result<RecordPage, Refusal> {
    let before = address.asks("before");
    let page = answer(
        backend::record::list(
            &asked.backend,
            &asked.call.caller,
            before.as_ref().and_then(|before| before.parse().ok()),
        )
        .await,
    )?;
    let names = answer(super::named::names(asked, &page.rows).await)?;
    Ok(RecordPage {
        entries: page.rows.iter().map(|entry| super::named::line(entry, &names, asked)).collect(),
        is_first: before.is_none(),
        next: page.next.map(|next| next.to_string()),
    })
}

pub fn draw(page: Result<RecordPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: RecordPage) -> AnyView {
    let words = use_words().administration();
    view! {
        <p class="kicker">{words.title}</p>
        <PageTitle text=words.record_title.to_owned()/>
        <p class="lead">{words.record_lead}</p>
        <AdministrationTabs/>
        <Section title=words.record>
            {if page.entries.is_empty() {
                view! { <Empty text=words.record_empty/> }.into_any()
            } else {
                view! { <Entries entries=page.entries/> }.into_any()
            }}
            <Pages path="/administration/record" is_first=page.is_first next=page.next/>
        </Section>
    }
    .into_any()
}

#[component]
fn Entries(entries: Vec<EntryLine>) -> impl IntoView {
    let words = use_words().administration();
    view! {
        <table class="table fold record" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{words.number}</th>
                    <th role="columnheader" scope="col">{words.when}</th>
                    <th role="columnheader" scope="col">{words.what}</th>
                    <th role="columnheader" scope="col">{words.who}</th>
                    <th role="columnheader" scope="col">{words.whom}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {entries.into_iter().map(|entry| view! {
                    <tr role="row">
                        <td role="cell" class="dim">{entry.number}</td>
                        <td role="cell" class="keep">{entry.when}</td>
                        <th role="rowheader" scope="row">{entry.what}</th>
                        <td role="cell" dir="auto">{entry.who}</td>
                        <td role="cell" dir="auto">{entry.whom}</td>
                    </tr>
                }).collect_view()}
            </tbody>
        </table>
    }
}
