//! One's own account: name and picture, signing in, devices.

#[cfg(feature = "ssr")]
mod change;
mod profile;
mod security;
mod sessions;
mod two_steps;

use leptos::prelude::*;

#[cfg(feature = "ssr")]
pub use self::change::*;
use crate::{pages, parts::tabs::Tabs, viewer::use_words};

pages! { accounts:
    "/settings" => profile::read_profile, profile::draw;
    "/settings/security" => security::read_security, security::draw;
    "/settings/sessions" => sessions::read_sessions, sessions::draw;
}

/// The three pages of one's account.
#[component]
fn SettingsTabs() -> impl IntoView {
    let words = use_words().accounts();
    let pages = vec![
        ("/settings", words.tab_profile),
        ("/settings/security", words.tab_security),
        ("/settings/sessions", words.tab_sessions),
    ];
    view! { <Tabs label=words.settings pages/> }
}
