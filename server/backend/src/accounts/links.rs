//! Links that are good once, as rows: made, looked at and followed.

use domain::{
    accounts::{Link, Purpose},
    ids::PersonId,
    problem::{Problem, What},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect, Select,
};

use super::{
    entities::{
        link::{ActiveModel, Column, Entity, Model},
        person,
    },
    persons,
};
use crate::{Backend, Failure, ids, secrets::Secret};

/// A new link takes the place of the one that the same person (or the server) had for the same purpose.
pub async fn make(
    backend: &Backend,
    tx: &DatabaseTransaction,
    purpose: Purpose,
    person: Option<PersonId>,
) -> Result<Secret, Failure> {
    let same = Entity::delete_many().filter(Column::Purpose.eq(purpose.name()));
    let person = person.map(|PersonId(id)| id);
    match person {
        Some(id) => same.filter(Column::Person.eq(id)).exec(tx).await?,
        None => same.filter(Column::Person.is_null()).exec(tx).await?,
    };
    let token = Secret::token()?;
    let row = ActiveModel {
        id: Set(ids::at_random()?),
        purpose: Set(purpose.name().into()),
        token_hash: Set(token.hash().to_vec()),
        person: Set(person),
        made_at: Set(backend.clock.now().0),
        used_at: Set(None),
    };
    row.insert(tx).await?;
    Ok(token)
}

/// Whether it could be followed now.
pub async fn look(backend: &Backend, purpose: Purpose, token: &str) -> Result<(), Failure> {
    let row = by_token(purpose, token).one(backend.store.read()).await?;
    decide(backend, backend.store.read(), purpose, row).await.map(drop)
}

/// Whose it is, if it could be followed now.
pub async fn owner(backend: &Backend, purpose: Purpose, token: &str) -> Result<person::Model, Failure> {
    let row = by_token(purpose, token).one(backend.store.read()).await?;
    let (row, _) = decide(backend, backend.store.read(), purpose, row).await?;
    let owner = match row.person {
        Some(id) => person::Entity::find_by_id(id).one(backend.store.read()).await?,
        None => None,
    };
    Ok(owner.ok_or(Problem::not_found(What::Link))?)
}

/// Uses it up, and gives whose it is.
pub async fn follow(
    backend: &Backend,
    tx: &DatabaseTransaction,
    purpose: Purpose,
    token: &str,
) -> Result<Option<PersonId>, Failure> {
    let row = by_token(purpose, token).lock_exclusive().one(tx).await?;
    let (row, after) = decide(backend, tx, purpose, row).await?;
    let used = ActiveModel { id: Set(row.id), used_at: Set(after.used_at.map(|at| at.0)), ..Default::default() };
    used.update(tx).await?;
    Ok(row.person.map(PersonId))
}

/// Removes what can no longer be followed.
pub async fn sweep(backend: &Backend, tx: &DatabaseTransaction) -> Result<(), Failure> {
    let before = backend.clock.now().minus(Purpose::PASSWORD_VALID_FOR);
    Entity::delete_many()
        .filter(Column::Purpose.eq(Purpose::Password.name()))
        .filter(Column::MadeAt.lt(before.0))
        .exec(tx)
        .await?;
    Ok(())
}

async fn decide(
    backend: &Backend,
    db: &impl ConnectionTrait,
    purpose: Purpose,
    row: Option<Model>,
) -> Result<(Model, Link), Failure> {
    let row = row.ok_or(Problem::not_found(What::Link))?;
    if purpose == Purpose::Password && row.person.is_none() {
        return Err(Problem::not_found(What::Link).into());
    }
    let after = row.times(purpose).follow(persons::administrators(db).await?, backend.clock.now())?;
    Ok((row, after))
}

fn by_token(purpose: Purpose, token: &str) -> Select<Entity> {
    Entity::find()
        .filter(Column::TokenHash.eq(Secret::brought(token).hash().to_vec()))
        .filter(Column::Purpose.eq(purpose.name()))
}
