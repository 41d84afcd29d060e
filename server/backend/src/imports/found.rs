//! The import that a call is about, and how far it has got.

use domain::{
    ids::ImportId,
    imports::{ImportKind, ImportState},
    permissions::{Act, Object},
    problem::{Problem, What},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Select};

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::{
    Failure, Unexpected,
    accounts::Call,
    partnerships::room::{Room, read},
};

/// What one has to be allowed for an import of this kind.
pub const fn act(kind: ImportKind) -> Act {
    match kind {
        ImportKind::Organisations => Act::ChangeOrganisation,
        ImportKind::Seats => Act::ChangeSeat,
    }
}

pub fn of_here(room: &Room, import: &str) -> Result<Select<Entity>, Problem> {
    let ImportId(id) = import.parse().map_err(|_| Problem::not_found(What::Import))?;
    Ok(Entity::find_by_id(id).filter(Column::Partnership.eq(room.id.0)))
}

/// Whoever may not import it does not learn what stands in it.
pub fn allowed(call: &Call, room: &Room, row: Option<Model>) -> Result<Model, Failure> {
    let row = row.ok_or(Problem::not_found(What::Import))?;
    call.may(act(row.kind()?), Object::In(room.place(None)))?;
    Ok(row)
}

pub async fn locked(tx: &DatabaseTransaction, call: &Call, room: &Room, import: &str) -> Result<Model, Failure> {
    allowed(call, room, of_here(room, import)?.lock_exclusive().one(tx).await?)
}

pub(crate) async fn set_state(
    tx: &DatabaseTransaction,
    ImportId(id): ImportId,
    state: ImportState,
) -> Result<(), Failure> {
    // One that has been swept meanwhile has no state.
    let state = ActiveModel { state: Set(state.name().into()), ..Default::default() };
    Entity::update_many().set(state).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

impl Model {
    pub fn kind(&self) -> Result<ImportKind, Unexpected> {
        read(&self.kind, "a kind of import")
    }

    pub fn state(&self) -> Result<ImportState, Unexpected> {
        read(&self.state, "a state of an import")
    }
}
