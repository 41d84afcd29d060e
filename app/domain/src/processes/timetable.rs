//! The phases of a process in time: proposed backwards from the last day, moved, and gone back to; never overlapping.

use serde::{Deserialize, Serialize};

use super::kind::{Kind, PhaseKind};
use crate::{
    day::Day,
    ids::PhaseId,
    named::choices,
    problem::{Problem, Reason, What},
};

/// From its first day to its last one, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    pub id: PhaseId,
    pub kind: PhaseKind,
    pub from: Day,
    pub to: Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhaseState {
    Done,
    Running,
    Coming,
}

choices! {
    /// What happens to the phases after one that is moved.
    Following {
        Stay = "stay",
        /// They keep their lengths and their distance.
        Shift = "shift",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseEvent {
    Added(Phase),
    /// To other days; its kind stays.
    Moved(Phase),
}

/// In order; each begins after the one before it has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timetable(Vec<Phase>);

impl Timetable {
    pub fn new(mut phases: Vec<Phase>) -> Self {
        phases.sort_by_key(|phase| (phase.from, phase.to));
        Self(phases)
    }

    /// Backwards from the last day: whole weeks, from Monday to Friday, as long as there is time for them; else shorter
    /// ones, in the same proportions, from today on. Each phase takes one of the `ids`.
    pub fn propose(kind: Kind, last: Day, today: Day, ids: &[PhaseId]) -> Result<Self, Problem> {
        let weeks = kind.weeks();
        let phases = i32::try_from(weeks.len()).unwrap_or(i32::MAX);
        let days = last.since(today) + 1;
        if days < phases {
            return Err(Problem::invalid("last", Reason::TooEarly { earliest: today.plus(phases - 1) }));
        }
        let all: i32 = weeks.iter().map(|(_, weeks)| weeks).sum();
        let fits = monday_of(last).plus(-7 * (all - 1)) >= today;
        let (mut to, mut left, mut rest) = (last, days, all);
        let mut proposed = Vec::new();
        for (before, ((kind, weeks), id)) in weeks.iter().zip(ids).enumerate().rev() {
            let from = if fits {
                monday_of(to).plus(-7 * (weeks - 1))
            } else {
                // At least a day is left for each of those before it.
                let before = i32::try_from(before).unwrap_or(0);
                let share = (left * weeks / rest).clamp(1, left - before);
                left -= share;
                rest -= weeks;
                to.plus(1 - share)
            };
            proposed.push(Phase { id: *id, kind: *kind, from, to });
            to = if fits { from.plus(-3) } else { from.before() };
        }
        Ok(Self::new(proposed))
    }

    pub fn phases(&self) -> &[Phase] {
        &self.0
    }

    /// The one that has begun last, though it may be over.
    pub fn current(&self, day: Day) -> Option<Phase> {
        self.0.iter().rev().find(|phase| phase.from <= day).copied()
    }

    /// The next day, from this one on, on which a phase ends or begins.
    pub fn next_date(&self, day: Day) -> Option<(Day, Phase)> {
        let ends = |phase: &Phase| [(phase.from, *phase), (phase.to, *phase)];
        let mut dates = self.0.iter().flat_map(ends).filter(|(date, _)| *date >= day).collect::<Vec<_>>();
        dates.sort_by_key(|(date, _)| *date);
        dates.first().copied()
    }

    /// To other days. Refuses what runs backwards or into the phases beside it.
    pub fn move_phase(&self, id: PhaseId, from: Day, to: Day, then: Following) -> Result<Vec<PhaseEvent>, Problem> {
        let place = self.0.iter().position(|phase| phase.id == id).ok_or(Problem::not_found(What::Phase))?;
        let refuse = |field: &str, reason| Err(Problem::invalid(field, reason));
        if to < from {
            return refuse("to", Reason::TooEarly { earliest: from });
        }
        let (before, rest) = self.0.split_at(place);
        let Some((moved, after)) = rest.split_first() else { return Ok(Vec::new()) };
        if let Some(before) = before.last().filter(|before| from <= before.to) {
            return refuse("from", Reason::TooEarly { earliest: before.to.after() });
        }
        let shift = if then == Following::Shift { to.since(moved.to) } else { 0 };
        if let Some(next) = after.first().filter(|next| next.from.plus(shift) <= to) {
            return refuse("to", Reason::TooLate { latest: next.from.before() });
        }
        let mut events = vec![PhaseEvent::Moved(Phase { from, to, ..*moved })];
        if shift != 0 {
            events.extend(after.iter().map(|phase| PhaseEvent::Moved(phase.later(shift))));
        }
        Ok(events)
    }

    /// Back to an earlier kind of phase, from today until a day; then what was interrupted goes on, and all that comes
    /// after is as much later.
    pub fn go_back(
        &self,
        ids: [PhaseId; 2],
        to: PhaseKind,
        until: Day,
        today: Day,
    ) -> Result<Vec<PhaseEvent>, Problem> {
        let current = self.current(today).filter(|current| to < current.kind);
        let current = current.ok_or_else(|| Problem::invalid("kind", Reason::UnknownChoice))?;
        if until < today {
            return Err(Problem::invalid("until", Reason::TooEarly { earliest: today }));
        }
        let [again, resumed] = ids;
        let lost = until.since(today) + 1;
        let mut events = vec![PhaseEvent::Added(Phase { id: again, kind: to, from: today, to: until })];
        if current.from == today {
            events.push(PhaseEvent::Moved(current.later(lost)));
        } else if current.to >= today {
            events.push(PhaseEvent::Moved(Phase { to: today.before(), ..current }));
            let resumed = Phase { id: resumed, from: until.after(), to: current.to.plus(lost), ..current };
            events.push(PhaseEvent::Added(resumed));
        }
        let after = self.0.iter().filter(|phase| phase.from > today);
        events.extend(after.map(|phase| PhaseEvent::Moved(phase.later(lost))));
        Ok(events)
    }

    /// The timetable after what has happened.
    pub fn apply(&mut self, events: &[PhaseEvent]) {
        for event in events {
            match event {
                PhaseEvent::Added(phase) => self.0.push(*phase),
                PhaseEvent::Moved(moved) => {
                    self.0.iter_mut().filter(|phase| phase.id == moved.id).for_each(|phase| *phase = *moved);
                }
            }
        }
        self.0.sort_by_key(|phase| (phase.from, phase.to));
    }
}

impl Phase {
    pub fn state(&self, day: Day) -> PhaseState {
        if self.to < day {
            PhaseState::Done
        } else if self.from <= day {
            PhaseState::Running
        } else {
            PhaseState::Coming
        }
    }

    fn later(self, days: i32) -> Self {
        Self { from: self.from.plus(days), to: self.to.plus(days), ..self }
    }
}

fn monday_of(day: Day) -> Day {
    day.plus(-i32::from(day.weekday()))
}
