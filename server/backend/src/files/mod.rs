//! Files in the database, each content once, for as long as somebody uses it.

mod file;
mod file_use;

use domain::{
    actor::Actor,
    files::{FileHash, FileKind, FileUse, Picture},
    ids::PersonId,
    moment::Moment,
    permissions::{Act, Caller, Object, may},
    problem::{Problem, What},
    undo,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Select, sea_query::Expr,
};

use crate::{Backend, Failure, Unexpected, ids};

/// What is sent to whoever may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub hash: FileHash,
    pub kind: FileKind,
    pub bytes: Vec<u8>,
}

/// Keeps the picture and uses it from now on; the one before can be brought back for a while.
pub async fn keep(
    backend: &Backend,
    transaction: &DatabaseTransaction,
    actor: Actor,
    usage: FileUse,
    picture: Picture,
) -> Result<FileHash, Failure> {
    let (now, hash) = (backend.clock.now(), FileHash::of(&picture.bytes));
    let side = |side: u32| i32::try_from(side).map_err(Unexpected::during("keeping a picture"));
    let file = file::Model {
        hash: hash.to_string(),
        media_type: picture.kind.media_type().to_owned(),
        width: Some(side(picture.width)?),
        height: Some(side(picture.height)?),
        bytes: picture.bytes,
        created_at: now.0,
    };
    let unless_there = file::Entity::insert(file.into_active_model()).on_conflict_do_nothing_on([file::Column::Hash]);
    unless_there.exec_without_returning(transaction).await?;
    hide(backend, transaction, usage).await?;
    let row = file_use::Model {
        id: ids::in_order(now)?,
        file: hash.to_string(),
        purpose: usage.name().to_owned(),
        owner: usage.owner().0,
        actor: actor.to_string(),
        created_at: now.0,
        deleted_at: None,
    };
    file_use::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    Ok(hash)
}

/// Removes the file from its place; it can be brought back for a while.
pub async fn remove(backend: &Backend, transaction: &DatabaseTransaction, usage: FileUse) -> Result<(), Failure> {
    let removed = hide(backend, transaction, usage).await?;
    if removed == 0 { Err(Problem::not_found(What::File).into()) } else { Ok(()) }
}

/// Until when what was removed last can be brought back, if there is such.
pub async fn restorable(backend: &Backend, usage: FileUse) -> Result<Option<Moment>, Failure> {
    let last = removed_last(usage).one(backend.store.read()).await?.and_then(|last| last.deleted_at).map(Moment);
    Ok(last.filter(|removed| undo::restore(*removed, backend.clock.now()).is_ok()).map(|at| at.plus(undo::RESTORABLE)))
}

/// Brings back what was removed or replaced last.
pub async fn restore(
    backend: &Backend,
    transaction: &DatabaseTransaction,
    usage: FileUse,
) -> Result<FileHash, Failure> {
    let now = backend.clock.now();
    let last = removed_last(usage).lock_exclusive().one(transaction).await?;
    let last = last.ok_or(Problem::not_found(What::File))?;
    undo::restore(Moment(last.deleted_at.unwrap_or(now.0)), now)?;
    let hash = last.file.parse().map_err(Unexpected::during("bringing back a file"))?;
    hide(backend, transaction, usage).await?;
    let mut row = last.into_active_model();
    row.deleted_at = Set(None);
    file_use::Entity::update(row).exec(transaction).await?;
    Ok(hash)
}

fn removed_last(usage: FileUse) -> Select<file_use::Entity> {
    file_use::Entity::find()
        .filter(of(usage))
        .filter(file_use::Column::DeletedAt.is_not_null())
        .order_by_desc(file_use::Column::DeletedAt)
        .order_by_desc(file_use::Column::Id)
}

/// Removes every file of a person at once and for good, because that person is forgotten.
pub async fn forget(transaction: &DatabaseTransaction, owner: PersonId) -> Result<(), Failure> {
    file_use::Entity::delete_many().filter(file_use::Column::Owner.eq(owner.0)).exec(transaction).await?;
    remove_unused(transaction).await
}

/// The file, if the caller may see it in one of its places; for all others there is none.
pub async fn read(backend: &Backend, caller: &Caller, hash: FileHash) -> Result<File, Failure> {
    let owners: Vec<uuid::Uuid> = file_use::Entity::find()
        .select_only()
        .column(file_use::Column::Owner)
        .filter(file_use::Column::File.eq(hash.to_string()))
        .filter(file_use::Column::DeletedAt.is_null())
        .into_tuple()
        .all(backend.store.read())
        .await?;
    // Asked first, so that one who is not signed in does not learn which files there are.
    caller.person().ok_or(Problem::NotSignedIn)?;
    let missing = Problem::not_found(What::File);
    if !owners.into_iter().any(|owner| may(caller, Act::SeeFile, Object::Of(PersonId(owner))).is_ok()) {
        return Err(missing.into());
    }
    let file = file::Entity::find_by_id(hash.to_string()).one(backend.store.read()).await?.ok_or(missing)?;
    let kind = FileKind::from_media_type(&file.media_type);
    let kind = kind.ok_or_else(|| Unexpected::new(format!("a file of the kind {}", file.media_type)))?;
    Ok(File { hash, kind, bytes: file.bytes })
}

/// Removes what nobody uses any more.
pub(crate) async fn sweep(backend: &Backend) -> Result<(), Failure> {
    backend.store.write(async |transaction| remove_unused(transaction).await).await
}

async fn remove_unused(transaction: &DatabaseTransaction) -> Result<(), Failure> {
    let used = file_use::Entity::find().select_only().column(file_use::Column::File).into_query();
    file::Entity::delete_many().filter(file::Column::Hash.not_in_subquery(used)).exec(transaction).await?;
    Ok(())
}

async fn hide(backend: &Backend, transaction: &DatabaseTransaction, usage: FileUse) -> Result<u64, Failure> {
    let hidden = file_use::Entity::update_many()
        .col_expr(file_use::Column::DeletedAt, Expr::value(backend.clock.now().0))
        .filter(of(usage))
        .filter(file_use::Column::DeletedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(hidden.rows_affected)
}

fn of(usage: FileUse) -> Condition {
    Condition::all().add(file_use::Column::Owner.eq(usage.owner().0)).add(file_use::Column::Purpose.eq(usage.name()))
}

#[cfg(test)]
mod tests;
