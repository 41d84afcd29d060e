//! Imports, kept: a file is looked through by a job, shown, confirmed, written by a job, and undone if need be.

mod entity;
mod found;
mod rows;
mod undoing;
mod writing;

use domain::{
    csv::Sheet,
    ids::ImportId,
    imports::{ImportKind, ImportState, Summary},
    jobs::JobKind,
    moment::{Moment, Span},
    permissions::{Act, Object},
    problem::Problem,
};
use entity::{ActiveModel, Column, Entity};
pub(crate) use found::set_state;
use found::{act, locked, of_here};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
pub use undoing::undo_import;
pub(crate) use writing::{read, write};

use crate::{Backend, Failure, accounts::Call, ids, jobs, partnerships::room::Room};

/// What was brought is no longer needed then, and no longer undone.
const KEPT: Span = Span::days(30);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPage {
    pub id: ImportId,
    pub kind: ImportKind,
    pub state: ImportState,
    pub summary: Summary,
    pub at: Moment,
}

/// Refuses what is no table at once; its rows are looked through by a job, and nothing is made before it is confirmed.
pub async fn begin_import(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    kind: &str,
    file: &[u8],
) -> Result<ImportId, Failure> {
    let kind = ImportKind::parse(kind).map_err(|reason| Problem::invalid("kind", reason))?;
    let room = Room::enter_for(backend, call, act(kind), partnership).await?;
    Sheet::read(file)?;
    let (now, actor) = (backend.clock.now(), call.actor()?);
    backend
        .store
        .write(async |tx| {
            let row = ActiveModel {
                id: Set(ids::in_order(now)?),
                partnership: Set(room.id.0),
                kind: Set(kind.name().into()),
                file: Set(file.to_vec()),
                actor: Set(actor.to_string()),
                may_invite: Set(call.may(Act::Invite, Object::Server).is_ok()),
                state: Set(ImportState::Reading.name().into()),
                summary: Set(serde_json::to_string(&Summary::default())?),
                made: Set("[]".into()),
                created_at: Set(now.0),
            };
            let import = ImportId(row.insert(tx).await?.id);
            jobs::enqueue(backend, tx, JobKind::ReadImport { import }, actor).await?;
            Ok(import)
        })
        .await
}

/// What was found in it, row by row, and how far it has got.
pub async fn import(backend: &Backend, call: &Call, partnership: &str, import: &str) -> Result<ImportPage, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let row = of_here(&room, import)?.one(backend.store.read()).await?;
    let row = found::allowed(call, &room, row)?;
    Ok(ImportPage {
        id: ImportId(row.id),
        kind: row.kind()?,
        state: row.state()?,
        summary: serde_json::from_str(&row.summary)?,
        at: Moment(row.created_at),
    })
}

/// Makes what its good rows are to become; the refused ones are left out.
pub async fn confirm_import(backend: &Backend, call: &Call, partnership: &str, import: &str) -> Result<(), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let actor = call.actor()?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, call, &room, import).await?;
            let summary: Summary = serde_json::from_str(&row.summary)?;
            let state = row.state()?.confirm(summary.good, Moment(row.created_at))?;
            let import = ImportId(row.id);
            set_state(tx, import, state).await?;
            jobs::enqueue(backend, tx, JobKind::WriteImport { import }, actor).await
        })
        .await
}

pub(crate) async fn sweep(backend: &Backend) -> Result<(), Failure> {
    let before = backend.clock.now().minus(KEPT);
    backend
        .store
        .write(async |tx| {
            Entity::delete_many().filter(Column::CreatedAt.lte(before.0)).exec(tx).await?;
            Ok(())
        })
        .await
}

#[cfg(test)]
mod tests;
