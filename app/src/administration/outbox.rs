//! The mails the server has written: on their way, sent, or kept here to be read.

use domain::mail::MailState;
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

/// What the outbox shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct OutboxPage {
    pub mails: Vec<MailLine>,
    pub is_first: bool,
    pub next: Option<String>,
    pub has_mail_server: bool,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct MailLine {
    pub id: String,
    pub subject: String,
    /// Nothing when the address has been removed.
    pub to: Option<String>,
    pub state: MailState,
    /// In words.
    pub when: String,
}

/// One mail, whole.
#[derive(Clone, Serialize, Deserialize)]
pub struct MailPage {
    pub line: MailLine,
    pub body: Option<String>,
}

#[cfg(feature = "ssr")]
pub async fn read_outbox(asked: &Asked, address: &Address) -> Result<OutboxPage, Refusal> {
    let before = address.asks("before");
    let page = answer(
        backend::mail::list(&asked.backend, &asked.call.caller, before.as_ref().and_then(|before| before.parse().ok()))
            .await,
    )?;
    Ok(OutboxPage {
        mails: page.rows.iter().map(|mail| line(mail, asked)).collect(),
        is_first: before.is_none(),
        next: page.next.map(|next| next.to_string()),
        has_mail_server: asked.backend.post.is_some(),
    })
}

#[cfg(feature = "ssr")]
pub async fn read_mail(asked: &Asked, address: &Address) -> Result<MailPage, Refusal> {
    use domain::problem::{Problem, What};

    let id = answer(address.part("id").parse().map_err(|_| Problem::not_found(What::Mail).into()))?;
    let mail = answer(backend::mail::read(&asked.backend, &asked.call.caller, id).await)?;
    Ok(MailPage { line: line(&mail, asked), body: mail.body })
}

#[cfg(feature = "ssr")]
fn line(mail: &backend::mail::Mail, asked: &crate::asked::Asked) -> MailLine {
    MailLine {
        id: mail.id.to_string(),
        subject: mail.subject.clone(),
        to: mail.address.clone(),
        state: mail.state,
        when: asked.when(mail.created_at),
    }
}

pub fn draw(page: Result<OutboxPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: OutboxPage) -> AnyView {
    let words = use_words().administration();
    view! {
        <p class="kicker">{words.title}</p>
        <PageTitle text=words.outbox_title.to_owned()/>
        <p class="lead">{if page.has_mail_server { words.outbox_sends } else { words.outbox_keeps }}</p>
        <AdministrationTabs/>
        <Section title=words.mail>
            {if page.mails.is_empty() {
                view! { <Empty text=words.outbox_empty/> }.into_any()
            } else {
                view! {
                    <table class="table fold" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th role="columnheader" scope="col">{words.subject}</th>
                                <th role="columnheader" scope="col">{words.to}</th>
                                <th role="columnheader" scope="col">{words.state}</th>
                                <th role="columnheader" scope="col" class="num">{words.when}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{page.mails.into_iter().map(|mail| view! { <Line mail/> }).collect_view()}</tbody>
                    </table>
                }
                .into_any()
            }}
            <Pages path="/administration/outbox" is_first=page.is_first next=page.next/>
        </Section>
    }
    .into_any()
}

#[component]
fn Line(mail: MailLine) -> impl IntoView {
    let words = use_words().administration();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row"><a href=format!("/administration/outbox/{}", mail.id)>{mail.subject}</a></th>
            <td role="cell">{mail.to.unwrap_or_else(|| words.forgotten.to_owned())}</td>
            <td role="cell"><State state=mail.state/></td>
            <td role="cell" class="num">{mail.when}</td>
        </tr>
    }
}

#[component]
fn State(state: MailState) -> impl IntoView {
    let firmness = match state {
        MailState::Sent => "firm",
        MailState::Queued => "loose",
        MailState::Kept | MailState::Failed => "own",
    };
    view! { <span class=firmness>{(use_words().administration().mail_state)(state)}</span> }
}

pub fn draw_letter(page: Result<MailPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show_letter)}</Page> }.into_any()
}

fn show_letter(page: MailPage) -> AnyView {
    let words = use_words().administration();
    let mail = page.line;
    view! {
        <p class="kicker"><a href="/administration/outbox">{words.outbox_title}</a></p>
        <PageTitle text=mail.subject/>
        <Section title=words.about_mail>
            <dl class="facts">
                <div><dt>{words.to}</dt><dd>{mail.to.unwrap_or_else(|| words.forgotten.to_owned())}</dd></div>
                <div><dt>{words.when}</dt><dd>{mail.when}</dd></div>
                <div><dt>{words.state}</dt><dd><State state=mail.state/></dd></div>
            </dl>
        </Section>
        <Section title=words.the_mail>
            <div class="letter" id="letter">{with_links(page.body.unwrap_or_else(|| words.mail_text_gone.to_owned()))}</div>
        </Section>
    }
    .into_any()
}

/// The text, with lines that are addresses made into links.
fn with_links(body: String) -> impl IntoView {
    body.split_inclusive('\n')
        .map(|line| {
            let address = line.trim_end().to_owned();
            if address.starts_with("http://") || address.starts_with("https://") {
                let shown = address.clone();
                view! { <a href=address rel="external">{shown}</a> "\n" }.into_any()
            } else {
                line.to_owned().into_any()
            }
        })
        .collect_view()
}
