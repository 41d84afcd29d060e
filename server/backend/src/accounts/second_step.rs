//! The second step of a sign-in: a code of the person's app, or one of the recovery codes.

use domain::{
    accounts::{RecoveryCode, SecondCode, SecondFactor, TotpStep},
    actor::Actor,
    ids::PersonId,
    moment::Moment,
    permissions::{Act, Object},
    problem::{Problem, Reason},
    record::{Event, Means},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::{
    Call, attempts,
    entities::{attempt::SECOND_FACTOR, person, recovery_code},
    letters, persons, sessions,
    totp::TotpKey,
};
use crate::{
    Backend, Failure, Unexpected, record,
    secrets::Secret,
    throttle::{self, Of},
};

/// Whether this browser is in the middle of a sign-in.
pub async fn second_factor_awaits(backend: &Backend, call: &Call) -> Result<bool, Failure> {
    let now = backend.clock.now();
    Ok(attempts::seen(backend, call, SECOND_FACTOR).await?.is_some_and(|attempt| attempt.state().is_open(now)))
}

/// Gives the token of the session.
pub async fn second_factor(backend: &Backend, call: &Call, code: &str) -> Result<Secret, Failure> {
    call.may(Act::SignIn, Object::Server)?;
    let code = SecondCode::parse(code).map_err(|reason| Problem::invalid("code", reason))?;
    let now = backend.clock.now();
    let entered = backend
        .store
        .write(async |tx| {
            let attempt = attempts::of_browser(tx, call, SECOND_FACTOR).await?;
            let id = attempt.person.map(PersonId).ok_or_else(|| Problem::invalid("code", Reason::SpentCode))?;
            let person = persons::locked_active(tx, id).await?;
            let of_account = Of::SecondFactorOf(id);
            throttle::may_try(tx, &backend.keys, &of_account, now).await?;
            if !attempt.state().is_open(now) {
                return Err(Problem::invalid("code", Reason::SpentCode).into());
            }
            let then = use_code(backend, tx, &person, &code, now).await?;
            let (after, answer) = attempt.state().enter(then.is_some(), now);
            attempts::keep(tx, &attempt, after).await?;
            if let Err(problem) = answer {
                throttle::failed(tx, &backend.keys, &of_account, now).await?;
                let problem = throttle::failed_from(tx, &backend.keys, call.address, now, problem).await?;
                let by = if matches!(code, SecondCode::Totp(_)) { Means::App } else { Means::RecoveryCode };
                record::append(backend, tx, Actor::Person(id), Event::SignInFailed { person: id, by }).await?;
                return Ok(Err(problem));
            }
            throttle::forget(tx, &backend.keys, &of_account).await?;
            let by = attempt.first_step().ok_or_else(|| Unexpected::new("an attempt without a first step"))?;
            sessions::begin(backend, tx, call, id, by, then).await.map(Ok)
        })
        .await?;
    Ok(entered?)
}

/// By what the code is right, if it is; then it is not right any more.
pub(super) async fn use_code(
    backend: &Backend,
    tx: &DatabaseTransaction,
    person: &person::Model,
    code: &SecondCode,
    now: Moment,
) -> Result<Option<Means>, Failure> {
    if person.second_factor() != SecondFactor::On {
        return Ok(None);
    }
    let (fits, means) = match code {
        SecondCode::Totp(code) => (use_totp(backend, tx, person, code.expose(), now).await?, Means::App),
        SecondCode::Recovery(code) => (use_recovery_code(backend, tx, person, code, now).await?, Means::RecoveryCode),
    };
    Ok(fits.then_some(means))
}

/// Whether it is a code of the person's key; its step is remembered, so that it cannot be used again.
pub(super) async fn use_totp(
    backend: &Backend,
    tx: &DatabaseTransaction,
    person: &person::Model,
    code: &str,
    now: Moment,
) -> Result<bool, Failure> {
    let Some(key) = key_of(backend, person)? else { return Ok(false) };
    let steps = TotpStep::taken(now, person.totp_last_step.map(TotpStep));
    let Some(TotpStep(step)) = key.step_of(code, steps)? else { return Ok(false) };
    let row = person::ActiveModel { id: Set(person.id), totp_last_step: Set(Some(step)), ..Default::default() };
    row.update(tx).await?;
    Ok(true)
}

async fn use_recovery_code(
    backend: &Backend,
    tx: &DatabaseTransaction,
    person: &person::Model,
    code: &RecoveryCode,
    now: Moment,
) -> Result<bool, Failure> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, now.0.into())
        .filter(recovery_code::Column::Person.eq(person.id))
        .filter(recovery_code::Column::CodeHash.eq(hash_of(code)))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    if used.rows_affected == 0 {
        return Ok(false);
    }
    letters::recovery_code_used(backend, tx, person, recovery_codes_left(tx, person.id()).await?).await?;
    let event = Event::RecoveryCodeUsed { person: person.id() };
    record::append(backend, tx, Actor::Person(person.id()), event).await?;
    Ok(true)
}

pub(super) async fn recovery_codes_left(
    db: &impl sea_orm::ConnectionTrait,
    PersonId(person): PersonId,
) -> Result<u64, Failure> {
    let left = recovery_code::Entity::find()
        .filter(recovery_code::Column::Person.eq(person))
        .filter(recovery_code::Column::UsedAt.is_null());
    Ok(left.count(db).await?)
}

/// What is kept of a recovery code: 80 random bits need no slow hash.
pub(super) fn hash_of(code: &RecoveryCode) -> Vec<u8> {
    Secret::brought(code.expose()).hash().to_vec()
}

pub(super) fn key_of(backend: &Backend, person: &person::Model) -> Result<Option<TotpKey>, Failure> {
    let Some(sealed) = &person.totp_key else { return Ok(None) };
    Ok(Some(TotpKey::from_bytes(backend.keys.open(&seal_of(person.id()), sealed)?)))
}

/// A sealed key opens for its own person only.
pub(super) fn seal_of(PersonId(person): PersonId) -> Vec<u8> {
    [b"totp ".as_slice(), person.as_bytes()].concat()
}
