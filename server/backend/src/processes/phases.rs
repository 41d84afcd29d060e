//! Phases are moved, and a process goes back.

use domain::{
    day::Day,
    ids::{PhaseId, ProcessId},
    permissions::Act,
    problem::{Faults, FieldValue, Problem, What},
    processes::{Following, PhaseEvent, PhaseKind, Timetable},
    revision::Revision,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction};

use super::{
    beginning::insert_phase,
    changes::room_of,
    entities::{phase, process},
    expected::expect_all,
    found::{lock, timetable},
};
use crate::{Backend, Failure, accounts::Call, ids, partnerships::room::Room};

/// To other days; `following` says whether the phases after it stay or shift along.
pub async fn move_phase(
    backend: &Backend,
    call: &Call,
    process: &str,
    phase: &str,
    days: [&str; 2],
    following: &str,
    revision: &str,
) -> Result<(), Failure> {
    let room = room_of(backend, call, process).await?;
    let id: PhaseId = phase.parse().map_err(|_| Problem::not_found(What::Phase))?;
    let [from, to] = days;
    let mut faults = Faults::default();
    let from = faults.check("from", Day::parse(from));
    let to = faults.check("to", Day::parse(to));
    let following = faults.check("following", Following::parse(following));
    let ((from, to), following) = faults.whole(from.zip(to).zip(following))?;
    let decide = |timetable: &Timetable| timetable.move_phase(id, from, to, following);
    change(backend, call, &room, process, revision, decide).await
}

/// To an earlier kind of phase, from today until a day.
pub async fn go_back(
    backend: &Backend,
    call: &Call,
    process: &str,
    kind: &str,
    until: &str,
    revision: &str,
) -> Result<(), Failure> {
    let room = room_of(backend, call, process).await?;
    let mut faults = Faults::default();
    let kind = faults.check("kind", PhaseKind::parse(kind));
    let until = faults.check("until", Day::parse(until));
    let (kind, until) = faults.whole(kind.zip(until))?;
    let now = backend.clock.now();
    let made = [PhaseId(ids::in_order(now)?), PhaseId(ids::in_order(now)?)];
    let decide = |timetable: &Timetable| timetable.go_back(made, kind, until, room.today);
    change(backend, call, &room, process, revision, decide).await
}

/// Asks the timetable, on the revision of the process that was seen, and writes what follows.
async fn change(
    backend: &Backend,
    call: &Call,
    room: &Room,
    process: &str,
    revision: &str,
    decide: impl FnOnce(&Timetable) -> Result<Vec<PhaseEvent>, Problem>,
) -> Result<(), Failure> {
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = lock(tx, call, Act::ChangeProcess, process).await?;
            let timetable = timetable(tx, row.id).await?;
            row.revision().expect(seen, || values(&timetable))?;
            let events = decide(&timetable)?;
            store(tx, row.id(), &events).await?;
            let revision = Set(row.revision().next().0);
            let changed = process::ActiveModel { id: Set(row.id), revision, ..Default::default() };
            let row = changed.update(tx).await?;
            expect_all(backend, tx, room, &row).await
        })
        .await
}

async fn store(tx: &DatabaseTransaction, process: ProcessId, events: &[PhaseEvent]) -> Result<(), Failure> {
    for event in events {
        match event {
            PhaseEvent::Added(added) => insert_phase(tx, process, added).await?,
            PhaseEvent::Moved(moved) => {
                let row = phase::ActiveModel {
                    id: Set(moved.id.0),
                    from_day: Set(moved.from.to_string()),
                    to_day: Set(moved.to.to_string()),
                    ..Default::default()
                };
                row.update(tx).await?;
            }
        }
    }
    Ok(())
}

/// The days as they stand now, one phase after the other.
fn values(timetable: &Timetable) -> Vec<FieldValue> {
    let value = |phase: &domain::processes::Phase| FieldValue {
        field: phase.kind.name().into(),
        value: format!("{} – {}", phase.from, phase.to),
    };
    timetable.phases().iter().map(value).collect()
}
