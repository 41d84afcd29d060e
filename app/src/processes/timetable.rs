//! The phases of a process in a table: when, how settled, and what each has to deliver.

use domain::processes::{PhaseKind, PhaseState};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    parts::{
        firmness::{Firmness, Hold},
        section::Section,
    },
    viewer::use_words,
};

#[derive(Clone, Serialize, Deserialize)]
pub struct PhaseLine {
    pub kind: PhaseKind,
    pub state: PhaseState,
    /// In words.
    pub from: String,
    pub to: String,
    /// Only of phases that have something to deliver.
    pub delivery: Option<DeliveryLine>,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct DeliveryLine {
    pub what: String,
    pub to_whom: String,
    /// The day it was delivered, in words.
    pub delivered: Option<String>,
    pub note: String,
}

#[cfg(feature = "ssr")]
pub fn line(row: backend::processes::PhaseRow, today: domain::day::Day, asked: &crate::asked::Asked) -> PhaseLine {
    let day = |day| backend::zones::short_day(day, today, asked.call.language);
    PhaseLine {
        kind: row.phase.kind,
        state: row.state,
        from: day(row.phase.from),
        to: day(row.phase.to),
        delivery: row.delivery.map(|delivery| DeliveryLine {
            what: delivery.what,
            to_whom: delivery.to_whom,
            delivered: delivery.delivered_at.map(|at| asked.day(at)),
            note: delivery.note,
        }),
    }
}

#[component]
pub fn Phases(lines: Vec<PhaseLine>) -> impl IntoView {
    let words = use_words();
    view! {
        <Section title=words.processes().timetable>
            <table class="table fold phases-table" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{words.timetable().phase_column}</th>
                        <th role="columnheader" scope="col">{words.processes().days}</th>
                        <th role="columnheader" scope="col">{words.processes().state}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{lines.into_iter().map(|line| view! { <Line line/> }).collect_view()}</tbody>
            </table>
        </Section>
    }
}

#[component]
fn Line(line: PhaseLine) -> impl IntoView {
    let words = use_words();
    let now = line.state == PhaseState::Running;
    let (hold, state) = match line.state {
        PhaseState::Done => (Hold::Firm, words.processes().done),
        PhaseState::Running => (Hold::Loose, words.processes().running),
        PhaseState::Coming => (Hold::Own, words.processes().coming),
    };
    view! {
        <tr role="row" class:now=now aria-current=now.then_some("step")>
            <th role="rowheader" scope="row">{(words.timetable().phase)(line.kind)}</th>
            <td role="cell">{line.from} " – " {line.to}</td>
            <td role="cell"><Firmness hold text=state/></td>
        </tr>
    }
}

/// What has to be handed over, to whom, and whether it has been.
#[component]
pub fn Deliveries(lines: Vec<PhaseLine>) -> impl IntoView {
    let words = use_words();
    let lines = lines.into_iter().filter_map(|line| line.delivery.map(|delivery| (line.kind, delivery)));
    let rows = lines.map(|(kind, delivery)| {
        let words = words.processes();
        let or_not_said = |text: String| if text.is_empty() { words.not_said.to_owned() } else { text };
        let (hold, state) = match delivery.delivered {
            Some(day) => (Hold::Firm, (words.delivered)(&day)),
            None => (Hold::Own, words.not_yet.to_owned()),
        };
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{(use_words().timetable().phase)(kind)}</th>
                <td role="cell" dir="auto">{or_not_said(delivery.what)}</td>
                <td role="cell" dir="auto">{or_not_said(delivery.to_whom)}</td>
                <td role="cell"><Firmness hold text=state/> <span class="meta" dir="auto">{delivery.note}</span></td>
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <Section title=words.processes().deliveries>
                <table class="table fold" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{words.timetable().phase_column}</th>
                            <th role="columnheader" scope="col">{words.processes().what}</th>
                            <th role="columnheader" scope="col">{words.processes().to_whom}</th>
                            <th role="columnheader" scope="col">{words.processes().state}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </Section>
        }
    })
}
