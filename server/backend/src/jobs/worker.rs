//! The part of a server that does jobs: it waits for work, runs a few at a time, and stops without losing any.

use std::{collections::HashMap, sync::Arc, time::Duration};

use domain::{
    ids::JobId,
    jobs::{JobKind, LEASE, Outcome},
};
use tokio::{
    sync::watch,
    task::{self, JoinError, JoinHandle, JoinSet},
    time::{Instant, sleep, sleep_until},
};

use super::{
    Progress, Unfinished,
    lease::{self, Held, Lease},
    run,
};
use crate::{Backend, Failure};

/// So many jobs run at the same time in one server.
const PLACES: usize = 4;
/// Another server's jobs are seen at the latest after this time.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
const LEASE_LENGTH: Duration = Duration::from_millis(LEASE.milliseconds());
const HOLD_ON_EVERY: Duration = Duration::from_millis(LEASE.milliseconds() / 3);

/// A worker that runs until it is stopped.
pub struct Worker {
    /// Until when a job may still go on, once the server stops.
    stop: watch::Sender<Option<Instant>>,
    task: JoinHandle<()>,
}

impl Worker {
    pub fn start(backend: Arc<Backend>) -> Self {
        Self::start_with(backend, run::run)
    }

    pub(super) fn start_with<W, F>(backend: Arc<Backend>, work: W) -> Self
    where
        W: Fn(Arc<Backend>, JobKind, Progress) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<(), Unfinished>> + Send + 'static,
    {
        let (stop, stopped) = watch::channel(None);
        Self { stop, task: tokio::spawn(wait_and_work(backend, work, stopped)) }
    }

    /// Takes up nothing more, gives what is running so long to end, and hands the rest back.
    pub async fn stop(self, grace: Duration) {
        self.stop.send_replace(Some(Instant::now() + grace));
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the worker did not end well");
        }
    }
}

async fn wait_and_work<W, F>(backend: Arc<Backend>, work: W, mut stop: watch::Receiver<Option<Instant>>)
where
    W: Fn(Arc<Backend>, JobKind, Progress) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<(), Unfinished>> + Send + 'static,
{
    let mut running = JoinSet::new();
    let mut mine: HashMap<task::Id, JobId> = HashMap::new();
    loop {
        // Made before looking, so that what is committed meanwhile is not missed.
        let (committed, moved) = (backend.store.committed(), backend.clock.moved());
        let places = PLACES - running.len();
        let wait = match take_due(&backend, places, &mine).await {
            Ok((leases, wait)) => {
                for lease in leases {
                    let attempt = attempt(Arc::clone(&backend), lease, work.clone(), stop.clone());
                    mine.insert(running.spawn(attempt).id(), lease.job);
                }
                wait
            }
            Err(error) => {
                tracing::error!(%error, "the worker cannot look for jobs");
                LOOK_AGAIN
            }
        };
        tokio::select! {
            _ = stop.changed() => break,
            Some(ended) = running.join_next_with_id() => {
                mine.remove(&ended.map_or_else(|error| error.id(), |(id, ())| id));
            }
            () = committed, if running.len() < PLACES => {}
            () = moved => {}
            () = sleep(wait) => {}
        }
    }
    running.join_all().await;
}

/// Takes what is due, as far as there are places, and says how long it may be until there is more.
async fn take_due(
    backend: &Backend,
    places: usize,
    mine: &HashMap<task::Id, JobId>,
) -> Result<(Vec<Lease>, Duration), Failure> {
    let mut mine: Vec<JobId> = mine.values().copied().collect();
    let mut leases = Vec::new();
    while leases.len() < places {
        let now = backend.clock.now();
        let due = match lease::next_due(backend, &mine).await? {
            Some(due) if due <= now => lease::take(backend, &mine).await?,
            Some(due) => return Ok((leases, Duration::from_millis(due.since(now).milliseconds()).min(LOOK_AGAIN))),
            None => return Ok((leases, LOOK_AGAIN)),
        };
        let Some(lease) = due else { return Ok((leases, LOOK_AGAIN)) };
        mine.push(lease.job);
        leases.push(lease);
    }
    Ok((leases, LOOK_AGAIN))
}

/// Runs a job once and hands it back with what became of it.
pub(super) async fn attempt<W, F>(backend: Arc<Backend>, lease: Lease, work: W, stop: watch::Receiver<Option<Instant>>)
where
    W: Fn(Arc<Backend>, JobKind, Progress) -> F,
    F: Future<Output = Result<(), Unfinished>> + Send + 'static,
{
    let progress = Progress { backend: Arc::clone(&backend), lease };
    // A task of its own, so that a panic in it is a failed attempt and not the end of the worker.
    let mut task = tokio::spawn(work(Arc::clone(&backend), lease.kind, progress));
    let (outcome, error) = match watch(&backend, &lease, &mut task, stop).await {
        Watched::Ended(ended) => outcome(ended),
        Watched::Stopped(outcome) => {
            task.abort();
            // Only when it has really stopped may somebody else begin.
            match task.await {
                Ok(Ok(())) => (Outcome::Done, None),
                _ => (outcome, None),
            }
        }
        Watched::Lost => {
            task.abort();
            let _ = task.await;
            tracing::warn!(job = %lease.job, kind = lease.kind.name(), "the lease of a job was lost");
            return;
        }
    };
    if let Some(error) = &error {
        tracing::warn!(job = %lease.job, kind = lease.kind.name(), attempt = lease.attempt, %error, "a job failed");
    }
    if let Err(error) = lease.end(&backend, outcome, error).await {
        // It will be taken up again when its lease is over.
        tracing::error!(job = %lease.job, kind = lease.kind.name(), %error, "the end of a job could not be written");
    }
}

enum Watched {
    Ended(Result<Result<(), Unfinished>, JoinError>),
    Stopped(Outcome),
    Lost,
}

/// Holds the lease while the work goes on, until it ends or has to.
async fn watch(
    backend: &Backend,
    lease: &Lease,
    task: &mut JoinHandle<Result<(), Unfinished>>,
    mut stop: watch::Receiver<Option<Instant>>,
) -> Watched {
    let mut held_until = Instant::now() + LEASE_LENGTH;
    let mut hold_on_at = Instant::now() + HOLD_ON_EVERY;
    loop {
        // Made before looking, so that what is committed meanwhile is not missed.
        let committed = backend.store.committed();
        let stop_at = *stop.borrow_and_update();
        match lease.look(backend).await {
            Ok(Held::Yes) => {}
            Ok(Held::Cancelled) => return Watched::Stopped(Outcome::Cancelled),
            Ok(Held::Lost) => return Watched::Lost,
            // The database does not answer: until the lease is over the job is still ours.
            Err(_) if Instant::now() < held_until => {}
            Err(_) => return Watched::Lost,
        }
        tokio::select! {
            ended = &mut *task => return Watched::Ended(ended),
            () = committed => {}
            () = sleep_until(hold_on_at) => {
                hold_on_at = Instant::now() + HOLD_ON_EVERY;
                if lease.extend(backend).await.is_ok() {
                    held_until = Instant::now() + LEASE_LENGTH;
                }
            }
            Ok(()) = stop.changed(), if stop_at.is_none() => {}
            () = sleep_until(stop_at.unwrap_or(held_until)), if stop_at.is_some() => {
                return Watched::Stopped(Outcome::Interrupted);
            }
        }
    }
}

fn outcome(ended: Result<Result<(), Unfinished>, JoinError>) -> (Outcome, Option<String>) {
    match ended {
        Ok(Ok(())) => (Outcome::Done, None),
        Ok(Err(Unfinished::TryAgain(failure))) => (Outcome::TryAgain, Some(failure.to_string())),
        Ok(Err(Unfinished::GiveUp(reason))) => (Outcome::GiveUp, Some(reason.to_string())),
        Err(_) => (Outcome::TryAgain, Some("it panicked".to_owned())),
    }
}
