//! What an import made is unmade, as long as nobody has built upon it.

use domain::{
    ids::SeatId,
    imports::{ImportKind, ImportState},
    moment::Moment,
    problem::{Problem, Reason},
    record::Event,
    revision::Revision,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::found::{locked, set_state};
use crate::{
    Backend, Failure,
    accounts::Call,
    partnerships::{
        entities::{anchoring, body, membership, organisation, organisation_alias, organisation_name, seat},
        room::Room,
        seat_changes::set_removed,
    },
    record,
};

/// Organisations are gone at once; seats can be brought back one by one, like any that was removed. Accounts that were
/// begun for their holders stay: without a seat they open nothing.
pub async fn undo_import(backend: &Backend, call: &Call, partnership: &str, import: &str) -> Result<(), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, call, &room, import).await?;
            let state: ImportState = row.state()?.undo(Moment(row.created_at))?;
            let made: Vec<Uuid> = serde_json::from_str(&row.made)?;
            match row.kind()? {
                ImportKind::Organisations => remove_organisations(tx, &made).await?,
                ImportKind::Seats => remove_seats(backend, tx, call, &made).await?,
            }
            set_state(tx, domain::ids::ImportId(row.id), state).await
        })
        .await
}

async fn remove_organisations(tx: &DatabaseTransaction, made: &[Uuid]) -> Result<(), Failure> {
    let these = || made.iter().copied();
    let seats = seat::Entity::find().filter(seat::Column::Organisation.is_in(these())).count(tx).await?;
    let texts = anchoring::Entity::find().filter(anchoring::Column::Organisation.is_in(these())).count(tx).await?;
    let convened = body::Entity::find().filter(body::Column::Convenor.is_in(these())).count(tx).await?;
    let members = membership::Entity::find().filter(membership::Column::Organisation.is_in(these())).count(tx).await?;
    let changed = organisation::Column::Revision.gt(Revision::FIRST.0);
    let of_these = organisation::Entity::find().filter(organisation::Column::Id.is_in(these()));
    let changed = of_these.filter(changed).count(tx).await?;
    let followed = organisation::Column::Successor.is_in(these());
    let followed = organisation::Entity::find().filter(followed).count(tx).await?;
    let elsewhere = members.saturating_sub(u64::try_from(made.len()).unwrap_or(u64::MAX));
    if [seats, texts, convened, changed, followed, elsewhere].iter().any(|count| *count > 0) {
        return Err(Problem::invalid("", Reason::InUse).into());
    }
    let alias = organisation_alias::Column::Organisation.is_in(these());
    organisation_alias::Entity::delete_many().filter(alias).exec(tx).await?;
    let name = organisation_name::Column::Organisation.is_in(these());
    organisation_name::Entity::delete_many().filter(name).exec(tx).await?;
    let member = membership::Column::Organisation.is_in(these());
    membership::Entity::delete_many().filter(member).exec(tx).await?;
    organisation::Entity::delete_many().filter(organisation::Column::Id.is_in(these())).exec(tx).await?;
    Ok(())
}

async fn remove_seats(backend: &Backend, tx: &DatabaseTransaction, call: &Call, made: &[Uuid]) -> Result<(), Failure> {
    let these = seat::Column::Id.is_in(made.iter().copied());
    let there = seat::Entity::find().filter(these).filter(seat::Column::DeletedAt.is_null()).all(tx).await?;
    for row in there {
        set_removed(tx, &row, Some(backend.clock.now())).await?;
        record::append(backend, tx, call.actor()?, Event::SeatRemoved { seat: SeatId(row.id) }).await?;
    }
    Ok(())
}
