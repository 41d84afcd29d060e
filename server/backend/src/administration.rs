//! Finds out how the server fares.

use domain::{
    administration::Health,
    jobs::JobState,
    mail::MailState,
    permissions::{Act, Object},
};

use crate::{Backend, Failure, accounts::Call, jobs, mail, record};

/// Looks at everything that can go wrong by itself. The record is walked whole: what it says is true of all of it.
pub async fn health(backend: &Backend, call: &Call) -> Result<Health, Failure> {
    call.may(Act::SeeAdministration, Object::Server)?;
    let (record_entries, record_broken_at) = match record::verify(backend).await? {
        Ok(verified) => (verified.entries, None),
        Err(broken) => (broken.number, Some(broken.number)),
    };
    Ok(Health {
        is_durable: backend.store.durability().await?.is_full(),
        jobs_waiting: jobs::count(backend, JobState::Waiting).await?,
        jobs_failed: jobs::count(backend, JobState::Failed).await?,
        mails_failed: mail::count(backend, MailState::Failed).await?,
        mails_kept: mail::count(backend, MailState::Kept).await?,
        has_mail_server: backend.post.is_some(),
        record_entries,
        record_broken_at,
    })
}
