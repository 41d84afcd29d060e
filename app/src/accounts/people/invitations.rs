//! Inviting, and the invitations that nobody has answered yet.

use domain::{accounts::Office, forms::FormName};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::offices;
use crate::{
    parts::form::{Field, Form, Input, Select, Submit},
    viewer::use_words,
};

/// An invitation that waits for an answer.
#[derive(Clone, Serialize, Deserialize)]
pub struct InvitationLine {
    pub id: String,
    pub email: String,
    pub office: Office,
    /// In words.
    pub until: String,
    pub is_open: bool,
}

/// A link just made: shown for ten minutes to the one who made it.
#[derive(Clone, Serialize, Deserialize)]
pub struct NewLink {
    pub email: String,
    pub link: String,
}

#[cfg(feature = "ssr")]
pub fn line(row: &backend::accounts::InvitationRow, asked: &crate::asked::Asked) -> InvitationLine {
    use domain::accounts::InvitationState;
    let (until, is_open) = match row.state {
        InvitationState::Open { until } => (until, true),
        InvitationState::Expired { since } => (since, false),
        InvitationState::Accepted { at } | InvitationState::Withdrawn { at } => (at, false),
    };
    InvitationLine {
        id: row.id.to_string(),
        email: row.email.as_str().to_owned(),
        office: row.office,
        until: asked.day(until),
        is_open,
    }
}

#[component]
pub fn Invite() -> impl IntoView {
    let words = use_words().people();
    view! {
        <Form name=FormName::InvitePerson class="invite">
            <Field name="email" label=words.email input=Input::OthersEmail/>
            <Select name="office" label=words.office choices=offices(false) value=Office::Member.name().to_owned()/>
            <Submit label=words.invite_button/>
        </Form>
    }
}

#[component]
pub fn NewLink(link: NewLink) -> impl IntoView {
    let words = use_words().people();
    let address = link.link.clone();
    view! {
        <div class="banner" role="status">
            <p>{(words.link_made)(&link.email)}</p>
            <p class="mono link-to-copy"><a href=address rel="external">{link.link}</a></p>
            <p class="dim small">{words.link_explained}</p>
        </div>
    }
}

#[component]
pub fn Invitations(lines: Vec<InvitationLine>) -> impl IntoView {
    let words = use_words().people();
    if lines.is_empty() {
        return view! { <p class="dim">{words.nobody_invited}</p> }.into_any();
    }
    view! {
        <table class="table fold people-table" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{words.email}</th>
                    <th role="columnheader" scope="col">{words.office}</th>
                    <th role="columnheader" scope="col">{words.valid_until}</th>
                    <th role="columnheader" scope="col"><span class="vh">{words.actions}</span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">{lines.into_iter().map(|line| view! { <Line line/> }).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Line(line: InvitationLine) -> impl IntoView {
    let words = use_words();
    let until = if line.is_open { (words.people().valid)(&line.until) } else { (words.people().expired)(&line.until) };
    let hidden = vec![("invitation", line.id)];
    let (whose, whose_too) = (line.email.clone(), line.email.clone());
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{line.email}</th>
            <td role="cell">{(words.accounts().office)(line.office)}</td>
            <td role="cell"><span class=if line.is_open { "loose" } else { "own" }>{until}</span></td>
            <td role="cell">
                <div class="btn-row">
                    <Form name=FormName::RenewInvitation hidden=hidden.clone() class="inline">
                        <button class="btn">{words.people().send_again} <span class="vh">" " {whose}</span></button>
                    </Form>
                    <Form name=FormName::WithdrawInvitation hidden=hidden class="inline">
                        <button class="btn btn-text btn-grave">{words.people().withdraw} <span class="vh">" " {whose_too}</span></button>
                    </Form>
                </div>
            </td>
        </tr>
    }
}
