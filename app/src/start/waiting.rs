//! What waits, nearest first: the first thing large, the others by how near they are.

use domain::{forms::FormName, processes::PhaseKind, waiting::WaitingKind};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    parts::{
        firmness::{Firmness, Hold},
        form::Form,
        section::Section,
    },
    viewer::use_words,
};

#[derive(Clone, Serialize, Deserialize)]
pub struct WaitingLine {
    pub id: String,
    pub kind: WaitingKind,
    pub phase: Option<PhaseKind>,
    /// The process it belongs to, or else the partnership.
    pub of: String,
    /// The page where it is done.
    pub to: Option<String>,
    /// The organisation it is about.
    pub organisation: String,
    pub by_whom: ByWhom,
    pub may_give: bool,
    pub near: Near,
    /// Its last day: to be read by programs, in words, and how far away it is.
    pub date: String,
    pub day: String,
    pub left: String,
    pub minutes: u32,
}

/// As what one is asked.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ByWhom {
    Personally,
    For(String),
    StandingIn(String),
    /// Still mine, but done by the substitute of that name; none when it has been forgotten.
    GivenTo(Option<String>),
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Near {
    Late,
    Today,
    Week,
    Later,
}

#[cfg(feature = "ssr")]
pub fn line(row: backend::waiting::WaitingRow, asked: &crate::asked::Asked) -> WaitingLine {
    use backend::{
        waiting::ForWhom,
        zones::{distance, short_day},
    };

    let language = asked.call.language;
    let days = row.due_on.since(row.today);
    let acting_for = row.acting_for.unwrap_or_default();
    let by_whom = match (row.given_to, row.for_whom) {
        (Some(substitute), _) => ByWhom::GivenTo(substitute.name),
        (None, ForWhom::Personally) => ByWhom::Personally,
        (None, ForWhom::Seat(..)) => ByWhom::For(acting_for),
        (None, ForWhom::StandingIn(..)) => ByWhom::StandingIn(acting_for),
    };
    WaitingLine {
        id: row.id.to_string(),
        kind: row.kind,
        phase: row.phase,
        to: row.process.as_ref().map(|(process, _)| format!("/processes/{process}")),
        of: row.process.map_or(row.partnership_short, |(_, title)| title),
        organisation: row.organisation.map(|(_, short)| short).unwrap_or_default(),
        by_whom,
        may_give: row.may_give,
        near: match days {
            ..0 => Near::Late,
            0 => Near::Today,
            1..=7 => Near::Week,
            _ => Near::Later,
        },
        date: row.due_on.to_string(),
        day: short_day(row.due_on, row.today, language),
        left: distance(days, language),
        minutes: row.minutes,
    }
}

impl WaitingLine {
    fn title(&self) -> String {
        let words = use_words().start();
        match self.kind {
            WaitingKind::WriteMandate => words.write_mandate.to_owned(),
            WaitingKind::Deliver => (words.deliver)(self.phase).to_owned(),
            WaitingKind::FillSeat => (words.fill_seat)(&self.organisation),
            WaitingKind::ConfirmOrganisation => (words.confirm_organisation)(&self.organisation),
        }
    }

    fn why(&self) -> &'static str {
        let words = use_words().start();
        match self.kind {
            WaitingKind::WriteMandate => words.why_write_mandate,
            WaitingKind::Deliver => words.why_deliver,
            WaitingKind::FillSeat => words.why_fill_seat,
            WaitingKind::ConfirmOrganisation => words.why_confirm_organisation,
        }
    }
}

/// The nearest thing, and then the others in groups.
#[component]
pub fn Waiting(lines: Vec<WaitingLine>) -> impl IntoView {
    let words = use_words().start();
    let mut lines = lines.into_iter();
    let first = lines.next();
    let rest = lines.collect::<Vec<_>>();
    let groups = [Near::Late, Near::Today, Near::Week, Near::Later].map(|near| {
        let group = rest.iter().filter(|line| line.near == near).cloned().collect::<Vec<_>>();
        let title = match near {
            Near::Late => words.late,
            Near::Today => words.today,
            Near::Week => words.week,
            Near::Later => words.later,
        };
        (!group.is_empty()).then(|| {
            view! {
                <Section title>
                    <ol class="rows">{group.into_iter().map(|line| view! { <Row line/> }).collect_view()}</ol>
                </Section>
            }
        })
    });
    view! { {first.map(|line| view! { <First line/> })} {groups.into_iter().collect_view()} }
}

#[component]
fn First(line: WaitingLine) -> impl IntoView {
    let words = use_words().start();
    let about = format!("{}. {}", line.of, (words.about_minutes)(line.minutes));
    view! {
        <section class="section first">
            <div class="side">
                <h2 class="vh">{words.first}</h2>
                <time datetime=line.date.clone()>{line.day.clone()}</time>
                <p>{line.left.clone()}</p>
            </div>
            <div class="matter">
                <h3>{linked(&line)}</h3>
                <p class="why">{line.why()}</p>
                <p class="status meta"><span dir="auto">{about}</span><As by_whom=line.by_whom.clone()/></p>
                <div class="btn-row"><Give line class="btn"/></div>
            </div>
        </section>
    }
}

#[component]
fn Row(line: WaitingLine) -> impl IntoView {
    let words = use_words().start();
    let about = format!("{}. {}", line.of, (words.about_minutes)(line.minutes));
    view! {
        <li class="todo">
            <p class="when"><time datetime=line.date.clone()>{line.day.clone()}</time><span>" " {line.left.clone()}</span></p>
            <div>
                <p class="title">{linked(&line)}</p>
                <p class="meta" dir="auto">{about}</p>
            </div>
            <div class="as">
                <As by_whom=line.by_whom.clone()/>
                <Give line class="btn btn-text"/>
            </div>
        </li>
    }
}

#[component]
fn As(by_whom: ByWhom) -> impl IntoView {
    let words = use_words().start();
    let (hold, text) = match by_whom {
        ByWhom::Personally => (Hold::Own, words.personally.to_owned()),
        ByWhom::For(organisation) => (Hold::Firm, (words.acting_for)(&organisation)),
        ByWhom::StandingIn(organisation) => (Hold::Firm, (words.standing_in)(&organisation)),
        ByWhom::GivenTo(name) => (Hold::Loose, (words.given_to)(name.as_deref().unwrap_or(words.a_substitute))),
    };
    view! { <Firmness hold text/> }
}

/// Its title, which leads to where it is done.
fn linked(line: &WaitingLine) -> AnyView {
    let title = line.title();
    match line.to.clone() {
        Some(to) => view! { <a href=to>{title}</a> }.into_any(),
        None => title.into_any(),
    }
}

/// To give it to one's substitute, or to take it back; neither when nobody stands in.
#[component]
fn Give(line: WaitingLine, class: &'static str) -> impl IntoView {
    let words = use_words().start();
    let (name, label) = match line.by_whom {
        ByWhom::GivenTo(_) => (FormName::TakeBack, words.take_back),
        _ if line.may_give => (FormName::GiveToSubstitute, words.give),
        _ => return ().into_any(),
    };
    let title = line.title();
    view! {
        <Form name hidden=vec![("item", line.id)]>
            <button class=class>{label} <span class="vh">": " {title}</span></button>
        </Form>
    }
    .into_any()
}
