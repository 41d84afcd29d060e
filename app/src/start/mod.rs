//! The start page: what waits for whoever is signed in, nearest first, and the processes one is in.

#[cfg(feature = "ssr")]
mod change;
mod settle_in;
mod waiting;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub use self::change::*;
use self::{
    settle_in::{SettleIn, Settled},
    waiting::{Near, Waiting, WaitingLine},
};
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    pages,
    parts::{layout::Page, page_title::PageTitle, section::Section},
    processes::{NextLine, ProcessLine, Processes},
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
    pub waiting: Vec<WaitingLine>,
    pub next: Option<NextThing>,
    pub processes: Vec<ProcessLine>,
    pub settled: Settled,
}

/// What one can look forward to when nothing waits.
#[derive(Clone, Serialize, Deserialize)]
pub struct NextThing {
    pub date: NextLine,
    pub title: String,
}

#[cfg(feature = "ssr")]
pub async fn read_start(asked: &Asked, _: &Address) -> Result<StartPage, Refusal> {
    use domain::{accounts::SecondFactor, permissions::Act};

    use crate::processes::{line, next_line};

    let me = asked.me(Act::SeeStart)?;
    let security = answer(backend::accounts::security(&asked.backend, &asked.call).await)?;
    let start = answer(backend::waiting::start(&asked.backend, &asked.call).await)?;
    let next = start
        .next
        .map(|next| NextThing { date: next_line(next.date, backend::zones::long_day, asked), title: next.title });
    Ok(StartPage {
        day: asked.backend.zone.today(asked.backend.clock.now(), asked.call.language),
        waiting: start.waiting.into_iter().map(|row| waiting::line(row, asked)).collect(),
        next,
        processes: start.processes.into_iter().map(|row| line(row, asked)).collect(),
        settled: Settled {
            office: me.office,
            has_picture: me.picture.is_some(),
            has_password: security.has_password,
            has_two_steps: security.second_factor == SecondFactor::On,
        },
    })
}

pub fn draw(page: Result<StartPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: StartPage) -> AnyView {
    let words = use_words().start();
    let head = if page.waiting.is_empty() {
        view! { <Calm day=page.day next=page.next/> }.into_any()
    } else {
        view! { <Head day=page.day lines=page.waiting/> }.into_any()
    };
    view! {
        {head}
        {(!page.processes.is_empty()).then(|| view! {
            <Section title=words.processes><Processes lines=page.processes/></Section>
        })}
        <SettleIn settled=page.settled/>
    }
    .into_any()
}

#[component]
fn Head(day: String, lines: Vec<WaitingLine>) -> impl IntoView {
    let words = use_words().start();
    let late = lines.iter().filter(|line| line.near == Near::Late).count();
    let all = (words.things)(lines.len(), lines.iter().map(|line| line.minutes).sum());
    view! {
        <p class="kicker">{day}</p>
        <PageTitle text=words.waiting.to_owned()/>
        <p class="lead"><strong>{all}</strong> {(late > 0).then(|| format!(" {}", (words.late_things)(late)))}</p>
        <Waiting lines/>
    }
}

/// Nothing waits.
#[component]
fn Calm(day: String, next: Option<NextThing>) -> impl IntoView {
    let words = use_words().start();
    let lead = match next {
        None => words.nothing_waits_text.to_owned(),
        Some(next) => format!("{} {} ({}).", (words.next_thing)(&next.date.day), next.date.event(), next.title),
    };
    view! {
        <div class="calm">
            <div>
                <p class="kicker">{day}</p>
                <PageTitle text=words.nothing_waits.to_owned()/>
                <p class="lead">{lead}</p>
            </div>
            <svg viewBox="0 0 160 160" aria-hidden="true">
                <circle cx="80" cy="62" r="54"></circle>
                <path d="M0 148h160v5H0z"></path>
            </svg>
        </div>
    }
}
