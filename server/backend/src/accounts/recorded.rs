//! What is noted about accounts: who did what to whom, by ids alone.

use domain::{accounts::Office, actor::Actor};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use crate::{Backend, Failure};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    ServerSetUp,
    SignedInByCode,
    SignedInWithPassword,
    SignedInInTwoSteps,
    SignedOut,
    SessionsEnded,
    PasswordSet,
    PasswordRemoved,
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    Invited,
    InvitationRenewed,
    InvitationWithdrawn,
    InvitationAccepted,
    OfficeChanged { to: Office },
    AccountEnded,
    AccountRestored,
    PersonForgotten,
}

pub async fn note(
    backend: &Backend,
    tx: &DatabaseTransaction,
    actor: Actor,
    deed: Deed,
    object: Uuid,
) -> Result<(), Failure> {
    let _ = (backend, tx);
    tracing::info!(?actor, ?deed, %object, "accounts");
    Ok(())
}
