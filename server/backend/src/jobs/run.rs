//! What each kind of job does, and what else its fate changes.

use std::sync::Arc;

use domain::{imports::ImportState, jobs::JobKind};
use sea_orm::DatabaseTransaction;

use super::Progress;
use crate::{Backend, Failure, Unexpected, housekeeping, imports, mail};

/// Why a job did not get done.
#[derive(Debug, thiserror::Error)]
pub enum Unfinished {
    #[error(transparent)]
    TryAgain(Failure),
    /// It will never work.
    #[error(transparent)]
    GiveUp(Unexpected),
}

impl<E: Into<Failure>> From<E> for Unfinished {
    fn from(error: E) -> Self {
        Self::TryAgain(error.into())
    }
}

pub(super) async fn run(backend: Arc<Backend>, kind: JobKind, progress: Progress) -> Result<(), Unfinished> {
    match kind {
        JobKind::SendMail { mail } => mail::deliver(&backend, mail).await,
        JobKind::ReadImport { import } => imports::read(&backend, import).await,
        JobKind::WriteImport { import } => imports::write(&backend, import).await,
        JobKind::Housekeeping => housekeeping::run(&backend, &progress).await,
    }
}

/// It was tried too often, or cancelled; whoever waits for it has to see that.
pub(super) async fn given_up(transaction: &DatabaseTransaction, kind: JobKind) -> Result<(), Failure> {
    match kind {
        JobKind::SendMail { mail } => mail::mark_failed(transaction, mail).await,
        JobKind::ReadImport { import } | JobKind::WriteImport { import } => {
            imports::set_state(transaction, import, ImportState::Failed).await
        }
        JobKind::Housekeeping => Ok(()),
    }
}

/// Somebody wants it after all.
pub(super) async fn tried_again(transaction: &DatabaseTransaction, kind: JobKind) -> Result<(), Failure> {
    match kind {
        JobKind::SendMail { mail } => mail::mark_queued(transaction, mail).await,
        JobKind::ReadImport { import } => imports::set_state(transaction, import, ImportState::Reading).await,
        JobKind::WriteImport { import } => imports::set_state(transaction, import, ImportState::Writing).await,
        JobKind::Housekeeping => Ok(()),
    }
}
