//! Processes in a table: which phase, how far, what comes next.

use domain::processes::PhaseKind;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{parts::share::Share, viewer::use_words};

#[derive(Clone, Serialize, Deserialize)]
pub struct ProcessLine {
    pub id: String,
    pub title: String,
    pub partnership: String,
    /// The phase that began last; none before the first.
    pub phase: Option<PhaseKind>,
    pub is_running: bool,
    /// Which one that is, from 1, of how many.
    pub number: usize,
    pub phases: usize,
    pub next: Option<NextLine>,
}

/// The next day on which a phase begins or ends.
#[derive(Clone, Serialize, Deserialize)]
pub struct NextLine {
    /// In words.
    pub day: String,
    pub phase: PhaseKind,
    pub begins: bool,
}

#[cfg(feature = "ssr")]
pub fn line(row: backend::processes::ProcessRow, asked: &crate::asked::Asked) -> ProcessLine {
    use domain::processes::PhaseState;

    ProcessLine {
        id: row.id.to_string(),
        title: row.title,
        partnership: row.partnership_short,
        phase: row.phase.map(|(phase, _)| phase),
        is_running: row.phase.is_some_and(|(_, state)| state == PhaseState::Running),
        number: row.number,
        phases: row.phases,
        next: row.next.map(|next| next_line(next, backend::zones::short_day, asked)),
    }
}

/// `write` says how long its day is written.
#[cfg(feature = "ssr")]
pub fn next_line(
    next: backend::processes::NextDate,
    write: fn(domain::day::Day, domain::day::Day, domain::language::Language) -> String,
    asked: &crate::asked::Asked,
) -> NextLine {
    NextLine { day: write(next.on, asked.today(), asked.call.language), phase: next.phase, begins: next.begins }
}

impl NextLine {
    /// What happens that day, in the middle of a sentence.
    pub fn event(&self) -> String {
        let words = use_words().timetable();
        let say = if self.begins { words.begins } else { words.ends };
        say((words.the_phase)(self.phase))
    }
}

#[component]
pub fn Processes(lines: Vec<ProcessLine>) -> impl IntoView {
    let words = use_words().timetable();
    view! {
        <table class="table fold processes-table" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{words.process}</th>
                    <th role="columnheader" scope="col">{words.phase_column}</th>
                    <th role="columnheader" scope="col">{words.how_far}</th>
                    <th role="columnheader" scope="col">{words.next_date}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{lines.into_iter().map(|line| view! { <Line line/> }).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Line(line: ProcessLine) -> impl IntoView {
    let words = use_words().timetable();
    let place = (words.number)(line.number, line.phases);
    let phase = match line.phase {
        Some(phase) => format!("{}, {place}", (words.phase)(phase)),
        None => words.not_begun.to_owned(),
    };
    let next = match &line.next {
        Some(next) => format!("{}, {}", next.day, next.event()),
        None => words.nothing_left.to_owned(),
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <a href=format!("/processes/{}", line.id) dir="auto">{line.title}</a>
                <small class="dim">{line.partnership}</small>
            </th>
            <td role="cell">{phase}</td>
            <td role="cell" class="full"><Mini number=line.number phases=line.phases is_running=line.is_running/></td>
            <td role="cell">{next}</td>
        </tr>
    }
}

/// How far it has come, in one line; the words beside it say the same.
#[component]
fn Mini(number: usize, phases: usize, is_running: bool) -> impl IntoView {
    let share = |phases_done: usize| {
        let part = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Share::of(part(phases_done), part(phases))
    };
    let done = share(if is_running { number.saturating_sub(1) } else { number });
    let now = share(number);
    view! {
        <svg class="mini" aria-hidden="true">
            <line class="past" x1="0" x2=done.to_string() y1="8" y2="8"></line>
            {is_running.then(|| view! {
                <line class="now" x1=done.moved(10).to_string() x2=now.to_string() y1="8" y2="8"></line>
            })}
            {(number < phases).then(|| view! {
                <line class="next" x1=now.moved(30).to_string() x2="100%" y1="8" y2="8"></line>
            })}
        </svg>
    }
}
