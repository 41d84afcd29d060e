//! What is still missing in one's account.

use domain::accounts::Office;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{parts::section::Section, viewer::use_words};

#[derive(Clone, Serialize, Deserialize)]
pub struct Settled {
    pub office: Office,
    pub has_picture: bool,
    pub has_password: bool,
    pub has_two_steps: bool,
}

#[component]
pub fn SettleIn(settled: Settled) -> impl IntoView {
    let words = use_words().start();
    let invites = settled.office != Office::Member;
    view! {
        <Section title=words.settle_in>
            <ul class="rows">
                {(!settled.has_picture).then(|| view! {
                    <Todo when=(words.minutes)(2) to="/settings" title=words.add_picture text=words.add_picture_text/>
                })}
                {(settled.has_password && !settled.has_two_steps).then(|| view! {
                    <Todo when=(words.minutes)(5) to="/settings/security" title=words.two_steps text=words.two_steps_text/>
                })}
                {invites.then(|| view! {
                    <Todo when=words.any_time.to_owned() to="/people" title=words.invite text=words.invite_text/>
                })}
                <Todo when=words.any_time.to_owned() to="/settings" title=words.settings text=words.settings_text/>
            </ul>
        </Section>
    }
}

/// Something to do: how long it takes, what, as whom.
#[component]
fn Todo(when: String, to: &'static str, title: &'static str, text: &'static str) -> impl IntoView {
    let words = use_words().start();
    view! {
        <li class="todo">
            <p class="when">{when}</p>
            <div>
                <p class="title"><a href=to>{title}</a></p>
                <p class="meta">{text}</p>
            </div>
            <p class="as"><span class="own">{words.personally}</span></p>
        </li>
    }
}
