//! A forgotten password: a link by e-mail leads to a new one.

use domain::{
    accounts::{EmailAddress, Purpose},
    permissions::{Act, Object},
    problem::{Problem, What},
};

use super::{Call, entities::person::Model as Person, letters, links, password, persons, sessions, sign_in};
use crate::{Backend, Failure};

/// For an address without an account the same is done, with a link that was sent to nobody and opens nothing.
pub async fn request_password_link(backend: &Backend, call: &Call, email: &str) -> Result<(), Failure> {
    call.may(Act::SignIn, Object::Server)?;
    let email = EmailAddress::parse(email).map_err(|reason| Problem::invalid("email", reason))?;
    backend
        .store
        .write(async |tx| {
            sign_in::asks_for_mail(backend, tx, call, &email).await?;
            let person = persons::active(tx, &email).await?;
            let token = links::make(backend, tx, Purpose::Password, person.as_ref().map(Person::id)).await?;
            let link = letters::address_of(backend, &format!("/password/new/{}", token.expose()));
            match &person {
                Some(person) => letters::password_link(backend, tx, person, &link).await,
                None => letters::no_account(backend, tx, &email, call.language).await,
            }
        })
        .await
}

pub async fn read_password_link(backend: &Backend, call: &Call, token: &str) -> Result<(), Failure> {
    call.may(Act::SignIn, Object::Server)?;
    links::look(backend, Purpose::Password, token).await
}

/// Sets the password and signs out everywhere; whoever set it signs in with it, second step and all.
pub async fn set_password_by_link(
    backend: &Backend,
    call: &Call,
    token: &str,
    new: &str,
    again: &str,
) -> Result<(), Failure> {
    call.may(Act::SignIn, Object::Server)?;
    let person = links::owner(backend, Purpose::Password, token).await?;
    let new = password::read(&person, new, again)?;
    let hash = backend.passwords.hash(new.expose()).await?;
    backend
        .store
        .write(async |tx| {
            let id = links::follow(backend, tx, Purpose::Password, token).await?;
            let id = id.ok_or(Problem::not_found(What::Link))?;
            let person = persons::locked_active(tx, id).await?;
            password::keep(backend, tx, &person, Some(hash)).await?;
            sessions::end_all(tx, id, None).await?;
            letters::notice(backend, tx, &person, |mails| mails.password_changed).await
        })
        .await
}
