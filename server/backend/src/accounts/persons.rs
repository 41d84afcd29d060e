//! Persons as rows: found, locked and counted.

use std::collections::HashMap;

use domain::{
    accounts::{EmailAddress, Office, PersonName},
    actor::Actor,
    ids::PersonId,
    language::{Language, Theme},
    problem::{Problem, Reason, What},
    record::Event,
    revision::Revision,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait,
    QueryFilter, QuerySelect,
};

use super::entities::person::{ActiveModel, Column, Entity, Model};
use crate::{Backend, Failure, ids, record};

/// A person who is to get an account.
pub struct NewPerson {
    pub name: PersonName,
    pub email: EmailAddress,
    pub office: Office,
    pub language: Language,
    pub password_hash: Option<String>,
}

pub async fn create(backend: &Backend, tx: &DatabaseTransaction, new: NewPerson) -> Result<Model, Failure> {
    let row = ActiveModel {
        id: Set(ids::at_random()?),
        sort_name: Set(new.name.as_str().to_lowercase()),
        name: Set(new.name.into()),
        email: Set(Some(new.email.into())),
        office: Set(new.office.name().into()),
        language: Set(new.language.tag().into()),
        theme: Set(Theme::default().name().into()),
        picture: Set(None),
        password_hash: Set(new.password_hash),
        totp_key: Set(None),
        totp_confirmed: Set(false),
        totp_last_step: Set(None),
        revision: Set(Revision::FIRST.0),
        created_at: Set(backend.clock.now().0),
        deleted_at: Set(None),
    };
    Ok(row.insert(tx).await?)
}

/// Somebody whose account has not been ended.
pub async fn active(db: &impl ConnectionTrait, email: &EmailAddress) -> Result<Option<Model>, Failure> {
    let by_email = Entity::find().filter(Column::Email.eq(email.as_str())).filter(Column::DeletedAt.is_null());
    Ok(by_email.one(db).await?)
}

/// Somebody with an account, by address or by id, as a form names them at its field `person`.
pub async fn chosen(db: &impl ConnectionTrait, text: &str) -> Result<PersonId, Failure> {
    let refused = |reason| Problem::invalid("person", reason);
    let query = match text.trim().parse() {
        Ok(PersonId(id)) => Entity::find_by_id(id),
        Err(_) => {
            let email = EmailAddress::parse(text).map_err(refused)?;
            Entity::find().filter(Column::Email.eq(email.as_str()))
        }
    };
    let person = query.filter(Column::DeletedAt.is_null()).one(db).await?;
    Ok(person.ok_or_else(|| refused(Reason::NoAccount))?.id())
}

/// The account of this address; a member's is begun where there is none.
pub async fn ensure(
    backend: &Backend,
    tx: &DatabaseTransaction,
    actor: Actor,
    name: PersonName,
    email: EmailAddress,
) -> Result<PersonId, Failure> {
    if let Some(person) = active(tx, &email).await? {
        return Ok(person.id());
    }
    let (office, language) = (Office::Member, Language::default());
    let person = create(backend, tx, NewPerson { name, email, office, language, password_hash: None }).await?.id();
    record::append(backend, tx, actor, Event::AccountBegun { person, office }).await?;
    Ok(person)
}

/// Of these addresses, those that an account has: whether it goes on, or has been ended.
pub async fn known(
    db: &impl ConnectionTrait,
    emails: impl Iterator<Item = &EmailAddress>,
) -> Result<HashMap<String, bool>, Failure> {
    let found = Entity::find().filter(Column::Email.is_in(emails.map(EmailAddress::as_str))).all(db).await?;
    Ok(found.into_iter().filter_map(|row| Some((row.email?, row.deleted_at.is_none()))).collect())
}

/// Whether an account has this address, ended or not.
pub async fn is_taken(db: &impl ConnectionTrait, email: &EmailAddress) -> Result<bool, Failure> {
    Ok(Entity::find().filter(Column::Email.eq(email.as_str())).count(db).await? > 0)
}

/// The person, locked until the transaction ends, so that what is decided upon it still holds when it is written.
pub async fn locked(tx: &DatabaseTransaction, PersonId(id): PersonId) -> Result<Model, Failure> {
    let person = Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    Ok(person.ok_or(Problem::not_found(What::Person))?)
}

/// Like [`locked`], but an account that has been ended is none.
pub async fn locked_active(tx: &DatabaseTransaction, id: PersonId) -> Result<Model, Failure> {
    let person = locked(tx, id).await?;
    if person.ended_at().is_some() { Err(Problem::not_found(What::Person).into()) } else { Ok(person) }
}

pub async fn administrators(db: &impl ConnectionTrait) -> Result<u64, Failure> {
    Ok(administrators_query().count(db).await?)
}

/// Like [`administrators`], with their rows locked, so that two of them cannot leave at the same time.
pub async fn administrators_locked(tx: &DatabaseTransaction) -> Result<u64, Failure> {
    // In one order for all, or two who lock at once would wait for each other.
    let ids = administrators_query().select_only().column(Column::Id);
    let rows = sea_orm::QueryOrder::order_by_asc(ids, Column::Id).lock_exclusive();
    Ok(u64::try_from(rows.into_tuple::<uuid::Uuid>().all(tx).await?.len()).unwrap_or(u64::MAX))
}

fn administrators_query() -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::Office.eq(Office::Administrator.name())).filter(Column::DeletedAt.is_null())
}
