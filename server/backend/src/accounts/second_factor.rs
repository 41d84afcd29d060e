//! One's own second factor: begun with a key, confirmed by a code of it, removed; and its recovery codes.

use domain::{
    accounts::{RecoveryCode, SecondCode, SecondFactor, SixDigits},
    actor::Actor,
    ids::{PersonId, SessionId},
    permissions::Act,
    problem::{Problem, Reason},
    record::Event,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{
    Call,
    entities::{person, recovery_code},
    letters, persons,
    second_step::{hash_of, key_of, seal_of, use_code, use_totp},
    sessions,
    shown::{self, ShownOnce},
    totp::TotpKey,
};
use crate::{
    Backend, Failure, ids, record,
    secrets::random_bytes,
    throttle::{self, Of},
};

/// What an app is told, to be scanned or typed, while it has not been confirmed.
#[derive(Clone, PartialEq, Eq)]
pub struct PendingTotp {
    /// In groups of four letters.
    pub key: String,
    /// `otpauth://…`, as apps open it and as it stands in the square code.
    pub address: String,
}

/// Makes a key, which the page then shows ([`pending_totp`]) until a code confirms it.
pub async fn begin_totp(backend: &Backend, call: &Call) -> Result<(), Failure> {
    let id = call.may_own(Act::ChangeSecurity)?;
    backend
        .store
        .write(async |tx| {
            sessions::expect_confirmed(backend, tx, call).await?;
            let person = persons::locked_active(tx, id).await?;
            person.second_factor().begin()?;
            let sealed = backend.keys.seal(&seal_of(id), TotpKey::make()?.bytes())?;
            set(tx, id, Some(sealed), SecondFactor::Begun).await
        })
        .await
}

/// The key that was begun, for as long as one may change such things.
pub async fn pending_totp(backend: &Backend, call: &Call) -> Result<Option<PendingTotp>, Failure> {
    let PersonId(id) = call.may_own(Act::ChangeSecurity)?;
    let person = person::Entity::find_by_id(id).one(backend.store.read()).await?.ok_or(Problem::NotSignedIn)?;
    let confirmed = sessions::is_confirmed(backend, call).await?;
    if person.second_factor() != SecondFactor::Begun || !confirmed {
        return Ok(None);
    }
    let email = person.email()?;
    Ok(key_of(backend, &person)?.map(|key| PendingTotp {
        key: in_groups(&key.base32()),
        address: format!(
            "otpauth://totp/R%C3%A5dslag:{}?secret={}&issuer=R%C3%A5dslag",
            percent(email.as_str()),
            key.base32()
        ),
    }))
}

/// Turns it on. The recovery codes can then be seen in this browser for a while ([`shown::shown_once`]).
pub async fn confirm_totp(backend: &Backend, call: &Call, code: &str) -> Result<(), Failure> {
    let id = call.may_own(Act::ChangeSecurity)?;
    let code = SixDigits::parse(code).map_err(|reason| Problem::invalid("code", reason))?;
    let now = backend.clock.now();
    guarded(backend, call, id, async |tx, person| {
        let fits = use_totp(backend, tx, person, code.expose(), now).await?;
        let state = match person.second_factor().confirm(fits) {
            Ok(state) => state,
            Err(problem) => return Ok(Err(problem)),
        };
        set(tx, id, person.totp_key.clone(), state).await?;
        renew(backend, tx, call, id).await?;
        letters::notice(backend, tx, person, |mails| mails.second_factor_turned_on).await?;
        sessions::end_all(tx, id, call.session).await?;
        record::append(backend, tx, Actor::Person(id), Event::SecondFactorOn { person: id }).await?;
        Ok(Ok(()))
    })
    .await
}

/// Turns it off, with a code of the app or a recovery code.
pub async fn remove_totp(backend: &Backend, call: &Call, code: &str) -> Result<(), Failure> {
    let id = call.may_own(Act::ChangeSecurity)?;
    let code = SecondCode::parse(code).map_err(|reason| Problem::invalid("code", reason))?;
    let now = backend.clock.now();
    guarded(backend, call, id, async |tx, person| {
        let fits = use_code(backend, tx, person, &code, now).await?.is_some();
        if let Err(problem) = person.second_factor().remove(fits) {
            return Ok(Err(problem));
        }
        turn_off(backend, tx, person, call.session, Actor::Person(id)).await.map(Ok)
    })
    .await
}

/// What stays signed in is the session from which it was done, if it was done from one.
pub(super) async fn turn_off(
    backend: &Backend,
    tx: &DatabaseTransaction,
    person: &person::Model,
    keep: Option<SessionId>,
    by: Actor,
) -> Result<(), Failure> {
    let id = person.id();
    set(tx, id, None, SecondFactor::Off).await?;
    recovery_code::Entity::delete_many().filter(recovery_code::Column::Person.eq(id.0)).exec(tx).await?;
    letters::notice(backend, tx, person, |mails| mails.second_factor_turned_off).await?;
    sessions::end_all(tx, id, keep).await?;
    record::append(backend, tx, by, Event::SecondFactorOff { person: id }).await
}

/// Ten new ones; the old ones are worthless.
pub async fn renew_recovery_codes(backend: &Backend, call: &Call, code: &str) -> Result<(), Failure> {
    let id = call.may_own(Act::ChangeSecurity)?;
    let code = SecondCode::parse(code).map_err(|reason| Problem::invalid("code", reason))?;
    let now = backend.clock.now();
    guarded(backend, call, id, async |tx, person| {
        if person.second_factor() != SecondFactor::On {
            return Ok(Err(Problem::NotAllowed));
        }
        if use_code(backend, tx, person, &code, now).await?.is_none() {
            return Ok(Err(Problem::invalid("code", Reason::CodeDoesNotFit)));
        }
        renew(backend, tx, call, id).await?;
        record::append(backend, tx, Actor::Person(id), Event::RecoveryCodesRenewed { person: id }).await?;
        Ok(Ok(()))
    })
    .await
}

/// Runs `change` on the locked person; a code that does not fit counts like one at sign-in, or one could guess here.
async fn guarded(
    backend: &Backend,
    call: &Call,
    id: PersonId,
    change: impl AsyncFnOnce(&DatabaseTransaction, &person::Model) -> Result<Result<(), Problem>, Failure>,
) -> Result<(), Failure> {
    let now = backend.clock.now();
    let done = backend
        .store
        .write(async |tx| {
            let person = persons::locked_active(tx, id).await?;
            throttle::may_try(tx, &backend.keys, &Of::SecondFactorOf(id), now).await?;
            match change(tx, &person).await? {
                Err(problem) if problem.at("code").is_some() => {
                    throttle::failed(tx, &backend.keys, &Of::SecondFactorOf(id), now).await?;
                    Ok(Err(throttle::failed_from(tx, &backend.keys, call.address, now, problem).await?))
                }
                done => Ok(done),
            }
        })
        .await?;
    Ok(done?)
}

async fn set(
    tx: &DatabaseTransaction,
    PersonId(id): PersonId,
    sealed: Option<Vec<u8>>,
    state: SecondFactor,
) -> Result<(), Failure> {
    let row = person::ActiveModel {
        id: Set(id),
        totp_key: Set(sealed),
        totp_confirmed: Set(state == SecondFactor::On),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}

async fn renew(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    PersonId(person): PersonId,
) -> Result<(), Failure> {
    recovery_code::Entity::delete_many().filter(recovery_code::Column::Person.eq(person)).exec(tx).await?;
    let mut codes = Vec::with_capacity(RecoveryCode::SET);
    for _ in 0..RecoveryCode::SET {
        let code = RecoveryCode::from_random(random_bytes()?);
        let row = recovery_code::ActiveModel {
            id: Set(ids::at_random()?),
            person: Set(person),
            code_hash: Set(hash_of(&code)),
            used_at: Set(None),
        };
        row.insert(tx).await?;
        codes.push(code.shown());
    }
    shown::keep(backend, tx, call, &ShownOnce::RecoveryCodes(codes)).await
}

fn in_groups(key: &str) -> String {
    let letters = key.chars().collect::<Vec<_>>();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
