//! The record is added to by the transaction that does what it tells of, and can be verified from its first entry on.

mod entry;

use domain::{
    actor::Actor,
    moment::Moment,
    permissions::{Act, Caller, Object, may},
    record::{self, Break, Chain, Event, Hash, Verified},
};
pub use entry::Entry;
use entry::{head, row};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use crate::{
    Backend, Failure, Unexpected,
    paging::{PIECE_AND_ONE, Page},
};

const HEAD: i32 = 1;
/// So many entries are held in memory at a time.
const STRIDE: u64 = 1_000;

/// Adds an entry. The head is locked until the transaction ends, so that two writers cannot go on from the same entry:
/// do it last, and others wait the shorter for it.
pub async fn append(
    backend: &Backend,
    transaction: &DatabaseTransaction,
    actor: Actor,
    event: Event,
) -> Result<(), Failure> {
    let head = read_head(transaction, true).await?;
    let last = head.hash.as_slice().try_into().map(Hash).map_err(Unexpected::during("reading the record's head"))?;
    let (number, at) = (head.number + 1, backend.clock.now());
    let (actor, event) = (actor.to_string(), event.to_string());
    let hash = record::Entry { number, at, actor: &actor, event: &event }.hash(&last).0.to_vec();
    let row = row::Model { number, at: at.0, actor, event, hash: hash.clone() };
    row::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    let head = head::ActiveModel { id: Set(HEAD), number: Set(number), hash: Set(hash) };
    head::Entity::update(head).exec(transaction).await?;
    Ok(())
}

/// Newest first; `before` is where the last piece ended.
pub async fn list(backend: &Backend, caller: &Caller, before: Option<i64>) -> Result<Page<Entry, i64>, Failure> {
    may(caller, Act::SeeRecord, Object::Server)?;
    let mut query = row::Entity::find().order_by_desc(row::Column::Number).limit(PIECE_AND_ONE);
    if let Some(before) = before {
        query = query.filter(row::Column::Number.lt(before));
    }
    Page::cut(query.all(backend.store.read()).await?, |row| row.number)
}

/// Goes along the whole chain, from the first entry to the head.
pub async fn verify(backend: &Backend) -> Result<Result<Verified, Break>, Failure> {
    let snapshot = backend.store.snapshot().await?;
    let (mut chain, mut after) = (Chain::default(), i64::MIN);
    loop {
        let rows = row::Entity::find()
            .filter(row::Column::Number.gt(after))
            .order_by_asc(row::Column::Number)
            .limit(STRIDE)
            .all(&snapshot)
            .await?;
        let Some(last) = rows.last() else { break };
        after = last.number;
        for row in &rows {
            let entry = record::Entry { number: row.number, at: Moment(row.at), actor: &row.actor, event: &row.event };
            if let Err(broken) = chain.check(&entry, &row.hash) {
                return Ok(Err(broken));
            }
        }
    }
    let head = read_head(&snapshot, false).await?;
    Ok(chain.finish(head.number, &head.hash))
}

async fn read_head(database: &impl ConnectionTrait, lock: bool) -> Result<head::Model, Failure> {
    let query = head::Entity::find_by_id(HEAD);
    let query = if lock { query.lock_exclusive() } else { query };
    Ok(query.one(database).await?.ok_or_else(|| Unexpected::new("the record has no head"))?)
}

#[cfg(test)]
mod tests;
