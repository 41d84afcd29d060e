//! The start page: what waits for whoever is signed in, nearest first.

use domain::accounts::Office;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    pages,
    parts::{layout::Page, page_title::PageTitle, section::Section},
    refusal::Refusal,
    viewer::use_words,
};

pages! { start:
    "/" => read_start, draw;
}

/// What the start page shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct StartPage {
    /// Today, in words.
    pub day: String,
    pub office: Office,
    pub has_picture: bool,
    pub has_password: bool,
    pub has_two_steps: bool,
}

#[cfg(feature = "ssr")]
pub async fn read_start(asked: &Asked, _: &Address) -> Result<StartPage, Refusal> {
    use domain::{accounts::SecondFactor, permissions::Act};

    let me = asked.me(Act::SeeStart)?;
    let security = answer(backend::accounts::security(&asked.backend, &asked.call).await)?;
    Ok(StartPage {
        day: asked.backend.zone.today(asked.backend.clock.now(), asked.call.language),
        office: me.office,
        has_picture: me.picture.is_some(),
        has_password: security.has_password,
        has_two_steps: security.second_factor == SecondFactor::On,
    })
}

pub fn draw(page: Result<StartPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: StartPage) -> AnyView {
    let words = use_words().start();
    let invites = page.office != Office::Member;
    view! {
        <div class="calm">
            <div>
                <p class="kicker">{page.day}</p>
                <PageTitle text=words.nothing_waits.to_owned()/>
                <p class="lead">{words.nothing_waits_text}</p>
            </div>
            <svg viewBox="0 0 160 160" aria-hidden="true">
                <circle cx="80" cy="62" r="54"></circle>
                <path d="M0 148h160v5H0z"></path>
            </svg>
        </div>
        <Section title=words.settle_in>
            <ul class="rows">
                {(!page.has_picture).then(|| view! {
                    <Todo when=(words.minutes)(2) to="/settings" title=words.add_picture text=words.add_picture_text/>
                })}
                {(page.has_password && !page.has_two_steps).then(|| view! {
                    <Todo when=(words.minutes)(5) to="/settings/security" title=words.two_steps text=words.two_steps_text/>
                })}
                {invites.then(|| view! {
                    <Todo when=words.any_time.to_owned() to="/people" title=words.invite text=words.invite_text/>
                })}
                <Todo when=words.any_time.to_owned() to="/settings" title=words.settings text=words.settings_text/>
            </ul>
        </Section>
    }
    .into_any()
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
