//! One's own account: name and picture, signing in, devices.

#[cfg(feature = "ssr")]
mod change;
mod profile;
mod security;
mod sessions;
mod two_steps;

use leptos::prelude::*;
use leptos_router::components::A;

#[cfg(feature = "ssr")]
pub use self::change::*;
pub use self::{
    profile::{ProfilePage, ReadProfile, Settings, read_profile},
    security::{ReadSecurity, Security, SecurityPage, read_security},
    sessions::{ReadSessions, Sessions, SessionsPage, read_sessions},
};
use crate::viewer::use_words;

/// The three pages of one's account.
#[component]
fn SettingsTabs() -> impl IntoView {
    let words = use_words().accounts;
    view! {
        <nav class="tabs" aria-label=words.settings>
            <A href="/settings" exact=true>{words.tab_profile}</A>
            <A href="/settings/security">{words.tab_security}</A>
            <A href="/settings/sessions">{words.tab_sessions}</A>
        </nav>
    }
}
