//! The page of a process: where it stands, what comes when, who decides what, and who may do what.

use domain::{
    day::Day,
    ids::{BodyId, PartnershipId, ProcessId},
    moment::Moment,
    partnerships::Accent,
    permissions::Act,
    problem::{Problem, What},
    processes::{Access, Delivery, Kind, Level, Mandate, Phase, PhaseState, Timetable},
    revision::Revision,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    entities::process_seat,
    found::{find, phases},
    list::NextDate,
};
use crate::{
    Backend, Failure,
    accounts::Call,
    partnerships::{
        SeatRow,
        entities::{body, seat},
        register::Register,
        room::{Room, read},
        seats::Table,
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseRow {
    pub phase: Phase,
    pub state: PhaseState,
    /// Only for phases that have something to deliver.
    pub delivery: Option<Delivery>,
}

/// A seat that was given access of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    pub seat: SeatRow,
    pub level: Level,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessPage {
    pub id: ProcessId,
    pub partnership: PartnershipId,
    pub partnership_short: String,
    pub accent: Accent,
    pub today: Day,
    pub title: String,
    pub kind: Kind,
    pub body: Option<(BodyId, String)>,
    pub access: Access,
    pub mandate: Mandate,
    pub purposes: Vec<String>,
    pub phases: Vec<PhaseRow>,
    /// The phase that began last.
    pub current: Option<Phase>,
    pub next: Option<NextDate>,
    pub members: Vec<MemberRow>,
    pub revision: Revision,
    pub removed_at: Option<Moment>,
    pub may_change: bool,
    pub may_remove: bool,
    pub may_write: bool,
}

/// Also one that was removed, for whoever can bring it back.
pub async fn process(backend: &Backend, call: &Call, process: &str) -> Result<ProcessPage, Failure> {
    let row = find(backend, call, Act::SeeProcess, process).await?;
    let db = backend.store.read();
    let room = Room::of(backend, PartnershipId(row.partnership)).await?;
    let named = process_seat::Entity::find().filter(process_seat::Column::Process.eq(row.id)).all(db).await?;
    let own = named.iter().filter(|row| call.caller.seats().iter().any(|seat| seat.seat.0 == row.seat));
    let own = own.map(|row| read(&row.level, "a level")).collect::<Result<Vec<Level>, _>>()?.into_iter().max();
    let object = row.object(own)?;
    let may = |act| call.may(act, object).is_ok();
    let removed_at = row.deleted_at.map(Moment);
    if removed_at.is_some() && !may(Act::RemoveProcess) {
        return Err(Problem::not_found(What::Process).into());
    }
    let phases = phases(db, row.id).await?;
    let timetable = Timetable::new(phases.iter().map(|(phase, _)| *phase).collect());
    let phase_row = |(phase, delivery): (Phase, Delivery)| PhaseRow {
        phase,
        state: phase.state(room.today),
        delivery: phase.kind.delivers().then_some(delivery),
    };
    let body = match row.body {
        Some(id) => body::Entity::find_by_id(id).one(db).await?.map(|body| (BodyId(id), body.name)),
        None => None,
    };
    Ok(ProcessPage {
        id: row.id(),
        partnership: room.id,
        accent: room.row.accent()?,
        today: room.today,
        kind: read(&row.kind, "a kind of process")?,
        body,
        access: row.access()?,
        mandate: row.mandate(),
        purposes: row.purposes(),
        current: timetable.current(room.today),
        next: timetable.next_date(room.today).map(|(on, phase)| NextDate {
            on,
            phase: phase.kind,
            begins: on == phase.from,
        }),
        phases: phases.into_iter().map(phase_row).collect(),
        members: members(backend, &room, named).await?,
        revision: row.revision(),
        removed_at,
        may_change: may(Act::ChangeProcess),
        may_remove: may(Act::RemoveProcess),
        may_write: may(Act::WriteInProcess),
        title: row.title,
        partnership_short: room.row.short,
    })
}

async fn members(backend: &Backend, room: &Room, named: Vec<process_seat::Model>) -> Result<Vec<MemberRow>, Failure> {
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let db = backend.store.read();
    let of_these = seat::Entity::find()
        .filter(seat::Column::Id.is_in(named.iter().map(|row| row.seat)))
        .filter(seat::Column::DeletedAt.is_null());
    let table = Table::put_together(backend, room, of_these.all(db).await?).await?;
    let register = Register::of(db, room.id).await?;
    let member = |seat: SeatRow| {
        let level = named.iter().find(|row| row.seat == seat.id.0).map(|row| read(&row.level, "a level"));
        Ok(level.transpose()?.map(|level| MemberRow { seat, level }))
    };
    let rows = table.rows(&register, room.today, |_| true)?;
    rows.into_iter().filter_map(|seat| member(seat).transpose()).collect()
}
