//! How one signs in: password, two steps, recovery codes.

use domain::{accounts::Office, forms::FormName};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{SettingsTabs, two_steps::TwoSteps};
use crate::{
    accounts::links::NewPasswordFields,
    page::shown,
    parts::{
        form::{Field, Form, Input, Submit},
        layout::Page,
        page_title::PageTitle,
        section::Section,
    },
    refusal::Refusal,
    viewer::use_words,
};
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};

/// What the page about signing in shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct SecurityPage {
    pub office: Office,
    pub has_password: bool,
    pub password_needed: bool,
    pub two_steps: TwoStepsPage,
}

/// Where one stands with the second step.
#[derive(Clone, Serialize, Deserialize)]
pub struct TwoStepsPage {
    pub is_on: bool,
    pub recovery_left: u32,
    /// The app's key, while it has been shown and not been confirmed.
    pub pending: Option<PendingKey>,
    /// Shown for ten minutes after they were made.
    pub recovery_codes: Vec<String>,
    /// Whether one signed in so recently that security may be changed.
    pub is_confirmed: bool,
}

/// A key that an app can read.
#[derive(Clone, Serialize, Deserialize)]
pub struct PendingKey {
    /// In groups of four.
    pub groups: Vec<String>,
    /// The dark modules of a QR code, as the path of an svg.
    pub picture: String,
    /// How many modules wide the picture is.
    pub size: u32,
}

#[cfg(feature = "ssr")]
pub async fn read_security(asked: &Asked, _: &Address) -> Result<SecurityPage, Refusal> {
    use backend::accounts::{self, ShownOnce};
    use domain::{accounts::SecondFactor, permissions::Act};

    let office = asked.me(Act::SeeSettings)?.office;
    let (backend, call) = (&asked.backend, &asked.call);
    let security = answer(accounts::security(backend, call).await)?;
    let pending = answer(accounts::pending_totp(backend, call).await)?;
    let recovery_codes = match answer(accounts::shown_once(backend, call).await)? {
        Some(ShownOnce::RecoveryCodes(codes)) => codes,
        _ => Vec::new(),
    };
    Ok(SecurityPage {
        office,
        has_password: security.has_password,
        password_needed: security.password_needed,
        two_steps: TwoStepsPage {
            is_on: security.second_factor == SecondFactor::On,
            recovery_left: u32::try_from(security.recovery_codes_left).unwrap_or(u32::MAX),
            pending: pending.map(|key| super::two_steps::drawn(&key)),
            recovery_codes,
            is_confirmed: security.is_confirmed,
        },
    })
}

pub fn draw(page: Result<SecurityPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: SecurityPage) -> AnyView {
    let words = use_words().accounts();
    let has_password = page.has_password;
    let state = if has_password { words.has_password } else { words.has_no_password };
    view! {
        <PageTitle text=words.tab_security.to_owned()/>
        <p class="lead">{words.security_lead}</p>
        <SettingsTabs/>
        <Section title=words.password aside=if page.password_needed { (words.password_needed)(page.office) } else { String::new() }>
            <p class="state"><span class=if has_password { "firm" } else { "own" }>{state}</span></p>
            <Form name=FormName::ChangePassword>
                {has_password.then(|| view! { <Field name="current" label=words.current_password input=Input::CurrentPassword/> })}
                <NewPasswordFields/>
                <p class="btn-row">
                    <Submit label=if has_password { words.change_password } else { words.add_password } class="btn"/>
                </p>
            </Form>
        </Section>
        {(has_password && !page.password_needed).then(|| view! {
            <Section title=words.remove_password>
                <Form name=FormName::RemovePassword>
                    <Field name="current" label=words.current_password input=Input::CurrentPassword/>
                    <p class="btn-row"><Submit label=words.remove_password class="btn btn-grave"/></p>
                </Form>
            </Section>
        })}
        {has_password.then(|| view! { <TwoSteps page=page.two_steps/> })}
    }
    .into_any()
}
