//! Signing in: by a code that was mailed, or with a password, and for some a second step.
//!
//! No answer and no time it takes tells whether an address has an account: for one without, the same rows are written,
//! one mail is sent as well (it says that there is no account), and a password is checked against nobody's hash.

use domain::{
    accounts::{EmailAddress, SecondFactor, SixDigits},
    ids::PersonId,
    permissions::{Act, Object},
    problem::{Faults, Problem, Reason},
    record::Means,
};
use sea_orm::DatabaseTransaction;

use super::{
    Call, attempts,
    entities::{attempt::CODE, person},
    letters, persons, sessions,
};
use crate::{
    Backend, Failure,
    secrets::Secret,
    throttle::{self, Of},
};

/// What a first step leads to; the secrets are for cookies of this browser.
#[derive(Debug)]
pub enum Step {
    SignedIn { session: Secret },
    SecondFactor { attempt: Secret },
}

/// Sends a code, and gives the secret that binds it to this browser.
pub async fn request_code(backend: &Backend, call: &Call, email: &str) -> Result<Secret, Failure> {
    call.may(Act::SignIn, Object::Server)?;
    let email = EmailAddress::parse(email).map_err(|reason| Problem::invalid("email", reason))?;
    backend
        .store
        .write(async |tx| {
            asks_for_mail(backend, tx, call, &email).await?;
            let person = persons::active(tx, &email).await?;
            let by_code = person.as_ref().filter(|person| signs_in_by_code(person)).map(person::Model::id);
            let (browser, code) = attempts::await_code(backend, tx, call, &email, by_code).await?;
            match &person {
                Some(person) if by_code.is_some() => letters::sign_in_code(backend, tx, person, &code).await?,
                Some(person) => letters::sign_in_with_password(backend, tx, person).await?,
                None => letters::no_account(backend, tx, &email, call.language).await?,
            }
            Ok(browser)
        })
        .await
}

/// Each mail that is asked for counts, so that neither a mailbox nor the mail server can be flooded from here.
pub(super) async fn asks_for_mail(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    email: &EmailAddress,
) -> Result<(), Failure> {
    let now = backend.clock.now();
    let address_hash = &attempts::address_hash(backend, email);
    for of in
        [Of::Asking { address_hash, from: call.address }, Of::Mailbox { address_hash }, Of::AskingAddress(call.address)]
    {
        throttle::may_try(tx, &backend.keys, &of, now).await?;
        throttle::failed(tx, &backend.keys, &of, now).await?;
    }
    Ok(())
}

/// Those who see others' accounts sign in with more than a mailbox.
fn signs_in_by_code(person: &person::Model) -> bool {
    person.office().is_ok_and(|office| !office.needs_password())
}

pub async fn enter_code(backend: &Backend, call: &Call, code: &str) -> Result<Step, Failure> {
    call.may(Act::SignIn, Object::Server)?;
    let code = SixDigits::parse(code).map_err(|reason| Problem::invalid("code", reason))?;
    let now = backend.clock.now();
    let entered = backend
        .store
        .write(async |tx| {
            let attempt = attempts::of_browser(tx, call, CODE).await?;
            let of_account = Of::CodesFor { address_hash: &attempt.address_hash };
            throttle::may_try(tx, &backend.keys, &of_account, now).await?;
            if !attempt.state().is_open(now) {
                // Nothing was tried, so nothing is counted.
                return Err(Problem::invalid("code", Reason::SpentCode).into());
            }
            let (after, answer) = attempt.state().enter(attempts::fits(call, &attempt, code.expose()), now);
            attempts::keep(tx, &attempt, after).await?;
            if let Err(problem) = answer {
                throttle::failed(tx, &backend.keys, &of_account, now).await?;
                // Kept although it is refused: that is why it is handed out and not failed with.
                return Ok(Err(throttle::failed_from(tx, &backend.keys, call.address, now, problem).await?));
            }
            throttle::forget(tx, &backend.keys, &of_account).await?;
            let id = attempt.person.map(PersonId).ok_or_else(|| Problem::invalid("code", Reason::SpentCode))?;
            let person = persons::locked_active(tx, id).await?;
            if !signs_in_by_code(&person) {
                return Err(Problem::invalid("code", Reason::SpentCode).into());
            }
            first_step_done(backend, tx, call, &person, Means::Code).await.map(Ok)
        })
        .await?;
    Ok(entered?)
}

pub async fn sign_in_with_password(
    backend: &Backend,
    call: &Call,
    email: &str,
    password: &str,
) -> Result<Step, Failure> {
    call.may(Act::SignIn, Object::Server)?;
    let email = read_fields(email, password)?;
    let now = backend.clock.now();
    let address_hash = &attempts::address_hash(backend, &email);
    let of_account = Of::PasswordsFor { address_hash };
    throttle::may_try(backend.store.read(), &backend.keys, &of_account, now).await?;
    let seen = persons::active(backend.store.read(), &email).await?;
    let seen_hash = seen.and_then(|person| person.password_hash);
    let fits = backend.passwords.fits(password, seen_hash.as_deref()).await?;
    let signed_in = backend
        .store
        .write(async |tx| {
            // Asked again: many could have been tried at once while the first were being checked.
            throttle::may_try(tx, &backend.keys, &of_account, now).await?;
            let person = persons::active(tx, &email).await?.filter(|now| fits && now.password_hash == seen_hash);
            let Some(person) = person else {
                throttle::failed(tx, &backend.keys, &of_account, now).await?;
                let problem = Problem::invalid("password", Reason::WrongPassword);
                return Ok(Err(throttle::failed_from(tx, &backend.keys, call.address, now, problem).await?));
            };
            throttle::forget(tx, &backend.keys, &of_account).await?;
            first_step_done(backend, tx, call, &person, Means::Password).await.map(Ok)
        })
        .await?;
    Ok(signed_in?)
}

/// Rules for new passwords are not asked here: whoever has an old one must still come in.
fn read_fields(email: &str, password: &str) -> Result<EmailAddress, Problem> {
    let mut faults = Faults::default();
    let email = faults.check("email", EmailAddress::parse(email));
    if password.is_empty() {
        faults.add("password", Reason::Missing);
    }
    faults.done()?;
    email.ok_or_else(|| Problem::invalid("email", Reason::Missing))
}

/// Signs in, or asks for the second step where it is on.
async fn first_step_done(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    person: &person::Model,
    by: Means,
) -> Result<Step, Failure> {
    match person.second_factor() {
        SecondFactor::On => {
            let email = person.email()?;
            let attempt = attempts::await_second_factor(backend, tx, call, &email, person.id(), by).await?;
            Ok(Step::SecondFactor { attempt })
        }
        SecondFactor::Off | SecondFactor::Begun => {
            Ok(Step::SignedIn { session: sessions::begin(backend, tx, call, person.id(), by, None).await? })
        }
    }
}
