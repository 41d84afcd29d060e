//! The second step of signing in: turning it on with an app, turning it off, recovery codes.

use domain::forms::FormName;
use leptos::prelude::*;

use super::security::{PendingKey, TwoStepsPage};
use crate::{
    parts::{
        form::{Field, Form, Input, Submit},
        section::Section,
    },
    viewer::use_words,
};

#[component]
pub fn TwoSteps(page: TwoStepsPage) -> impl IntoView {
    let words = use_words().accounts();
    let codes = page.recovery_codes;
    view! {
        <Section title=words.two_steps aside=words.two_steps_text>
            {match (page.is_on, page.pending) {
                (true, _) => view! { <TurnOff/> }.into_any(),
                (false, Some(key)) => view! { <Confirm key=key/> }.into_any(),
                (false, None) => view! {
                    <Form name=FormName::BeginTotp>
                        <p class="btn-row"><Submit label=words.begin_two_steps class="btn"/></p>
                    </Form>
                }
                .into_any(),
            }}
        </Section>
        {page.is_on.then(|| view! {
            <Section title=words.recovery_codes aside=(words.recovery_left)(page.recovery_left)>
                {if codes.is_empty() {
                    view! { <RenewCodes/> }.into_any()
                } else {
                    view! {
                        <p>{words.recovery_shown_once} " " {words.recovery_text}</p>
                        <ul class="codes">{codes.into_iter().map(|code| view! { <li>{code}</li> }).collect_view()}</ul>
                    }
                    .into_any()
                }}
            </Section>
        })}
    }
}

#[component]
fn Confirm(key: PendingKey) -> impl IntoView {
    let words = use_words().accounts();
    let size = key.size;
    view! {
        <ol class="enrol">
            <li>
                <p>{words.scan}</p>
                <div class="scan">
                    <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=words.scan shape-rendering="crispEdges">
                        <path d=key.picture></path>
                    </svg>
                    <div class="flow">
                        <p class="dim">{words.scan_by_hand}</p>
                        <p class="groups">{key.groups.into_iter().map(|group| view! { <span>{group}</span> " " }).collect_view()}</p>
                    </div>
                </div>
            </li>
            <li>
                <Form name=FormName::ConfirmTotp>
                    <Field name="code" label=words.confirm_code input=Input::Code hint=words.code_hint/>
                    <p class="btn-row"><Submit label=words.turn_on/></p>
                </Form>
            </li>
        </ol>
    }
}

#[component]
fn TurnOff() -> impl IntoView {
    let words = use_words().accounts();
    view! {
        <p class="state"><span class="firm">{words.two_steps_on}</span></p>
        <Form name=FormName::RemoveTotp>
            <Field name="code" label=words.second_code input=Input::Code hint=words.second_hint/>
            <p class="btn-row"><Submit label=words.turn_off class="btn btn-grave"/></p>
        </Form>
    }
}

#[component]
fn RenewCodes() -> impl IntoView {
    let words = use_words().accounts();
    view! {
        <p>{words.recovery_text}</p>
        <Form name=FormName::RenewRecoveryCodes>
            <Field name="code" label=words.second_code input=Input::Code hint=words.code_hint/>
            <p class="btn-row"><Submit label=words.renew_recovery class="btn"/></p>
        </Form>
    }
}

/// The key as groups to type and as a square to scan.
#[cfg(feature = "ssr")]
pub fn drawn(key: &backend::accounts::PendingTotp) -> PendingKey {
    let code = qrcode::QrCode::new(key.address.as_bytes()).ok();
    let size = code.as_ref().map_or(0, qrcode::QrCode::width);
    let modules = code.map(|code| code.to_colors()).unwrap_or_default();
    let dark = modules.iter().enumerate().filter(|(_, module)| **module == qrcode::Color::Dark);
    PendingKey {
        groups: key.key.split(' ').map(str::to_owned).collect(),
        picture: dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % size + QUIET, at / size + QUIET)).collect(),
        size: u32::try_from(size + 2 * QUIET).unwrap_or(0),
    }
}

/// The empty margin that readers need, in modules.
#[cfg(feature = "ssr")]
const QUIET: usize = 4;
