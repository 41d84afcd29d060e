//! Accounts from the terminal: for whoever runs the server, for the demo and for tests.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv4Addr},
};

use domain::{
    accounts::{Browser, EmailAddress, NewPassword, Office, PersonName, Purpose, SecondFactor},
    actor::Actor,
    ids::PersonId,
    language::Language,
    permissions::Caller,
    problem::{Faults, Problem, Reason, What},
    record::Event,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{
    Call,
    entities::person::{Column, Entity},
    letters, links,
    people::{PersonRow, rows},
    persons::{self, NewPerson},
    second_factor,
};
use crate::{Backend, Failure, partnerships, record};

/// Everyone who has or had an account, by name.
pub async fn everyone(backend: &Backend) -> Result<Vec<PersonRow>, Failure> {
    let known = Entity::find().filter(Column::Email.is_not_null()).order_by_asc(Column::SortName);
    rows(backend, known.all(backend.store.read()).await?).await
}

/// Whether anybody has ever had an account.
pub async fn is_empty(backend: &Backend) -> Result<bool, Failure> {
    Ok(Entity::find().count(backend.store.read()).await? == 0)
}

/// Makes an account by the same rules as everywhere. An office that needs a password gets it now or by a link.
pub async fn begin_account(
    backend: &Backend,
    name: &str,
    email: &str,
    office: Office,
    password: Option<&str>,
) -> Result<PersonId, Failure> {
    let mut faults = Faults::default();
    let name = faults.check("name", PersonName::parse(name));
    let email = faults.check("email", EmailAddress::parse(email));
    let password = match (password, &email) {
        (Some(text), Some(email)) => NewPassword::read(text, text, email, name.as_ref(), &mut faults),
        _ => None,
    };
    faults.done()?;
    let (Some(name), Some(email)) = (name, email) else { return Err(Problem::invalid("", Reason::Missing).into()) };
    let password_hash = match password {
        Some(password) => Some(backend.passwords.hash(password.expose()).await?),
        None => None,
    };
    backend
        .store
        .write(async |tx| {
            if persons::is_taken(tx, &email).await? {
                return Err(Problem::invalid("email", Reason::Taken).into());
            }
            let new = NewPerson { name, email, office, language: Language::default(), password_hash };
            let person = persons::create(backend, tx, new).await?;
            let event = Event::AccountBegun { person: person.id(), office };
            record::append(backend, tx, Actor::System, event).await?;
            Ok(person.id())
        })
        .await
}

/// Whoever runs the server does something as that person: the same may be done, and refused, as on a page.
pub async fn call_as(backend: &Backend, id: PersonId) -> Result<Call, Failure> {
    let person = Entity::find_by_id(id.0).one(backend.store.read()).await?;
    let person = person.ok_or(Problem::not_found(What::Person))?;
    let seats = partnerships::seats_of(backend, id).await?;
    Ok(Call {
        caller: Caller::Person { id, office: person.office()?, seats },
        me: None,
        session: None,
        attempt: None,
        address: IpAddr::V4(Ipv4Addr::LOCALHOST),
        browser: Browser::of(""),
        language: person.language(),
    })
}

/// A link for a new password, to hand over to one who is locked out.
pub async fn password_link_for(backend: &Backend, email: &str) -> Result<String, Failure> {
    let email = EmailAddress::parse(email).map_err(|reason| Problem::invalid("email", reason))?;
    backend
        .store
        .write(async |tx| {
            let person = persons::active(tx, &email).await?.ok_or(Problem::not_found(What::Person))?;
            let token = links::make(backend, tx, Purpose::Password, Some(person.id())).await?;
            Ok(letters::address_of(backend, &format!("/password/new/{}", token.expose())))
        })
        .await
}

/// Turns the second step off for one who has lost both the phone and the recovery codes.
pub async fn turn_off_second_step_for(backend: &Backend, email: &str) -> Result<(), Failure> {
    let email = EmailAddress::parse(email).map_err(|reason| Problem::invalid("email", reason))?;
    backend
        .store
        .write(async |tx| {
            let person = persons::active(tx, &email).await?.ok_or(Problem::not_found(What::Person))?;
            if person.second_factor() == SecondFactor::Off {
                return Err(Problem::not_found(What::Person).into());
            }
            second_factor::turn_off(backend, tx, &person, None, Actor::System).await
        })
        .await
}

/// The names of these persons; those who have been forgotten are missing.
pub async fn names(backend: &Backend, ids: Vec<PersonId>) -> Result<HashMap<PersonId, String>, Failure> {
    let known = Entity::find()
        .filter(Column::Id.is_in(ids.into_iter().map(|PersonId(id)| id)))
        .filter(Column::Email.is_not_null())
        .all(backend.store.read())
        .await?;
    Ok(known.into_iter().map(|person| (person.id(), person.name)).collect())
}
