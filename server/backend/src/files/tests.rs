//! Files on both databases: each content once, seen by those who may, brought back in time, and gone in the end.

use domain::{accounts::Office, moment::Span, problem::Problem};
use sea_orm::PaginatorTrait;
use uuid::Uuid;

use super::*;
use crate::testing::{self, administrator};

const ANNA: PersonId = PersonId(Uuid::from_u128(1_000));
const BO: PersonId = PersonId(Uuid::from_u128(2_000));

fn member(id: PersonId) -> Caller {
    Caller::Person { id, office: Office::Member, seats: Vec::new() }
}

fn picture(bytes: &[u8]) -> Picture {
    Picture { kind: FileKind::Png, width: 4, height: 3, bytes: bytes.to_vec() }
}

async fn give(backend: &Backend, person: PersonId, bytes: &[u8]) -> FileHash {
    let keep = backend.store.write(async |transaction| {
        keep(backend, transaction, Actor::Person(person), FileUse::Picture(person), picture(bytes)).await
    });
    keep.await.expect("kept")
}

async fn take_away(backend: &Backend, person: PersonId) -> Result<(), Failure> {
    backend.store.write(async |transaction| remove(backend, transaction, FileUse::Picture(person)).await).await
}

async fn bring_back(backend: &Backend, person: PersonId) -> Result<FileHash, Failure> {
    backend.store.write(async |transaction| restore(backend, transaction, FileUse::Picture(person)).await).await
}

async fn files(backend: &Backend) -> u64 {
    file::Entity::find().count(backend.store.read()).await.expect("counted")
}

fn is_problem<T>(answer: Result<T, Failure>, wanted: &Problem) -> bool {
    matches!(answer, Err(Failure::Problem(problem)) if problem == *wanted)
}

#[tokio::test]
async fn one_content_is_kept_once_and_seen_where_it_is_used() {
    testing::on_each_database(async |backend| {
        let hash = give(&backend, ANNA, b"a face").await;
        assert_eq!(give(&backend, BO, b"a face").await, hash);
        assert_eq!(files(&backend).await, 1);

        let seen = read(&backend, &member(ANNA), hash).await.expect("one's own");
        assert_eq!((seen.bytes.as_slice(), seen.kind), (b"a face".as_slice(), FileKind::Png));
        read(&backend, &member(BO), hash).await.expect("one's own, too");
        read(&backend, &administrator(), hash).await.expect("sees people");
        let missing = Problem::not_found(What::File);
        assert!(is_problem(read(&backend, &member(PersonId(Uuid::from_u128(3))), hash).await, &missing));
        assert!(is_problem(read(&backend, &member(ANNA), FileHash::of(b"another")).await, &missing));
        for hash in [hash, FileHash::of(b"another")] {
            assert!(is_problem(read(&backend, &Caller::Nobody, hash).await, &Problem::NotSignedIn), "no difference");
        }

        take_away(&backend, ANNA).await.expect("removed");
        assert!(is_problem(read(&backend, &member(ANNA), hash).await, &missing));
        read(&backend, &member(BO), hash).await.expect("still in use");
    })
    .await;
}

#[tokio::test]
async fn what_was_removed_or_replaced_can_be_brought_back_for_thirty_days() {
    testing::on_each_database(async |backend| {
        let missing = Problem::not_found(What::File);
        assert!(is_problem(take_away(&backend, ANNA).await, &missing));
        assert!(is_problem(bring_back(&backend, ANNA).await, &missing));
        let first = give(&backend, ANNA, b"a first").await;
        backend.clock.advance(1_000);
        let second = give(&backend, ANNA, b"a second").await;
        backend.clock.advance(1_000);
        assert_eq!(bring_back(&backend, ANNA).await.expect("replaced a second ago"), first);
        assert!(is_problem(read(&backend, &member(ANNA), second).await, &missing), "one at a time");
        take_away(&backend, ANNA).await.expect("removed");
        backend.clock.advance(1_000);

        backend.clock.advance(i64::try_from(Span::days(31).milliseconds()).expect("fits"));
        assert!(matches!(bring_back(&backend, ANNA).await, Err(Failure::Problem(Problem::Closed { .. }))));
        assert_eq!(files(&backend).await, 2);
        crate::undo::sweep(&backend).await.expect("swept");
        sweep(&backend).await.expect("swept");
        assert_eq!(files(&backend).await, 0);
        assert!(is_problem(bring_back(&backend, ANNA).await, &missing));
    })
    .await;
}

#[tokio::test]
async fn who_is_forgotten_leaves_no_file_and_takes_nobody_elses() {
    testing::on_each_database(async |backend| {
        give(&backend, ANNA, b"a first").await;
        give(&backend, ANNA, b"a face").await;
        let shared = give(&backend, BO, b"a face").await;
        backend.store.write(async |transaction| forget(transaction, ANNA).await).await.expect("forgotten");
        assert_eq!(files(&backend).await, 1);
        read(&backend, &member(BO), shared).await.expect("his own");
    })
    .await;
}
