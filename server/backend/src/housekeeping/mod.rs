//! What is removed once a day, because nobody needs it any more.

use domain::jobs::JobKind;

use crate::{
    Backend, Failure, accounts, files, imports,
    jobs::{self, Progress, Unfinished},
    mail, throttle, undo,
};

/// When the night is quietest, in the server's zone.
const HOUR: i8 = 3;
const MINUTE: i8 = 30;

/// Each feature removes its own; a new one has its place here.
#[derive(Clone, Copy, Debug)]
enum Sweep {
    Accounts,
    Imports,
    Jobs,
    Mail,
    Throttle,
    /// What was removed so long ago that it can no longer be brought back.
    Removed,
    /// What the sweep before may have left without any use.
    Files,
}

impl Sweep {
    const ALL: [Self; 7] =
        [Self::Accounts, Self::Imports, Self::Jobs, Self::Mail, Self::Throttle, Self::Removed, Self::Files];

    const fn name(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Imports => "imports",
            Self::Jobs => "jobs",
            Self::Mail => "mail",
            Self::Throttle => "throttle",
            Self::Removed => "removed",
            Self::Files => "files",
        }
    }

    async fn run(self, backend: &Backend) -> Result<(), Failure> {
        match self {
            Self::Accounts => accounts::sweep(backend).await,
            Self::Imports => imports::sweep(backend).await,
            Self::Jobs => jobs::sweep(backend).await,
            Self::Mail => mail::sweep(backend).await,
            Self::Throttle => throttle::sweep(backend).await,
            Self::Removed => undo::sweep(backend).await,
            Self::Files => files::sweep(backend).await,
        }
    }
}

/// Sees to it that the next round is in the queue; called at the start of the server and by each round.
pub async fn schedule(backend: &Backend) -> Result<(), Failure> {
    let next = backend.zone.next(backend.clock.now(), HOUR, MINUTE)?;
    let occasion = format!("housekeeping {}", next.0);
    backend
        .store
        .write(async |transaction| {
            jobs::enqueue_once(backend, transaction, JobKind::Housekeeping, next, occasion).await
        })
        .await
}

/// The job. A sweep that fails does not keep the others from theirs.
pub(crate) async fn run(backend: &Backend, progress: &Progress) -> Result<(), Unfinished> {
    schedule(backend).await?;
    let mut failed = None;
    for (done, sweep) in Sweep::ALL.into_iter().enumerate() {
        progress.tell(done, Sweep::ALL.len(), sweep.name()).await?;
        failed = sweep.run(backend).await.err().or(failed);
    }
    progress.tell(Sweep::ALL.len(), Sweep::ALL.len(), "").await?;
    failed.map_or(Ok(()), |failure| Err(failure.into()))
}

#[cfg(test)]
mod tests;
