//! The first start: a link, printed once, for whoever becomes the first administrator.

use domain::{
    accounts::{Administrator, Office, Purpose},
    actor::Actor,
    permissions::{Act, Object},
    problem::{Problem, Reason},
    record::{Event, Means},
};

use super::{
    Call, letters, links,
    persons::{self, NewPerson},
    sessions,
};
use crate::{Backend, Failure, record, secrets::Secret};

/// The whole address, while there is no administrator. Each start makes a new one: only its hash is kept.
pub async fn ensure_set_up_link(backend: &Backend) -> Result<Option<String>, Failure> {
    backend
        .store
        .write(async |tx| {
            if persons::administrators(tx).await? > 0 {
                return Ok(None);
            }
            let token = links::make(backend, tx, Purpose::SetUp, None).await?;
            Ok(Some(letters::address_of(backend, &format!("/set-up/{}", token.expose()))))
        })
        .await
}

pub async fn read_set_up_link(backend: &Backend, call: &Call, token: &str) -> Result<(), Failure> {
    call.may(Act::SignIn, Object::Server)?;
    links::look(backend, Purpose::SetUp, token).await
}

/// Makes the first administrator and signs them in, in this browser.
pub async fn set_up(
    backend: &Backend,
    call: &Call,
    token: &str,
    name: &str,
    email: &str,
    password: &str,
    again: &str,
) -> Result<Secret, Failure> {
    read_set_up_link(backend, call, token).await?;
    let read = Administrator::read(name, email, password, again)?;
    let hash = backend.passwords.hash(read.password.expose()).await?;
    backend
        .store
        .write(async |tx| {
            links::follow(backend, tx, Purpose::SetUp, token).await?;
            if persons::is_taken(tx, &read.email).await? {
                return Err(Problem::invalid("email", Reason::Taken).into());
            }
            let new = NewPerson {
                name: read.name,
                email: read.email,
                office: Office::Administrator,
                language: call.language,
                password_hash: Some(hash),
            };
            let person = persons::create(backend, tx, new).await?;
            let event = Event::SetUp { person: person.id() };
            record::append(backend, tx, Actor::Person(person.id()), event).await?;
            sessions::begin(backend, tx, call, person.id(), Means::SetUp, None).await
        })
        .await
}
