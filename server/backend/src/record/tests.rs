//! The record on both databases: one chain whoever writes, and every cut in it found.

use std::sync::Arc;

use domain::{
    accounts::Office,
    ids::{PersonId, SessionId},
    problem::Problem,
    record::{Damage, Means},
};
use sea_orm::{ConnectionTrait, DatabaseBackend};
use uuid::Uuid;

use super::*;
use crate::testing::{self, administrator};

fn signed_in(number: u128) -> Event {
    Event::SignedIn {
        person: PersonId(Uuid::from_u128(1)),
        session: SessionId(Uuid::from_u128(number)),
        by: Means::Code,
    }
}

async fn note(backend: &Backend, event: Event) {
    backend
        .store
        .write(async |transaction| append(backend, transaction, Actor::System, event).await)
        .await
        .expect("noted");
}

/// What somebody can do who gets past this program.
async fn tamper(backend: &Backend, sql: &str) {
    let free = match backend.store.kind() {
        DatabaseBackend::Sqlite => "DROP TRIGGER record_is_not_changed; DROP TRIGGER record_is_not_removed",
        _ => "DROP TRIGGER record_is_only_added_to ON record",
    };
    let database = backend.store.schema();
    #[expect(clippy::disallowed_methods, reason = "past this program")]
    let _ = database.execute_unprepared(free).await;
    #[expect(clippy::disallowed_methods, reason = "past this program")]
    database.execute_unprepared(sql).await.expect("done");
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_at_the_same_time_make_one_chain() {
    testing::on_each_database(async |backend| {
        let writers: Vec<_> = (0..20)
            .map(|number| {
                let backend = Arc::clone(&backend);
                tokio::spawn(async move { note(&backend, signed_in(number)).await })
            })
            .collect();
        for writer in writers {
            writer.await.expect("written");
        }
        let verified = verify(&backend).await.expect("read").expect("no break");
        assert_eq!(verified.entries, 20);
        let page = list(&backend, &administrator(), None).await.expect("listed");
        let numbers: Vec<i64> = page.rows.iter().map(|entry| entry.number).collect();
        assert_eq!(numbers, (1..=20).rev().collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn what_is_undone_is_not_in_the_record() {
    testing::on_each_database(async |backend| {
        note(&backend, signed_in(1)).await;
        let undone: Result<(), Failure> = backend
            .store
            .write(async |transaction| {
                append(&backend, transaction, Actor::System, signed_in(2)).await?;
                Err(Problem::NotAllowed.into())
            })
            .await;
        assert!(undone.is_err());
        note(&backend, signed_in(3)).await;
        let rows = list(&backend, &administrator(), None).await.expect("listed").rows;
        assert_eq!(rows.iter().map(|entry| entry.event).collect::<Vec<_>>(), [Some(signed_in(3)), Some(signed_in(1))]);
        assert_eq!(verify(&backend).await.expect("read").expect("no break").entries, 2);
    })
    .await;
}

#[tokio::test]
async fn every_cut_is_found_where_it_was_made() {
    let cuts = [
        ("UPDATE record SET event = replace(event, 'code', 'link') WHERE number = 2", 2, Damage::Changed),
        ("UPDATE record SET at = at + 1 WHERE number = 1", 1, Damage::Changed),
        ("UPDATE record SET actor = 'person:' || actor WHERE number = 3", 3, Damage::Changed),
        ("DELETE FROM record WHERE number = 2", 2, Damage::Missing),
        ("DELETE FROM record WHERE number = 4", 4, Damage::Missing),
        ("DELETE FROM record", 1, Damage::Missing),
        ("INSERT INTO record SELECT 5, at, actor, event, hash FROM record WHERE number = 4", 5, Damage::Changed),
        ("UPDATE record_head SET number = 3", 4, Damage::Added),
    ];
    for (cut, number, damage) in cuts {
        testing::on_each_database(async |backend| {
            for number in 1..=4 {
                note(&backend, signed_in(number)).await;
            }
            tamper(&backend, cut).await;
            assert_eq!(verify(&backend).await.expect("read"), Err(Break { number, damage }), "{cut}");
        })
        .await;
    }
}

#[tokio::test]
async fn no_statement_changes_an_entry() {
    testing::on_each_database(async |backend| {
        note(&backend, signed_in(1)).await;
        let change = row::ActiveModel { number: Set(1), actor: Set("system".to_owned()), ..Default::default() };
        let changed =
            backend.store.write(async |transaction| Ok(row::Entity::update(change).exec(transaction).await?));
        assert!(changed.await.is_err());
        let removed =
            backend.store.write(async |transaction| Ok(row::Entity::delete_by_id(1).exec(transaction).await?));
        assert!(removed.await.is_err());
    })
    .await;
}

#[tokio::test]
async fn only_administrators_read_it() {
    let test = testing::sqlite().await;
    let secretary = Caller::Person { id: PersonId(Uuid::from_u128(2)), office: Office::Secretariat, seats: Vec::new() };
    for (caller, answer) in [(secretary, Problem::NotAllowed), (Caller::Nobody, Problem::NotSignedIn)] {
        let refused = list(&test.backend, &caller, None).await;
        assert!(matches!(refused, Err(Failure::Problem(problem)) if problem == answer));
    }
}
