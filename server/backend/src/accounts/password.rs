//! One's own password: chosen, changed and removed.

use domain::{
    accounts::{NewPassword, may_do_without_password},
    actor::Actor,
    permissions::Act,
    problem::{Faults, Problem, Reason},
    record::Event,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait};

use super::{Call, attempts, entities::person, letters, persons, sessions};
use crate::{
    Backend, Failure, record,
    secrets::Secret,
    throttle::{self, Of},
};

/// Gives the new token of this browser's session; all other sessions end.
///
/// Whoever has a password shows it; whoever has none must have signed in a short while ago.
pub async fn change_password(
    backend: &Backend,
    call: &Call,
    current: &str,
    password: &str,
    again: &str,
) -> Result<Secret, Failure> {
    call.may_own(Act::ChangeSecurity)?;
    let seen = seen(backend, call).await?;
    let new = read(&seen, password, again)?;
    if seen.has_password() {
        expect_current(backend, call, &seen, current).await?;
    }
    let hash = backend.passwords.hash(new.expose()).await?;
    backend
        .store
        .write(async |tx| {
            let person = unchanged(tx, &seen).await?;
            if !person.has_password() {
                sessions::expect_confirmed(backend, tx, call).await?;
            }
            keep(backend, tx, &person, Some(hash)).await?;
            if person.has_password() {
                letters::notice(backend, tx, &person, |mails| mails.password_changed).await?;
            } else {
                letters::notice(backend, tx, &person, |mails| mails.password_turned_on).await?;
            }
            sessions::end_all(tx, person.id(), call.session).await?;
            sessions::rotate(backend, tx, call.own_session()?).await
        })
        .await
}

/// From now on a code by e-mail is the only way in.
pub async fn remove_password(backend: &Backend, call: &Call, current: &str) -> Result<Secret, Failure> {
    call.may_own(Act::ChangeSecurity)?;
    let seen = seen(backend, call).await?;
    may_do_without_password(seen.office()?)?;
    expect_current(backend, call, &seen, current).await?;
    backend
        .store
        .write(async |tx| {
            let person = unchanged(tx, &seen).await?;
            // The office may have changed since.
            may_do_without_password(person.office()?)?;
            keep(backend, tx, &person, None).await?;
            letters::notice(backend, tx, &person, |mails| mails.password_turned_off).await?;
            sessions::end_all(tx, person.id(), call.session).await?;
            sessions::rotate(backend, tx, call.own_session()?).await
        })
        .await
}

/// A new password of this person, with the faults of both fields.
pub(super) fn read(person: &person::Model, password: &str, again: &str) -> Result<NewPassword, Failure> {
    let mut faults = Faults::default();
    let new = NewPassword::read(password, again, &person.email()?, Some(&person.name()?), &mut faults);
    faults.done()?;
    Ok(new.ok_or_else(|| Problem::invalid("password", Reason::Missing))?)
}

/// Writes the hash, or that there is none, and notes it in the record.
pub(super) async fn keep(
    backend: &Backend,
    tx: &DatabaseTransaction,
    person: &person::Model,
    hash: Option<String>,
) -> Result<(), Failure> {
    let id = person.id();
    let event = match hash {
        Some(_) => Event::PasswordSet { person: id },
        None => Event::PasswordRemoved { person: id },
    };
    let row = person::ActiveModel { id: Set(person.id), password_hash: Set(hash), ..Default::default() };
    row.update(tx).await?;
    record::append(backend, tx, Actor::Person(id), event).await
}

/// Refuses a wrong current password; failures count like those at sign-in, or one could guess here.
async fn expect_current(backend: &Backend, call: &Call, seen: &person::Model, current: &str) -> Result<(), Failure> {
    let now = backend.clock.now();
    let address_hash = &attempts::address_hash(backend, &seen.email()?);
    let of_account = Of::PasswordsFor { address_hash };
    throttle::may_try(backend.store.read(), &backend.keys, &of_account, now).await?;
    if backend.passwords.fits(current, seen.password_hash.as_deref()).await? {
        return Ok(());
    }
    let problem = backend
        .store
        .write(async |tx| {
            throttle::failed(tx, &backend.keys, &of_account, now).await?;
            let problem = Problem::invalid("current", Reason::WrongPassword);
            throttle::failed_from(tx, &backend.keys, call.address, now, problem).await
        })
        .await?;
    Err(problem.into())
}

async fn seen(backend: &Backend, call: &Call) -> Result<person::Model, Failure> {
    let id = call.may_own(Act::ChangeSecurity)?;
    let person = person::Entity::find_by_id(id.0).one(backend.store.read()).await?;
    Ok(person.ok_or(Problem::NotSignedIn)?)
}

/// The person, locked, with the same password as when it was checked.
async fn unchanged(tx: &DatabaseTransaction, seen: &person::Model) -> Result<person::Model, Failure> {
    let person = persons::locked_active(tx, seen.id()).await?;
    if person.password_hash == seen.password_hash {
        Ok(person)
    } else {
        Err(Problem::invalid("current", Reason::WrongPassword).into())
    }
}
