//! A process is begun, with phases proposed backwards from its last day.

use domain::{
    ids::{PhaseId, ProcessId},
    permissions::{Act, Object},
    problem::{Problem, Reason},
    processes::{NewProcess, NewProcessFields, Phase, Timetable},
    record::Event,
    revision::Revision,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{
    entities::{phase, process},
    expected::expect_all,
};
use crate::{
    Backend, Failure,
    accounts::Call,
    ids,
    partnerships::{entities::body, room::Room},
    record,
};

pub async fn begin_process(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    fields: NewProcessFields<'_>,
) -> Result<ProcessId, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let new = NewProcess::read(fields)?;
    call.may(Act::BeginProcess, Object::In(room.place(new.body)))?;
    let now = backend.clock.now();
    let mut made = Vec::new();
    for _ in new.kind.weeks() {
        made.push(PhaseId(ids::in_order(now)?));
    }
    let timetable = Timetable::propose(new.kind, new.last, room.today, &made)?;
    backend
        .store
        .write(async |tx| {
            expect_body(tx, &room, new.body).await?;
            let row = process::ActiveModel {
                id: Set(ids::in_order(now)?),
                partnership: Set(room.id.0),
                body: Set(new.body.map(|body| body.0)),
                title: Set(new.title),
                kind: Set(new.kind.name().into()),
                access: Set(new.access.name().into()),
                purposes: Set(String::new()),
                mandate: Set(String::new()),
                writes: Set(String::new()),
                answers: Set(String::new()),
                weighs: Set(String::new()),
                decides: Set(String::new()),
                revision: Set(Revision::FIRST.0),
                created_at: Set(now.0),
                deleted_at: Set(None),
            };
            let row = row.insert(tx).await?;
            for phase in timetable.phases() {
                insert_phase(tx, row.id(), phase).await?;
            }
            expect_all(backend, tx, &room, &row).await?;
            let event = Event::ProcessBegun { process: row.id(), access: new.access };
            record::append(backend, tx, call.actor()?, event).await?;
            Ok(row.id())
        })
        .await
}

pub async fn insert_phase(tx: &DatabaseTransaction, ProcessId(process): ProcessId, new: &Phase) -> Result<(), Failure> {
    let row = phase::ActiveModel {
        id: Set(new.id.0),
        process: Set(process),
        kind: Set(new.kind.name().into()),
        from_day: Set(new.from.to_string()),
        to_day: Set(new.to.to_string()),
        to_deliver: Set(String::new()),
        to_whom: Set(String::new()),
        note: Set(String::new()),
        delivered_at: Set(None),
        delivered_by: Set(None),
    };
    row.insert(tx).await?;
    Ok(())
}

/// A body that answers for it is one of the partnership.
pub async fn expect_body(
    tx: &DatabaseTransaction,
    room: &Room,
    body: Option<domain::ids::BodyId>,
) -> Result<(), Failure> {
    let Some(body) = body else { return Ok(()) };
    let of_here = body::Entity::find_by_id(body.0)
        .filter(body::Column::Partnership.eq(room.id.0))
        .filter(body::Column::DeletedAt.is_null());
    let found = of_here.one(tx).await?;
    found.map(|_| ()).ok_or_else(|| Problem::invalid("body", Reason::UnknownChoice).into())
}
