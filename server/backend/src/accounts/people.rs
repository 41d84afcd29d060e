//! The list of people, and what an administrator changes about them.

use std::collections::HashMap;

use data_encoding::BASE64URL_NOPAD;
use domain::{
    accounts::{self, EmailAddress, Office, PersonName, SecondFactor},
    ids::PersonId,
    moment::Moment,
    permissions::{Act, Object},
    problem::{FieldValue, Problem, What},
    record::Event,
    revision::Revision,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LikeExpr,
};
use uuid::Uuid;

use super::{
    Call,
    entities::{
        person::{ActiveModel, Column, Entity, Model},
        session,
    },
    persons, sessions,
};
use crate::{
    Backend, Failure,
    paging::{PIECE, PIECE_AND_ONE, Page},
    record,
};

/// A person as those see them who look after accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    pub id: PersonId,
    pub name: PersonName,
    pub email: EmailAddress,
    pub office: Office,
    pub picture: Option<String>,
    pub has_password: bool,
    pub has_second_factor: bool,
    /// When the person was last here, if they are signed in anywhere.
    pub seen_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    pub revision: Revision,
}

/// By name; `search` is part of a name or address, `after` where the last piece ended.
pub async fn list_people(
    backend: &Backend,
    call: &Call,
    search: &str,
    after: Option<&str>,
) -> Result<Page<PersonRow, String>, Failure> {
    call.may(Act::SeePeople, Object::Server)?;
    let mut query = Entity::find()
        .filter(Column::Email.is_not_null())
        .order_by_asc(Column::SortName)
        .order_by_asc(Column::Id)
        .limit(PIECE_AND_ONE);
    let search = search.trim().to_lowercase();
    if !search.is_empty() {
        let contains = || LikeExpr::new(format!("%{}%", escaped(&search))).escape('\\');
        query =
            query.filter(Condition::any().add(Column::SortName.like(contains())).add(Column::Email.like(contains())));
    }
    if let Some((name, id)) = after.and_then(read_cursor) {
        let later = Condition::all().add(Column::SortName.eq(name.clone())).add(Column::Id.gt(id));
        query = query.filter(Condition::any().add(Column::SortName.gt(name)).add(later));
    }
    let mut models = query.all(backend.store.read()).await?;
    let more = models.len() > PIECE;
    models.truncate(PIECE);
    let next = models.last().filter(|_| more).map(cursor);
    Ok(Page { rows: rows(backend, models).await?, next })
}

pub async fn person(backend: &Backend, call: &Call, person: &str) -> Result<PersonRow, Failure> {
    let id = read_id(call, Act::SeePerson, person)?;
    let model = Entity::find_by_id(id.0).filter(Column::Email.is_not_null()).one(backend.store.read()).await?;
    let model = model.ok_or(Problem::not_found(What::Person))?;
    rows(backend, vec![model]).await?.pop().ok_or_else(|| Problem::not_found(What::Person).into())
}

/// Signs the person out everywhere: what a session may do is decided anew.
pub async fn change_office(
    backend: &Backend,
    call: &Call,
    person: &str,
    office: &str,
    revision: &str,
) -> Result<(), Failure> {
    let id = read_id(call, Act::ChangeOffice, person)?;
    let office = Office::parse(office).map_err(|reason| Problem::invalid("office", reason))?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let administrators = persons::administrators_locked(tx).await?;
            let person = persons::locked_active(tx, id).await?;
            let current = || vec![FieldValue { field: "office".into(), value: person.office.clone() }];
            person.revision().expect(seen, current)?;
            let from = person.office()?;
            from.change(office, person.has_password(), administrators)?;
            let row = ActiveModel {
                id: Set(person.id),
                office: Set(office.name().into()),
                revision: Set(person.revision().next().0),
                ..Default::default()
            };
            row.update(tx).await?;
            sessions::end_all(tx, id, None).await?;
            let event = Event::OfficeChanged { person: id, from, to: office };
            record::append(backend, tx, call.actor()?, event).await
        })
        .await
}

/// At once; it can be brought back for 30 days.
pub async fn end_account(backend: &Backend, call: &Call, person: &str) -> Result<(), Failure> {
    let id = read_id(call, Act::EndAccount, person)?;
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let administrators = persons::administrators_locked(tx).await?;
            let person = persons::locked_active(tx, id).await?;
            accounts::end_account(person.office()?, administrators)?;
            set_ended(tx, &person, Some(now)).await?;
            record::append(backend, tx, call.actor()?, Event::AccountEnded { person: id }).await
        })
        .await
}

/// As it was, but signed in nowhere.
pub async fn restore_account(backend: &Backend, call: &Call, person: &str) -> Result<(), Failure> {
    let id = read_id(call, Act::RestoreAccount, person)?;
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let person = persons::locked(tx, id).await?;
            accounts::restore_account(person.ended_at(), now)?;
            set_ended(tx, &person, None).await?;
            sessions::end_all(tx, id, None).await?;
            record::append(backend, tx, call.actor()?, Event::AccountRestored { person: id }).await
        })
        .await
}

async fn set_ended(tx: &sea_orm::DatabaseTransaction, person: &Model, ended_at: Option<Moment>) -> Result<(), Failure> {
    let row = ActiveModel {
        id: Set(person.id),
        deleted_at: Set(ended_at.map(|at| at.0)),
        revision: Set(person.revision().next().0),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}

/// Whoever may not do this to that person, or not know of them, is refused before anything is looked up.
fn read_id(call: &Call, act: Act, person: &str) -> Result<PersonId, Problem> {
    let id = person.parse().map_err(|_| Problem::not_found(What::Person))?;
    call.may(act, Object::Of(id))?;
    Ok(id)
}

pub(super) async fn rows(backend: &Backend, models: Vec<Model>) -> Result<Vec<PersonRow>, Failure> {
    let seen = session::Entity::find()
        .select_only()
        .column(session::Column::Person)
        .column_as(session::Column::SeenAt.max(), "seen_at")
        .filter(session::Column::Person.is_in(models.iter().map(|person| person.id)))
        .group_by(session::Column::Person)
        .into_tuple::<(Uuid, i64)>()
        .all(backend.store.read())
        .await?
        .into_iter()
        .collect::<HashMap<_, _>>();
    models
        .into_iter()
        .map(|person| {
            Ok(PersonRow {
                id: person.id(),
                name: person.name()?,
                email: person.email()?,
                office: person.office()?,
                has_password: person.has_password(),
                has_second_factor: person.second_factor() == SecondFactor::On,
                seen_at: seen.get(&person.id).copied().map(Moment),
                ended_at: person.ended_at(),
                revision: person.revision(),
                picture: person.picture,
            })
        })
        .collect()
}

/// What is typed is looked for as it is, also `%` and `_`.
fn escaped(search: &str) -> String {
    search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

fn cursor(last: &Model) -> String {
    BASE64URL_NOPAD.encode(&[last.id.as_bytes().as_slice(), last.sort_name.as_bytes()].concat())
}

/// One that nobody was given begins at the beginning.
fn read_cursor(text: &str) -> Option<(String, Uuid)> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let (id, name) = bytes.split_first_chunk::<16>()?;
    Some((String::from_utf8(name.to_vec()).ok()?, Uuid::from_bytes(*id)))
}
