//! The two jobs of an import: one looks through the file, the other makes what its rows are to become, all or nothing.

use domain::{
    actor::Actor,
    ids::{ImportId, PartnershipId, TenureId},
    imports::{ImportKind, ImportState, NewSeat, Summary},
    partnerships::Seat,
    record::Event,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::{
    entity::{ActiveModel, Entity, Model},
    rows,
};
use crate::{
    Backend, Failure, accounts, ids,
    jobs::Unfinished,
    partnerships::{
        expected::expect_holder,
        organisation_changes,
        room::{Room, read as read_column},
        seat_changes,
    },
    record,
};

pub(crate) async fn read(backend: &Backend, import: ImportId) -> Result<(), Unfinished> {
    let look = async |tx: &DatabaseTransaction, room: &Room, row: &Model| {
        let summary: Summary = match row.kind()? {
            ImportKind::Organisations => rows::organisations(tx, room, row).await?.summary(),
            ImportKind::Seats => rows::seats(tx, room, row).await?.summary(),
        };
        let summary = Set(serde_json::to_string(&summary)?);
        let state = Set(ImportState::Previewed.name().into());
        ActiveModel { id: Set(row.id), summary, state, ..Default::default() }.update(tx).await?;
        Ok(())
    };
    Ok(in_state(backend, import, ImportState::Reading, look).await?)
}

pub(crate) async fn write(backend: &Backend, import: ImportId) -> Result<(), Unfinished> {
    let make = async |tx: &DatabaseTransaction, room: &Room, row: &Model| {
        let actor: Actor = read_column(&row.actor, "an actor")?;
        let mut made: Vec<Uuid> = Vec::new();
        match row.kind()? {
            ImportKind::Organisations => {
                for new in rows::organisations(tx, room, row).await?.good {
                    made.push(organisation_changes::insert(backend, tx, room.id, new).await?.0);
                }
            }
            ImportKind::Seats => {
                for new in rows::seats(tx, room, row).await?.good {
                    made.push(make_seat(backend, tx, room, actor, new).await?);
                }
            }
        }
        let (made, state) = (Set(serde_json::to_string(&made)?), Set(ImportState::Written.name().into()));
        // It holds names and addresses, and nobody needs it any more.
        let file = Set(Vec::new());
        ActiveModel { id: Set(row.id), made, state, file, ..Default::default() }.update(tx).await?;
        Ok(())
    };
    Ok(in_state(backend, import, ImportState::Writing, make).await?)
}

/// A job may be run again after it was done: then there is nothing left to do.
async fn in_state(
    backend: &Backend,
    ImportId(id): ImportId,
    state: ImportState,
    work: impl AsyncFnOnce(&DatabaseTransaction, &Room, &Model) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let Some(row) = Entity::find_by_id(id).one(backend.store.read()).await? else { return Ok(()) };
    let room = Room::of(backend, PartnershipId(row.partnership)).await?;
    backend
        .store
        .write(async |tx| {
            let row = Entity::find_by_id(id).lock_exclusive().one(tx).await?;
            match row {
                Some(row) if row.state()? == state => work(tx, &room, &row).await,
                _ => Ok(()),
            }
        })
        .await
}

async fn make_seat(
    backend: &Backend,
    tx: &DatabaseTransaction,
    room: &Room,
    actor: Actor,
    new: NewSeat,
) -> Result<Uuid, Failure> {
    let NewSeat { name, email, organisation, body, role, from, .. } = new;
    let person = accounts::ensure(backend, tx, actor, name, email).await?;
    let row = seat_changes::insert(backend, tx, room.id, body, organisation, role).await?;
    record::append(backend, tx, actor, Event::SeatMade { seat: row.id(), organisation, role }).await?;
    let mut seat = Seat::default();
    let events = seat.hand_over(TenureId(ids::in_order(backend.clock.now())?), Some(person), from)?;
    seat_changes::store(tx, row.id(), &events).await?;
    seat_changes::tell(backend, tx, actor, row.id(), &events).await?;
    events.iter().for_each(|event| seat.apply(*event));
    expect_holder(backend, tx, room, &row, &seat).await?;
    Ok(row.id)
}
