//! The page of one process: where it stands, what comes when, who decides what, and to whom it is open.

use domain::processes::{Access, Kind, Level, PhaseKind};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    mandate::{Mandate, MandateLines},
    picture::{Picture, Score},
    table::NextLine,
    timetable::{Deliveries, PhaseLine, Phases},
};
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    parts::{layout::Page, page_title::PageTitle, section::Section},
    refusal::Refusal,
    viewer::use_words,
};

#[derive(Clone, Serialize, Deserialize)]
pub struct ProcessPage {
    pub title: String,
    pub kind: Kind,
    pub partnership: String,
    pub body: Option<String>,
    pub access: Access,
    /// The phase that runs, and until which day, in words.
    pub now: Option<(PhaseKind, String)>,
    pub next: Option<NextLine>,
    /// What stands in the way of the next date; only for those who can do something about it.
    pub obstacles: Vec<Obstacle>,
    pub picture: Option<Picture>,
    pub phases: Vec<PhaseLine>,
    pub mandate: MandateLines,
    pub purposes: Vec<String>,
    pub members: Vec<MemberLine>,
    pub is_removed: bool,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    NoMandate,
    NotDelivered(PhaseKind),
}

/// A seat that was given access of its own.
#[derive(Clone, Serialize, Deserialize)]
pub struct MemberLine {
    pub organisation: String,
    pub holder: Option<String>,
    pub level: Level,
}

#[cfg(feature = "ssr")]
pub async fn read_process(asked: &Asked, address: &Address) -> Result<ProcessPage, Refusal> {
    use backend::zones::long_day;
    use domain::processes::PhaseState;

    let page = answer(backend::processes::process(&asked.backend, &asked.call, address.part("id")).await)?;
    let (today, language) = (page.today, asked.call.language);
    let running = page.phases.iter().find(|row| row.state == PhaseState::Running);
    let open = |row: &&backend::processes::PhaseRow| {
        row.delivery.as_ref().is_some_and(|delivery| delivery.delivered_at.is_none()) && row.state == PhaseState::Done
    };
    let late = page.phases.iter().filter(open).map(|row| Obstacle::NotDelivered(row.phase.kind));
    let no_mandate = (!page.mandate.is_written()).then_some(Obstacle::NoMandate);
    let obstacles = no_mandate.into_iter().chain(late).collect::<Vec<_>>();
    Ok(ProcessPage {
        now: running.map(|row| (row.phase.kind, long_day(row.phase.to, today, language))),
        next: page.next.map(|next| super::table::next_line(next, long_day, asked)),
        obstacles: if page.may_change { obstacles } else { Vec::new() },
        picture: super::picture::picture(&page, asked),
        kind: page.kind,
        partnership: page.partnership_short,
        body: page.body.map(|(_, name)| name),
        access: page.access,
        phases: page.phases.into_iter().map(|row| super::timetable::line(row, today, asked)).collect(),
        mandate: super::mandate::lines(page.mandate),
        purposes: page.purposes,
        members: page
            .members
            .into_iter()
            .map(|member| MemberLine {
                organisation: member.seat.organisation.name.short,
                holder: member.seat.holder.and_then(|holder| holder.name),
                level: member.level,
            })
            .collect(),
        is_removed: page.removed_at.is_some(),
        title: page.title,
    })
}

pub fn draw(page: Result<ProcessPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: ProcessPage) -> AnyView {
    let words = use_words();
    let said = words.processes();
    let kicker = (said.of_partnership)((words.timetable().kind)(page.kind), &page.partnership);
    let the_phase = words.timetable().the_phase;
    let lead = match (&page.now, &page.next) {
        (Some((phase, day)), _) => (said.until)(the_phase(*phase), day),
        (None, Some(next)) => (said.from)(the_phase(next.phase), &next.day),
        (None, None) => said.all_over.to_owned(),
    };
    view! {
        <p class="kicker"><a href="/processes">{said.title}</a> " / " {kicker}</p>
        <PageTitle text=page.title/>
        <p class="lead"><strong>{lead}</strong></p>
        {page.is_removed.then(|| view! { <p class="banner">{said.removed}</p> })}
        <Obstacles obstacles=page.obstacles next=page.next/>
        {page.picture.map(|picture| view! { <Score picture/> })}
        <Phases lines=page.phases.clone()/>
        <Mandate mandate=page.mandate/>
        {(!page.purposes.is_empty()).then(|| view! {
            <Section title=said.purposes>
                <ul class="rows">
                    {page.purposes.into_iter().map(|purpose| view! { <li dir="auto">{purpose}</li> }).collect_view()}
                </ul>
            </Section>
        })}
        <Deliveries lines=page.phases/>
        <Section title=said.about>
            <dl class="facts">
                <div><dt>{said.body}</dt><dd dir="auto">{page.body.unwrap_or_else(|| said.no_body.to_owned())}</dd></div>
                <div><dt>{said.access}</dt><dd>{(said.access_is)(page.access)}</dd></div>
                <div><dt>{said.members}</dt><dd><Members members=page.members/></dd></div>
            </dl>
        </Section>
    }
    .into_any()
}

/// First what keeps the next date from being met.
#[component]
fn Obstacles(obstacles: Vec<Obstacle>, next: Option<NextLine>) -> impl IntoView {
    let words = use_words().processes();
    let sentence = |obstacle| match obstacle {
        Obstacle::NoMandate => words.no_mandate,
        Obstacle::NotDelivered(phase) => (words.not_delivered)(phase),
    };
    let before = next.map(|next| (words.obstacle)(&next.day, &next.event()));
    (!obstacles.is_empty()).then(|| {
        view! {
            <div class="banner">
                <p><strong>{before}</strong></p>
                {obstacles.into_iter().map(|obstacle| view! { <p>{sentence(obstacle)}</p> }).collect_view()}
            </div>
        }
    })
}

#[component]
fn Members(members: Vec<MemberLine>) -> impl IntoView {
    let words = use_words().processes();
    if members.is_empty() {
        return words.nobody_named.into_any();
    }
    let line = |member: MemberLine| {
        let holder = member.holder.unwrap_or_else(|| words.empty_seat.to_owned());
        view! { <li dir="auto">{holder} ", " {member.organisation} ": " {(words.level)(member.level)}</li> }
    };
    view! { <ul>{members.into_iter().map(line).collect_view()}</ul> }.into_any()
}
