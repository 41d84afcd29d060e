//! Where one is signed in.

use domain::{
    accounts::{Browser, System},
    forms::FormName,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::SettingsTabs;
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    parts::{
        form::{Form, Submit},
        layout::Page,
        page_title::PageTitle,
        section::Section,
    },
    refusal::Refusal,
    viewer::use_words,
};

/// The devices one is signed in on, this one first.
#[derive(Clone, Serialize, Deserialize)]
pub struct SessionsPage {
    pub devices: Vec<Device>,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Device {
    pub id: String,
    pub browser: Browser,
    /// In words.
    pub begun: String,
    pub seen: String,
    pub is_this: bool,
}

#[cfg(feature = "ssr")]
pub async fn read_sessions(asked: &Asked, _: &Address) -> Result<SessionsPage, Refusal> {
    asked.me(domain::permissions::Act::SeeSettings)?;
    let rows = answer(backend::accounts::list_sessions(&asked.backend, &asked.call).await)?;
    let mut devices: Vec<Device> = rows
        .into_iter()
        .map(|row| Device {
            id: row.id.to_string(),
            browser: row.browser,
            begun: asked.when(row.begun_at),
            seen: asked.when(row.seen_at),
            is_this: row.is_this,
        })
        .collect();
    devices.sort_by_key(|device| !device.is_this);
    Ok(SessionsPage { devices })
}

pub fn draw(page: Result<SessionsPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: SessionsPage) -> AnyView {
    let words = use_words().accounts();
    let several = page.devices.len() > 1;
    view! {
        <PageTitle text=words.tab_sessions.to_owned()/>
        <p class="lead">{words.sessions_lead}</p>
        <SettingsTabs/>
        <Section title=words.signed_in_on aside=(words.devices)(page.devices.len())>
            <ul class="rows">{page.devices.into_iter().map(|device| view! { <DeviceRow device/> }).collect_view()}</ul>
        </Section>
        <Section title=words.all_others>
            {if several {
                view! {
                    <Form name=FormName::RevokeOtherSessions>
                        <p class="btn-row"><Submit label=words.revoke_others class="btn"/></p>
                    </Form>
                }
                .into_any()
            } else {
                view! { <p class="dim">{words.no_other_sessions}</p> }.into_any()
            }}
        </Section>
    }
    .into_any()
}

#[component]
fn DeviceRow(device: Device) -> impl IntoView {
    let words = use_words().accounts();
    let name = named(&device.browser, words.on_system, words.unknown_device);
    let which = name.clone();
    view! {
        <li class="device">
            <div>
                <p class="title">{name}</p>
                <p class="meta">{(words.last_seen)(&device.seen)} ", " {(words.signed_in_at)(&device.begun)}</p>
            </div>
            {if device.is_this {
                view! { <p><span class="firm">{words.this_device}</span></p> }.into_any()
            } else {
                view! {
                    <Form name=FormName::RevokeSession hidden=vec![("session", device.id)] class="inline">
                        <button class="btn">{words.revoke} <span class="vh">" " {which}</span></button>
                    </Form>
                }
                .into_any()
            }}
        </li>
    }
}

/// "Firefox på Windows", as far as it is known.
fn named(browser: &Browser, on: &str, unknown: &str) -> String {
    let system = match browser.system {
        System::Android => "Android",
        System::ChromeOs => "ChromeOS",
        System::Ios => "iOS",
        System::Linux => "Linux",
        System::MacOs => "macOS",
        System::Windows => "Windows",
        System::Unknown => "",
    };
    match (&browser.name, system) {
        (None, "") => unknown.to_owned(),
        (None, system) => system.to_owned(),
        (Some(name), "") => name.clone(),
        (Some(name), system) => format!("{name} {on} {system}"),
    }
}
