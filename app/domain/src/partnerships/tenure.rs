//! Who holds a seat, from which day to which: handing over, standing in, and who it was on a day.

use crate::{
    day::{Day, Period},
    ids::{PersonId, TenureId},
    named::choices,
    problem::{Problem, Reason, What},
};

choices! {
    TenureKind {
        Holder = "holder",
        Substitute = "substitute",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tenure {
    pub id: TenureId,
    pub person: PersonId,
    pub kind: TenureKind,
    pub period: Period,
}

/// A seat with all who ever held it or stood in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    pub tenures: Vec<Tenure>,
}

/// What a decision about a seat changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatEvent {
    Began(Tenure),
    Ended {
        tenure: TenureId,
        person: PersonId,
        last: Day,
    },
    /// It was a mistake, and never was.
    Withdrawn {
        tenure: TenureId,
        person: PersonId,
    },
}

impl Seat {
    /// Who held it that day: never more than one.
    pub fn holder_on(&self, day: Day) -> Option<PersonId> {
        self.of(TenureKind::Holder).find(|tenure| tenure.period.contains(day)).map(|tenure| tenure.person)
    }

    pub fn substitutes_on(&self, day: Day) -> impl Iterator<Item = PersonId> + '_ {
        self.of(TenureKind::Substitute).filter(move |tenure| tenure.period.contains(day)).map(|tenure| tenure.person)
    }

    /// The first day, from this one on, on which nobody holds it and nobody is to follow.
    pub fn empty_from(&self, day: Day) -> Option<Day> {
        match self.of(TenureKind::Holder).max_by_key(|tenure| tenure.period.from) {
            None => Some(day),
            Some(last) => last.period.to.map(|to| to.after().max(day)),
        }
    }

    /// From `from` on the seat is held by that person, or by nobody; whoever held it the day before does so to its end.
    ///
    /// What lies after `from` already has been agreed with somebody: it stays, and the new tenure must come after it.
    pub fn hand_over(&self, id: TenureId, to: Option<PersonId>, from: Day) -> Result<Vec<SeatEvent>, Problem> {
        let refuse = |field: &str, reason| Err(Problem::invalid(field, reason));
        let last = self.of(TenureKind::Holder).max_by_key(|tenure| tenure.period.from);
        if let Some(last) = last.filter(|last| from <= last.period.from) {
            return refuse("from", Reason::TooEarly { earliest: last.period.from.after() });
        }
        let present = last.filter(|last| last.period.contains(from));
        if to.is_none() && present.is_none() {
            return refuse("person", Reason::NobodyHere);
        }
        let ended =
            present.map(|present| SeatEvent::Ended { tenure: present.id, person: present.person, last: from.before() });
        let Some(person) = to else { return Ok(ended.into_iter().collect()) };
        let period = Period { from, to: None };
        // Whoever stood in so far and takes over stands in no longer.
        let stood_in = self.of(TenureKind::Substitute).find(|t| t.person == person && t.period.overlaps(period));
        if present.is_some_and(|present| present.person == person) || stood_in.is_some_and(|t| from <= t.period.from) {
            return refuse("person", Reason::HasSeat);
        }
        let stood_in = stood_in.map(|t| SeatEvent::Ended { tenure: t.id, person, last: from.before() });
        let began = SeatEvent::Began(Tenure { id, person, kind: TenureKind::Holder, period });
        Ok(ended.into_iter().chain(stood_in).chain([began]).collect())
    }

    /// Somebody who stands in for whoever holds the seat.
    pub fn appoint_substitute(&self, id: TenureId, person: PersonId, period: Period) -> Result<SeatEvent, Problem> {
        if self.tenures.iter().any(|tenure| tenure.person == person && tenure.period.overlaps(period)) {
            return Err(Problem::invalid("person", Reason::HasSeat));
        }
        Ok(SeatEvent::Began(Tenure { id, person, kind: TenureKind::Substitute, period }))
    }

    /// Sets the last day of a tenure; it may be moved, but not to before it began or into the next holder's time.
    pub fn end_tenure(&self, tenure: TenureId, last: Day) -> Result<SeatEvent, Problem> {
        let ending = self.tenures.iter().find(|one| one.id == tenure).ok_or(Problem::not_found(What::Seat))?;
        let refuse = |reason| Err(Problem::invalid("last", reason));
        if last < ending.period.from {
            return refuse(Reason::TooEarly { earliest: ending.period.from });
        }
        let period = Period { from: ending.period.from, to: Some(last) };
        let mut others = self.tenures.iter().filter(|one| one.id != tenure && one.person == ending.person);
        if others.any(|one| one.period.overlaps(period)) {
            return refuse(Reason::HasSeat);
        }
        let of_holder = ending.kind == TenureKind::Holder;
        let begins_after = |next: &Tenure| ending.period.from < next.period.from;
        let next = self.of(TenureKind::Holder).filter(|next| of_holder && begins_after(next));
        match next.map(|next| next.period.from).min() {
            Some(next) if next <= last => refuse(Reason::TooLate { latest: next.before() }),
            _ => Ok(SeatEvent::Ended { tenure, person: ending.person, last }),
        }
    }

    /// Takes back a tenure that begins today or later, so that the seat can be handed to somebody else on the same day.
    pub fn withdraw(&self, tenure: TenureId, today: Day) -> Result<SeatEvent, Problem> {
        let mistaken = self.tenures.iter().find(|one| one.id == tenure).ok_or(Problem::not_found(What::Seat))?;
        if mistaken.period.from < today {
            return Err(Problem::invalid("", Reason::HasBegun));
        }
        Ok(SeatEvent::Withdrawn { tenure, person: mistaken.person })
    }

    /// The seat after what has happened.
    pub fn apply(&mut self, event: SeatEvent) {
        match event {
            SeatEvent::Began(tenure) => self.tenures.push(tenure),
            SeatEvent::Ended { tenure, last, .. } => {
                if let Some(tenure) = self.tenures.iter_mut().find(|one| one.id == tenure) {
                    tenure.period.to = Some(last);
                }
            }
            SeatEvent::Withdrawn { tenure, .. } => self.tenures.retain(|one| one.id != tenure),
        }
    }

    fn of(&self, kind: TenureKind) -> impl Iterator<Item = &Tenure> + '_ {
        self.tenures.iter().filter(move |tenure| tenure.kind == kind)
    }
}
