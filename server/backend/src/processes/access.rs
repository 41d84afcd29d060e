//! To whom a process is open: the sentence for all, and the seats that may go further.

use domain::{
    ids::SeatId,
    permissions::Act,
    problem::{FieldValue, Problem, Reason, What},
    processes::{Access, Level},
    record::Event,
    revision::Revision,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter,
};

use super::{
    entities::{
        process::{ActiveModel, Model},
        process_seat,
    },
    found::lock,
};
use crate::{Backend, Failure, accounts::Call, ids, partnerships::entities::seat, record};

pub async fn change_access(
    backend: &Backend,
    call: &Call,
    process: &str,
    access: &str,
    revision: &str,
) -> Result<(), Failure> {
    let to = Access::parse(access).map_err(|reason| Problem::invalid("access", reason))?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = lock(tx, call, Act::ChangeProcess, process).await?;
            let current = || vec![FieldValue { field: "access".into(), value: row.access.clone() }];
            row.revision().expect(seen, current)?;
            let from = row.access()?;
            let revision = Set(row.revision().next().0);
            let changed =
                ActiveModel { id: Set(row.id), access: Set(to.name().into()), revision, ..Default::default() };
            changed.update(tx).await?;
            let event = Event::ProcessAccessChanged { process: row.id(), from, to };
            record::append(backend, tx, call.actor()?, event).await
        })
        .await
}

/// A seat of the partnership gets a level of its own in it; named again, another one.
pub async fn name_seat(backend: &Backend, call: &Call, process: &str, seat: &str, level: &str) -> Result<(), Failure> {
    backend
        .store
        .write(async |tx| {
            let row = lock(tx, call, Act::ChangeProcess, process).await?;
            let (id, role) = chosen(tx, &row, seat).await?;
            let level = Level::parse_for(level, role).map_err(|reason| Problem::invalid("level", reason))?;
            process_seat::Entity::delete_many().filter(of(&row, id)).exec(tx).await?;
            let named = process_seat::ActiveModel {
                id: Set(ids::in_order(backend.clock.now())?),
                process: Set(row.id),
                seat: Set(id.0),
                level: Set(level.name().into()),
            };
            named.insert(tx).await?;
            let event = Event::SeatNamed { process: row.id(), seat: id };
            record::append(backend, tx, call.actor()?, event).await
        })
        .await
}

pub async fn unname_seat(backend: &Backend, call: &Call, process: &str, seat: &str) -> Result<(), Failure> {
    let missing = Problem::not_found(What::Seat);
    let id: SeatId = seat.parse().map_err(|_| missing.clone())?;
    backend
        .store
        .write(async |tx| {
            let row = lock(tx, call, Act::ChangeProcess, process).await?;
            let removed = process_seat::Entity::delete_many().filter(of(&row, id)).exec(tx).await?;
            if removed.rows_affected == 0 {
                return Err(missing.into());
            }
            let event = Event::SeatUnnamed { process: row.id(), seat: id };
            record::append(backend, tx, call.actor()?, event).await
        })
        .await
}

async fn chosen(
    tx: &DatabaseTransaction,
    process: &Model,
    seat: &str,
) -> Result<(SeatId, domain::partnerships::Role), Failure> {
    let unknown = || Problem::invalid("seat", Reason::UnknownChoice);
    let SeatId(id) = seat.parse().map_err(|_| unknown())?;
    let of_here = seat::Entity::find_by_id(id)
        .filter(seat::Column::Partnership.eq(process.partnership))
        .filter(seat::Column::DeletedAt.is_null());
    let row = of_here.one(tx).await?.ok_or_else(unknown)?;
    Ok((row.id(), row.role()?))
}

fn of(process: &Model, SeatId(seat): SeatId) -> Condition {
    Condition::all().add(process_seat::Column::Process.eq(process.id)).add(process_seat::Column::Seat.eq(seat))
}
