//! The processes that are open to one: in a partnership, or in all one sits in.

use std::collections::HashMap;

use domain::{
    day::Day,
    ids::{BodyId, PartnershipId, ProcessId},
    permissions::Act,
    processes::{Access, Kind, Level, Phase, PhaseKind, PhaseState, Timetable, level},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::entities::{phase, process, process_seat};
use crate::{
    Backend, Failure,
    accounts::Call,
    partnerships::{
        entities::{body, partnership},
        room::{Room, read},
    },
    zones::Zone,
};

/// The next day on which a phase begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDate {
    pub on: Day,
    pub phase: PhaseKind,
    /// Else it ends that day.
    pub begins: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessRow {
    pub id: ProcessId,
    pub partnership: PartnershipId,
    pub partnership_short: String,
    pub title: String,
    pub kind: Kind,
    pub body: Option<(BodyId, String)>,
    pub access: Access,
    /// How far it is open to the one who asks.
    pub level: Level,
    /// The phase that began last, and whether it still runs; none before the first.
    pub phase: Option<(PhaseKind, PhaseState)>,
    /// Which one that is, from 1, of how many.
    pub number: usize,
    pub phases: usize,
    pub next: Option<NextDate>,
}

/// Those of a partnership, by title.
pub async fn processes(backend: &Backend, call: &Call, partnership: &str) -> Result<Vec<ProcessRow>, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    rows(backend, call, vec![room.id.0]).await
}

/// Those of every partnership one sits in, by title.
pub async fn my_processes(backend: &Backend, call: &Call) -> Result<Vec<ProcessRow>, Failure> {
    call.may_own(Act::SeeStart)?;
    rows(backend, call, call.caller.seats().iter().map(|seat| seat.place.partnership.0).collect()).await
}

/// In five questions, however many there are.
async fn rows(backend: &Backend, call: &Call, mut partnerships: Vec<Uuid>) -> Result<Vec<ProcessRow>, Failure> {
    let db = backend.store.read();
    partnerships.sort_unstable();
    partnerships.dedup();
    let found = process::Entity::find()
        .filter(process::Column::Partnership.is_in(partnerships.clone()))
        .filter(process::Column::DeletedAt.is_null())
        .order_by_asc(process::Column::Title)
        .all(db)
        .await?;
    let rooms = partnership::Entity::find().filter(partnership::Column::Id.is_in(partnerships.clone())).all(db).await?;
    let rooms: HashMap<Uuid, partnership::Model> = rooms.into_iter().map(|row| (row.id, row)).collect();
    let bodies = body::Entity::find().filter(body::Column::Partnership.is_in(partnerships)).all(db).await?;
    let bodies: HashMap<Uuid, String> = bodies.into_iter().map(|row| (row.id, row.name)).collect();
    let of_these = phase::Column::Process.is_in(found.iter().map(|row| row.id));
    let mut phases: HashMap<Uuid, Vec<Phase>> = HashMap::new();
    for row in phase::Entity::find().filter(of_these).all(db).await? {
        phases.entry(row.process).or_default().push(row.phase()?);
    }
    let named = named(backend, call).await?;
    let mut rows = Vec::new();
    for model in found {
        let seats = call.caller.seats();
        let access = model.access()?;
        let level = level(seats, model.place(), access, named.get(&model.id).copied());
        let (Some(level), Some(room)) = (level, rooms.get(&model.partnership)) else { continue };
        let today = Zone::named(&room.zone)?.day_of(backend.clock.now());
        let timetable = Timetable::new(phases.remove(&model.id).unwrap_or_default());
        let current = timetable.current(today);
        rows.push(ProcessRow {
            id: model.id(),
            partnership: PartnershipId(room.id),
            partnership_short: room.short.clone(),
            kind: read(&model.kind, "a kind of process")?,
            body: model.body.and_then(|id| Some((BodyId(id), bodies.get(&id)?.clone()))),
            access,
            level,
            phase: current.map(|phase| (phase.kind, phase.state(today))),
            number: timetable.phases().iter().take_while(|phase| phase.from <= today).count(),
            phases: timetable.phases().len(),
            next: timetable.next_date(today).map(|(on, phase)| NextDate {
                on,
                phase: phase.kind,
                begins: on == phase.from,
            }),
            title: model.title,
        });
    }
    Ok(rows)
}

/// The most that the caller's seats have been given, by process.
async fn named(backend: &Backend, call: &Call) -> Result<HashMap<Uuid, Level>, Failure> {
    let mine = process_seat::Column::Seat.is_in(call.caller.seats().iter().map(|seat| seat.seat.0));
    let mut named: HashMap<Uuid, Level> = HashMap::new();
    for row in process_seat::Entity::find().filter(mine).all(backend.store.read()).await? {
        let given: Level = read(&row.level, "a level")?;
        let most = named.entry(row.process).or_insert(given);
        *most = given.max(*most);
    }
    Ok(named)
}
