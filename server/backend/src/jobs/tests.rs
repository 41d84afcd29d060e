//! The queue on both databases: each job once, again after a failure or a crash, and never when it is not wanted.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use domain::{ids::MailId, jobs::LEASE};
use sea_orm::ActiveValue::Set;
use tokio::sync::Notify;
use uuid::Uuid;

use super::*;
use crate::{
    Unexpected,
    testing::{self, administrator},
};

const NO_GRACE: Duration = Duration::ZERO;

fn kind(number: u128) -> JobKind {
    JobKind::SendMail { mail: MailId(Uuid::from_u128(number)) }
}

async fn enqueue_number(backend: &Backend, number: u128) {
    backend
        .store
        .write(async |transaction| enqueue(backend, transaction, kind(number), Actor::System).await)
        .await
        .expect("enqueued");
}

async fn only_job(backend: &Backend) -> Job {
    list(backend, &administrator(), None).await.expect("listed").rows.pop().expect("a job")
}

/// Waits until the only job there is stands so.
async fn until(backend: &Backend, wanted: impl Fn(&Job) -> bool) -> Job {
    for _ in 0..3_000 {
        let job = only_job(backend).await;
        if wanted(&job) {
            return job;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it still stands so: {:?}", only_job(backend).await);
}

async fn later(backend: &Backend, span: Span) {
    backend.clock.advance(i64::try_from(span.milliseconds()).expect("not that long"));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_job_runs_once_however_many_servers_there_are() {
    testing::on_each_database(async |backend| {
        let runs: Arc<Mutex<HashMap<JobKind, u32>>> = Arc::default();
        let count = {
            let runs = Arc::clone(&runs);
            move |_, kind, _| {
                *runs.lock().expect("no panic").entry(kind).or_default() += 1;
                async {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                    Ok(())
                }
            }
        };
        let workers = [(); 3].map(|()| Worker::start_with(Arc::clone(&backend), count.clone()));
        for number in 0..40 {
            enqueue_number(&backend, number).await;
        }
        for _ in 0..1_000 {
            let jobs = list(&backend, &administrator(), None).await.expect("listed").rows;
            if jobs.iter().all(|job| job.standing.state == JobState::Done) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        for worker in workers {
            worker.stop(NO_GRACE).await;
        }
        let runs = runs.lock().expect("no panic");
        assert_eq!(runs.len(), 40);
        assert!(runs.values().all(|runs| *runs == 1), "{runs:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failing_job_is_tried_again_then_given_up_and_can_be_asked_for_again() {
    testing::on_each_database(async |backend| {
        let fail = |_, _, _| async { Err(Unexpected::new("not today").into()) };
        let worker = Worker::start_with(Arc::clone(&backend), fail);
        enqueue_number(&backend, 1).await;
        for attempt in 1..domain::jobs::MOST_ATTEMPTS {
            let job =
                until(&backend, |job| job.standing.attempts == attempt && job.standing.state == JobState::Waiting)
                    .await;
            assert_eq!(job.last_error.as_deref(), Some("not today"));
            later(&backend, job.standing.due_at.since(backend.clock.now())).await;
        }
        let job = until(&backend, |job| job.standing.state == JobState::Failed).await;
        assert_eq!(job.standing.attempts, domain::jobs::MOST_ATTEMPTS);
        worker.stop(NO_GRACE).await;

        retry(&backend, &administrator(), job.id).await.expect("asked for again");
        let worker = Worker::start_with(Arc::clone(&backend), |_, _, progress: Progress| async move {
            progress.tell(3, 4, "nearly").await?;
            Ok(())
        });
        let job = until(&backend, |job| job.standing.state == JobState::Done).await;
        assert_eq!((job.done, job.of, job.note.as_deref()), (3, Some(4), Some("nearly")));
        assert_eq!(job.last_error, None);
        worker.stop(NO_GRACE).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crashed_servers_job_is_taken_up_again_after_its_lease() {
    testing::on_each_database(async |backend| {
        enqueue_number(&backend, 1).await;
        let crashed = lease::take(&backend, &[]).await.expect("looked").expect("a job");
        assert!(lease::take(&backend, &[]).await.expect("looked").is_none(), "somebody has it");
        later(&backend, LEASE).await;
        let next = lease::take(&backend, &[]).await.expect("looked").expect("it was left alone");
        assert_eq!((next.job, next.attempt), (crashed.job, 2));
        crashed.extend(&backend).await.expect("ignored");
        assert_eq!(crashed.look(&backend).await.expect("asked"), lease::Held::Lost);
        crashed.end(&backend, domain::jobs::Outcome::Done, None).await.expect("ignored");
        assert_eq!(only_job(&backend).await.standing.state, JobState::Running, "the late one ends nothing");
        later(&backend, LEASE).await;
        next.extend(&backend).await.expect("held on to");
        assert!(lease::take(&backend, &[]).await.expect("looked").is_none(), "it is held on to");
        next.end(&backend, domain::jobs::Outcome::Done, None).await.expect("ended");
        assert_eq!(only_job(&backend).await.standing.state, JobState::Done);
    })
    .await;
}

/// Says when it is dropped, with the work that it belongs to.
struct Dropped(Arc<Notify>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

/// Work that never ends by itself, until it is stopped.
async fn endless(stopped: Dropped) -> Result<(), Unfinished> {
    let _stopped = stopped;
    std::future::pending().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_job_stops_and_one_that_waits_never_starts() {
    testing::on_each_database(async |backend| {
        let stopped = Arc::new(Notify::new());
        let dropped = Arc::clone(&stopped);
        let worker = Worker::start_with(Arc::clone(&backend), move |_, _, _| endless(Dropped(Arc::clone(&dropped))));
        enqueue_number(&backend, 1).await;
        let job = until(&backend, |job| job.standing.state == JobState::Running).await;
        cancel(&backend, &administrator(), job.id).await.expect("cancelled");
        until(&backend, |job| job.standing.state == JobState::Cancelled).await;
        tokio::time::timeout(Duration::from_secs(1), stopped.notified()).await.expect("the work was stopped");
        worker.stop(NO_GRACE).await;

        enqueue_number(&backend, 2).await;
        let waiting = only_newest(&backend).await;
        cancel(&backend, &administrator(), waiting).await.expect("cancelled");
        assert!(lease::take(&backend, &[]).await.expect("looked").is_none());
        let again = cancel(&backend, &administrator(), waiting).await;
        assert!(matches!(again, Err(Failure::Problem(Problem::Closed { .. }))), "{again:?}");
        let nobody = cancel(&backend, &administrator(), JobId(Uuid::from_u128(9))).await;
        assert!(matches!(nobody, Err(Failure::Problem(Problem::NotFound { what: What::Job }))), "{nobody:?}");
    })
    .await;
}

#[tokio::test]
async fn a_job_that_is_cancelled_just_as_it_starts_stops_too() {
    testing::on_each_database(async |backend| {
        enqueue_number(&backend, 1).await;
        let lease = lease::take(&backend, &[]).await.expect("looked").expect("a job");
        cancel(&backend, &administrator(), lease.job).await.expect("cancelled");
        let (_stop, never) = tokio::sync::watch::channel(None);
        let work = |_, _, _| endless(Dropped(Arc::default()));
        let attempt = worker::attempt(Arc::clone(&backend), lease, work, never);
        tokio::time::timeout(Duration::from_secs(10), attempt).await.expect("it stops at once");
        assert_eq!(only_job(&backend).await.standing.state, JobState::Cancelled);
    })
    .await;
}

async fn only_newest(backend: &Backend) -> JobId {
    list(backend, &administrator(), None).await.expect("listed").rows.first().expect("a job").id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stops_lets_work_end_or_hands_it_back() {
    testing::on_each_database(async |backend| {
        let slow = |_, _, _| async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            Ok(())
        };
        let worker = Worker::start_with(Arc::clone(&backend), slow);
        enqueue_number(&backend, 1).await;
        until(&backend, |job| job.standing.state == JobState::Running).await;
        worker.stop(Duration::from_secs(20)).await;
        let done = only_job(&backend).await;
        assert_eq!(done.standing.state, JobState::Done);

        retry(&backend, &administrator(), done.id).await.expect_err("done is done");
        enqueue_number(&backend, 2).await;
        let worker = Worker::start_with(Arc::clone(&backend), |_, _, _| endless(Dropped(Arc::default())));
        let newest = only_newest(&backend).await;
        let newest = async || {
            let rows = list(&backend, &administrator(), None).await.expect("listed").rows;
            rows.into_iter().find(|job| job.id == newest).expect("it is there").standing
        };
        while newest().await.state != JobState::Running {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        worker.stop(NO_GRACE).await;
        assert_eq!((newest().await.state, newest().await.attempts), (JobState::Waiting, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_a_panic_nor_an_unknown_kind_holds_up_the_queue() {
    let test = testing::sqlite().await;
    let backend = &test.backend;
    enqueue_number(backend, 1).await;
    let unknown = row(backend, kind(2), Actor::System, Moment(0), None).expect("a row");
    let unknown = ActiveModel { payload: Set(r#"{"kind":"paint"}"#.to_owned()), ..unknown };
    backend
        .store
        .write(async |transaction| Ok(Entity::insert(unknown).exec_without_returning(transaction).await?))
        .await
        .expect("written");
    let worker = Worker::start_with(Arc::clone(backend), |_, _, _| async { panic!("on purpose") });
    for _ in 0..3_000 {
        let jobs = list(backend, &administrator(), None).await.expect("listed").rows;
        let failed = jobs.iter().find(|job| job.kind.is_none()).expect("the unknown one");
        let panicked = jobs.iter().find(|job| job.kind.is_some()).expect("the known one");
        if failed.standing.state == JobState::Failed && panicked.last_error.as_deref() == Some("it panicked") {
            assert_eq!(panicked.standing.state, JobState::Waiting);
            return worker.stop(NO_GRACE).await;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{:?}", list(backend, &administrator(), None).await);
}

#[tokio::test]
async fn the_same_occasion_is_kept_once_and_what_is_over_goes_in_the_end() {
    testing::on_each_database(async |backend| {
        let tomorrow = backend.clock.now().plus(Span::days(1));
        for _ in 0..2 {
            backend
                .store
                .write(async |transaction| {
                    let kind = JobKind::Housekeeping;
                    enqueue_once(&backend, transaction, kind, tomorrow, "tonight".to_owned()).await
                })
                .await
                .expect("enqueued");
        }
        let jobs = list(&backend, &administrator(), None).await.expect("listed").rows;
        assert_eq!(jobs.len(), 1);
        assert_eq!(lease::next_due(&backend, &[]).await.expect("looked"), Some(tomorrow));
        assert_eq!(lease::next_due(&backend, &[jobs[0].id]).await.expect("looked"), None);
        cancel(&backend, &administrator(), jobs[0].id).await.expect("cancelled");
        later(&backend, Span::days(29)).await;
        sweep(&backend).await.expect("swept");
        assert_eq!(list(&backend, &administrator(), None).await.expect("listed").rows.len(), 1);
        later(&backend, Span::days(2)).await;
        sweep(&backend).await.expect("swept");
        assert_eq!(list(&backend, &administrator(), None).await.expect("listed").rows, []);
    })
    .await;
}

#[tokio::test]
async fn what_is_done_early_leaves_its_occasion_to_the_next() {
    testing::on_each_database(async |backend| {
        let tomorrow = backend.clock.now().plus(Span::days(1));
        let enqueue = async || {
            let work = async |transaction: &DatabaseTransaction| {
                enqueue_once(&backend, transaction, JobKind::Housekeeping, tomorrow, "tonight".to_owned()).await
            };
            backend.store.write(work).await.expect("enqueued");
        };
        enqueue().await;
        let first = only_job(&backend).await.id;
        cancel(&backend, &administrator(), first).await.expect("cancelled");
        enqueue().await;
        assert_eq!(only_job(&backend).await.id, first, "nobody wants it tonight");
        retry(&backend, &administrator(), first).await.expect("tried again");
        enqueue().await;
        assert_eq!(list(&backend, &administrator(), None).await.expect("listed").rows.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_long_list_comes_in_pieces() {
    let test = testing::sqlite().await;
    for number in 0..60 {
        enqueue_number(&test.backend, number).await;
    }
    let first = list(&test.backend, &administrator(), None).await.expect("listed");
    let second = list(&test.backend, &administrator(), first.next).await.expect("listed");
    assert_eq!((first.rows.len(), second.rows.len(), second.next), (50, 10, None));
    assert!(first.rows.iter().zip(first.rows.iter().skip(1)).all(|(newer, older)| newer.id > older.id));
    assert!(first.rows.last().expect("rows").id > second.rows[0].id);
}
