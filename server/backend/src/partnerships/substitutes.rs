//! Who stands in for the holder of a seat, and until when somebody holds it or stands in.

use domain::{
    day::{Day, Period},
    ids::TenureId,
    problem::{Faults, Problem, Reason, What},
};

use super::{room::Room, seat_changes::change_tenures};
use crate::{
    Backend, Failure,
    accounts::{self, Call},
    ids,
};

/// From a day on, until a last day or further notice.
pub async fn appoint_substitute(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    seat: &str,
    person: &str,
    period: [&str; 2],
    revision: &str,
) -> Result<(), Failure> {
    let [from, to] = period;
    let mut faults = Faults::default();
    let from = faults.check("from", Day::parse(from));
    let to = faults.check("to", Day::parse_optional(to));
    let period = from.zip(to).and_then(|(from, to)| faults.check("to", Period::new(from, to)));
    if person.trim().is_empty() {
        faults.add("person", Reason::Missing);
    }
    let period = faults.whole(period)?;
    change_tenures(backend, call, partnership, seat, revision, async |tx, seat| {
        let person = accounts::chosen(tx, person).await?;
        let tenure = TenureId(ids::in_order(backend.clock.now())?);
        Ok(vec![seat.appoint_substitute(tenure, person, period)?])
    })
    .await
}

/// Sets the last day of a holder or a substitute, known by the tenure's id.
pub async fn end_tenure(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    seat: &str,
    tenure: &str,
    last: &str,
    revision: &str,
) -> Result<(), Failure> {
    let tenure = tenure.parse().map_err(|_| Problem::not_found(What::Seat))?;
    let last = Day::parse(last).map_err(|reason| Problem::invalid("last", reason))?;
    change_tenures(backend, call, partnership, seat, revision, async |_, seat| Ok(vec![seat.end_tenure(tenure, last)?]))
        .await
}

/// Takes back what was given by mistake and begins today or later.
pub async fn withdraw_tenure(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    seat: &str,
    tenure: &str,
    revision: &str,
) -> Result<(), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let tenure = tenure.parse().map_err(|_| Problem::not_found(What::Seat))?;
    change_tenures(backend, call, partnership, seat, revision, async |_, seat| {
        Ok(vec![seat.withdraw(tenure, room.today)?])
    })
    .await
}
