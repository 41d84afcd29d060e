//! The pages that links lead to: the first administrator, an invitation, a new password.

#[cfg(feature = "ssr")]
mod follow;

use domain::{accounts::Office, forms::FormName};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub use self::follow::{accept_invitation, request_password_link, set_password_by_link, set_up};
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    parts::{
        form::{Field, Form, Input, Submit},
        layout::Door,
        page_title::PageTitle,
    },
    refusal::Refusal,
    viewer::use_words,
};

pub fn forgotten(_: Result<(), Refusal>) -> AnyView {
    let words = use_words().accounts();
    view! {
        <Door>
            <PageTitle text=words.forgotten_title.to_owned()/>
            <p class="lead">{words.forgotten_text}</p>
            <Form name=FormName::RequestPasswordLink>
                <Field name="email" label=words.email input=Input::Email/>
                <p class="btn-row"><Submit label=words.send_link/></p>
            </Form>
            <p class="aside"><a href="/sign-in">{words.sign_in}</a></p>
        </Door>
    }
    .into_any()
}

#[cfg(feature = "ssr")]
pub async fn read_password_link(asked: &Asked, address: &Address) -> Result<(), Refusal> {
    answer(backend::accounts::read_password_link(&asked.backend, &asked.call, address.part("token")).await)
}

pub fn new_password(page: Result<(), Refusal>) -> AnyView {
    view! { <Door>{shown(page, show_new_password)}</Door> }.into_any()
}

fn show_new_password((): ()) -> AnyView {
    let words = use_words().accounts();
    view! {
        <PageTitle text=words.new_password_title.to_owned()/>
        <Form name=FormName::SetPasswordByLink>
            <NewPasswordFields/>
            <p class="btn-row"><Submit label=words.save_password/></p>
        </Form>
    }
    .into_any()
}

#[cfg(feature = "ssr")]
pub async fn read_set_up_link(asked: &Asked, address: &Address) -> Result<(), Refusal> {
    answer(backend::accounts::read_set_up_link(&asked.backend, &asked.call, address.part("token")).await)
}

pub fn set_up_page(page: Result<(), Refusal>) -> AnyView {
    view! { <Door>{shown(page, show_set_up)}</Door> }.into_any()
}

fn show_set_up((): ()) -> AnyView {
    let words = use_words().accounts();
    view! {
        <PageTitle text=words.set_up_title.to_owned()/>
        <p class="lead">{words.set_up_text}</p>
        <Form name=FormName::SetUp>
            <Field name="name" label=words.name input=Input::Name hint=words.name_hint/>
            <Field name="email" label=words.email input=Input::Email/>
            <NewPasswordFields/>
            <p class="btn-row"><Submit label=words.set_up/></p>
        </Form>
    }
    .into_any()
}

/// What one who was invited sees.
#[derive(Clone, Serialize, Deserialize)]
pub struct InvitationPage {
    pub email: String,
    pub office: Office,
    pub password_needed: bool,
    pub inviter: String,
    /// Until when it is valid, in words.
    pub until: String,
}

#[cfg(feature = "ssr")]
pub async fn read_invitation(asked: &Asked, address: &Address) -> Result<InvitationPage, Refusal> {
    let invited = answer(backend::accounts::read_invitation(&asked.backend, &asked.call, address.part("token")).await)?;
    Ok(InvitationPage {
        email: invited.email.as_str().to_owned(),
        office: invited.office,
        password_needed: invited.password_needed,
        inviter: invited.inviter,
        until: asked.day(invited.until),
    })
}

pub fn invitation(page: Result<InvitationPage, Refusal>) -> AnyView {
    view! { <Door>{shown(page, show_invitation)}</Door> }.into_any()
}

fn show_invitation(page: InvitationPage) -> AnyView {
    let words = use_words().accounts();
    view! {
        <PageTitle text=words.invitation_title.to_owned()/>
        <p class="lead">{(words.invited_by)(&page.inviter, page.office)}</p>
        <p class="lead">{(words.invited_address)(&page.email)}</p>
        <Form name=FormName::AcceptInvitation>
            <Field name="name" label=words.name input=Input::Name hint=words.name_hint/>
            {page.password_needed.then(|| view! { <NewPasswordFields/> })}
            <p class="btn-row"><Submit label=words.accept/></p>
        </Form>
        <p class="aside dim">{(words.valid_until)(&page.until)}</p>
    }
    .into_any()
}

/// A new password, twice.
#[component]
pub fn NewPasswordFields() -> impl IntoView {
    let words = use_words().accounts();
    view! {
        <Field name="password" label=words.new_password input=Input::NewPassword hint=words.new_password_hint/>
        <Field name="again" label=words.again input=Input::NewPassword/>
    }
}
