//! Keeps what `domain::throttle` remembers of failures, under hashes that name nobody.

mod entity;

use std::net::IpAddr;

use domain::{
    ids::PersonId,
    moment::Moment,
    problem::Problem,
    throttle::{ACCOUNT, ADDRESS, ASKING, ASKING_ADDRESS, MAILBOX, Rule, SERVER, Tally},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    sea_query::OnConflict,
};

use crate::{Backend, Failure, accounts::Keys};

/// What failures are counted for: each way of signing in apart, so that a road that is closed leaves the others open.
pub enum Of<'a> {
    CodesFor { address_hash: &'a [u8] },
    PasswordsFor { address_hash: &'a [u8] },
    SecondFactorOf(PersonId),
    Address(IpAddr),
    Server,
    Asking { address_hash: &'a [u8], from: IpAddr },
    Mailbox { address_hash: &'a [u8] },
    AskingAddress(IpAddr),
}

impl Of<'_> {
    const fn rule(&self) -> &'static Rule {
        match self {
            Self::CodesFor { .. } | Self::PasswordsFor { .. } | Self::SecondFactorOf(_) => &ACCOUNT,
            Self::Address(_) => &ADDRESS,
            Self::Server => &SERVER,
            Self::Asking { .. } => &ASKING,
            Self::Mailbox { .. } => &MAILBOX,
            Self::AskingAddress(_) => &ASKING_ADDRESS,
        }
    }

    fn key(&self, keys: &Keys) -> Vec<u8> {
        let hash = match self {
            Self::CodesFor { address_hash } => keys.hash(&[b"codes", address_hash]),
            Self::PasswordsFor { address_hash } => keys.hash(&[b"passwords", address_hash]),
            Self::SecondFactorOf(person) => keys.hash(&[b"second factor", person.0.as_bytes()]),
            Self::Address(address) => keys.hash(&[b"address", &network(*address)]),
            Self::Server => keys.hash(&[b"server"]),
            Self::Asking { address_hash, from } => keys.hash(&[b"asking", address_hash, &network(*from)]),
            Self::Mailbox { address_hash } => keys.hash(&[b"mailbox", address_hash]),
            Self::AskingAddress(address) => keys.hash(&[b"asking address", &network(*address)]),
        };
        hash.to_vec()
    }
}

/// Refuses while one has to wait for this.
pub async fn may_try(db: &impl ConnectionTrait, keys: &Keys, of: &Of<'_>, now: Moment) -> Result<(), Failure> {
    let row = entity::Entity::find_by_id(of.key(keys)).one(db).await?;
    Ok(of.rule().may_try(row.map_or_else(Tally::default, remembered), now)?)
}

/// Counts one more failure.
pub async fn failed(tx: &DatabaseTransaction, keys: &Keys, of: &Of<'_>, now: Moment) -> Result<(), Failure> {
    let key = of.key(keys);
    // The row is there and locked before it is read: of two failures at once, none is lost.
    let none = entity::ActiveModel { key: Set(key.clone()), forgotten_at: Set(0), waits_until: Set(0) };
    let unless_there = OnConflict::column(entity::Column::Key).do_nothing().to_owned();
    entity::Entity::insert(none).on_conflict(unless_there).try_insert().exec_without_returning(tx).await?;
    let row = entity::Entity::find_by_id(key.clone()).lock_exclusive().one(tx).await?;
    let tally = of.rule().failed(row.map_or_else(Tally::default, remembered), now);
    let row = entity::ActiveModel {
        key: Set(key),
        forgotten_at: Set(tally.forgotten_at.0),
        waits_until: Set(tally.waits_until.0),
    };
    entity::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// A wrong code or password from an address: beyond what is free, the answer is to wait instead of what was wrong.
///
/// It is asked after the failure, so that nobody who is right is stopped by others behind the same address.
pub async fn failed_from(
    tx: &DatabaseTransaction,
    keys: &Keys,
    address: IpAddr,
    now: Moment,
    problem: Problem,
) -> Result<Problem, Failure> {
    let mut answer = problem;
    for of in [Of::Address(address), Of::Server] {
        failed(tx, keys, &of, now).await?;
        if let Err(Failure::Problem(wait)) = may_try(tx, keys, &of, now).await {
            answer = wait;
        }
    }
    Ok(answer)
}

/// Whoever shows who they are begins anew.
pub async fn forget(db: &impl ConnectionTrait, keys: &Keys, of: &Of<'_>) -> Result<(), Failure> {
    entity::Entity::delete_by_id(of.key(keys)).exec(db).await?;
    Ok(())
}

/// Removes what has been forgotten.
pub(crate) async fn sweep(backend: &Backend) -> Result<(), Failure> {
    let now = backend.clock.now().0;
    backend
        .store
        .write(async |tx| {
            entity::Entity::delete_many()
                .filter(entity::Column::ForgottenAt.lte(now))
                .filter(entity::Column::WaitsUntil.lte(now))
                .exec(tx)
                .await?;
            Ok(())
        })
        .await
}

fn remembered(row: entity::Model) -> Tally {
    Tally { forgotten_at: Moment(row.forgotten_at), waits_until: Moment(row.waits_until) }
}

/// Of version 6, the half that one household or machine is given.
fn network(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_cannot_change_its_address_within_its_network() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }
}
