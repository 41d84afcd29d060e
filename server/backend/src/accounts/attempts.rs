//! Sign-ins that have been begun in a browser and wait for a code; bound to it by a secret that only it holds.

use domain::{
    accounts::{CodeAttempt, EmailAddress},
    ids::PersonId,
    problem::{Problem, Reason},
    record::Means,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use super::{
    Call,
    entities::attempt::{ActiveModel, CODE, Column, Entity, Model, SECOND_FACTOR},
};
use crate::{Backend, Failure, ids, secrets, secrets::Secret};

/// Waits for a code by e-mail. For an address without an account there is a code, too, which opens nothing.
pub async fn await_code(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    email: &EmailAddress,
    person: Option<PersonId>,
) -> Result<(Secret, Secret), Failure> {
    let (browser, code) = (Secret::token()?, Secret::six_digits()?);
    let code_hash = hash_of(&browser, code.expose()).to_vec();
    let row = new(backend, CODE, &browser, address_hash(backend, email), person)?;
    replace(tx, call, ActiveModel { code_hash: Set(Some(code_hash)), ..row }).await?;
    Ok((browser, code))
}

/// Waits for the second step of this person.
pub async fn await_second_factor(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    email: &EmailAddress,
    person: PersonId,
    by: Means,
) -> Result<Secret, Failure> {
    let browser = Secret::token()?;
    let row = new(backend, SECOND_FACTOR, &browser, address_hash(backend, email), Some(person))?;
    replace(tx, call, ActiveModel { first_step: Set(Some(by.name().into())), ..row }).await?;
    Ok(browser)
}

/// The attempt of this browser, locked.
pub async fn of_browser(tx: &DatabaseTransaction, call: &Call, purpose: &str) -> Result<Model, Failure> {
    let browser = call.attempt.as_ref().ok_or_else(|| Problem::invalid("code", Reason::OtherBrowser))?;
    let attempt = Entity::find()
        .filter(Column::BrowserHash.eq(browser.hash().to_vec()))
        .filter(Column::Purpose.eq(purpose))
        .lock_exclusive()
        .one(tx)
        .await?;
    Ok(attempt.ok_or_else(|| Problem::invalid("code", Reason::SpentCode))?)
}

/// The attempt of this browser, only looked at.
pub async fn seen(backend: &Backend, call: &Call, purpose: &str) -> Result<Option<Model>, Failure> {
    let Some(browser) = &call.attempt else { return Ok(None) };
    let attempt =
        Entity::find().filter(Column::BrowserHash.eq(browser.hash().to_vec())).filter(Column::Purpose.eq(purpose));
    Ok(attempt.one(backend.store.read()).await?)
}

/// Whether the code is the one of this attempt; the secret of the browser is part of what was hashed.
pub fn fits(call: &Call, attempt: &Model, code: &str) -> bool {
    match (&call.attempt, &attempt.code_hash) {
        (Some(browser), Some(hash)) => secrets::same(&hash_of(browser, code), hash) && attempt.person.is_some(),
        _ => false,
    }
}

/// Keeps what has become of it.
pub async fn keep(tx: &DatabaseTransaction, attempt: &Model, state: CodeAttempt) -> Result<(), Failure> {
    let row = ActiveModel {
        id: Set(attempt.id),
        tries: Set(i32::try_from(state.tries).unwrap_or(i32::MAX)),
        used: Set(state.used),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}

/// What failures are counted under, whether or not the address has an account.
pub fn address_hash(backend: &Backend, email: &EmailAddress) -> [u8; 32] {
    backend.keys.hash(&[b"mail address", email.as_str().as_bytes()])
}

/// Removes what nobody can use any more.
pub(super) async fn sweep(backend: &Backend, tx: &DatabaseTransaction) -> Result<(), Failure> {
    let before = backend.clock.now().minus(CodeAttempt::VALID_FOR);
    Entity::delete_many().filter(Column::BegunAt.lt(before.0)).exec(tx).await?;
    Ok(())
}

fn new(
    backend: &Backend,
    purpose: &str,
    browser: &Secret,
    address_hash: [u8; 32],
    person: Option<PersonId>,
) -> Result<ActiveModel, Failure> {
    let begun = CodeAttempt::begun(backend.clock.now());
    Ok(ActiveModel {
        id: Set(ids::at_random()?),
        purpose: Set(purpose.into()),
        browser_hash: Set(browser.hash().to_vec()),
        address_hash: Set(address_hash.to_vec()),
        person: Set(person.map(|PersonId(id)| id)),
        code_hash: Set(None),
        first_step: Set(None),
        tries: Set(0),
        used: Set(begun.used),
        begun_at: Set(begun.begun_at.0),
    })
}

/// A new one takes the place of the one that this browser had.
async fn replace(tx: &DatabaseTransaction, call: &Call, row: ActiveModel) -> Result<(), Failure> {
    if let Some(before) = &call.attempt {
        Entity::delete_many().filter(Column::BrowserHash.eq(before.hash().to_vec())).exec(tx).await?;
    }
    row.insert(tx).await?;
    Ok(())
}

fn hash_of(browser: &Secret, code: &str) -> [u8; 32] {
    secrets::hash(&[browser.expose().as_bytes(), code.as_bytes()])
}
