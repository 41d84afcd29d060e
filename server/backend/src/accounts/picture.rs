//! One's picture: kept among the files, named beside the person so that lists need not look for it.

use domain::{files::FileUse, ids::PersonId, permissions::Act};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction};

use super::{Call, entities::person::ActiveModel, persons};
use crate::{Backend, Failure, files};

pub async fn change_picture(backend: &Backend, call: &Call, bytes: &[u8]) -> Result<(), Failure> {
    let (id, actor) = (call.may_own(Act::ChangeProfile)?, call.actor()?);
    let usage = FileUse::Picture(id);
    let picture = usage.accept(bytes)?;
    backend
        .store
        .write(async |tx| {
            persons::locked_active(tx, id).await?;
            let hash = files::keep(backend, tx, actor, usage, picture).await?;
            name(tx, id, Some(hash.to_string())).await
        })
        .await
}

pub async fn remove_picture(backend: &Backend, call: &Call) -> Result<(), Failure> {
    let id = call.may_own(Act::ChangeProfile)?;
    backend
        .store
        .write(async |tx| {
            persons::locked_active(tx, id).await?;
            files::remove(backend, tx, FileUse::Picture(id)).await?;
            name(tx, id, None).await
        })
        .await
}

/// Brings back the picture that was removed last.
pub async fn restore_picture(backend: &Backend, call: &Call) -> Result<(), Failure> {
    let id = call.may_own(Act::ChangeProfile)?;
    backend
        .store
        .write(async |tx| {
            persons::locked_active(tx, id).await?;
            let hash = files::restore(backend, tx, FileUse::Picture(id)).await?;
            name(tx, id, Some(hash.to_string())).await
        })
        .await
}

async fn name(tx: &DatabaseTransaction, PersonId(id): PersonId, hash: Option<String>) -> Result<(), Failure> {
    let row = ActiveModel { id: Set(id), picture: Set(hash), ..Default::default() };
    row.update(tx).await?;
    Ok(())
}
