//! The durable queue: a job is written in the transaction that wants it, and taken up by a server when it is due.

mod job;
mod lease;
mod run;
mod worker;

use domain::{
    actor::Actor,
    ids::JobId,
    jobs::{JobKind, JobState, Standing},
    moment::{Moment, Span},
    permissions::{Act, Caller, Object, may},
    problem::{Problem, What},
};
pub use job::Job;
use job::{ActiveModel, Column, Entity, Model};
pub use lease::Progress;
pub use run::Unfinished;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
pub use worker::Worker;

use crate::{
    Backend, Failure, ids,
    paging::{PIECE_AND_ONE, Page},
};

/// How long one can see what became of a job.
const KEPT: Span = Span::days(30);

/// To be done as soon as this transaction is committed.
pub async fn enqueue(
    backend: &Backend,
    transaction: &DatabaseTransaction,
    kind: JobKind,
    actor: Actor,
) -> Result<(), Failure> {
    let row = row(backend, kind, actor, backend.clock.now(), None)?;
    Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// To be done at a time, once for this occasion, however many servers ask for it.
pub async fn enqueue_once(
    backend: &Backend,
    transaction: &DatabaseTransaction,
    kind: JobKind,
    due_at: Moment,
    occasion: String,
) -> Result<(), Failure> {
    let row = row(backend, kind, Actor::System, due_at, Some(occasion))?;
    Entity::insert(row).on_conflict_do_nothing_on([Column::Occasion]).exec_without_returning(transaction).await?;
    Ok(())
}

/// Newest first; `before` is where the last piece ended.
pub async fn list(backend: &Backend, caller: &Caller, before: Option<JobId>) -> Result<Page<Job, JobId>, Failure> {
    may(caller, Act::SeeJobs, Object::Server)?;
    let mut query = Entity::find().order_by_desc(Column::Id).limit(PIECE_AND_ONE);
    if let Some(JobId(before)) = before {
        query = query.filter(Column::Id.lt(before));
    }
    Page::cut(query.all(backend.store.read()).await?, |model| JobId(model.id))
}

/// How many jobs are in this state.
pub async fn count(backend: &Backend, state: JobState) -> Result<u64, Failure> {
    Ok(Entity::find().filter(Column::State.eq(state.name())).count(backend.store.read()).await?)
}

/// It is not wanted any more.
pub async fn cancel(backend: &Backend, caller: &Caller, job: JobId) -> Result<(), Failure> {
    may(caller, Act::ChangeJob, Object::Server)?;
    change(backend, job, async |transaction, kind, standing, now| {
        let standing = standing.cancel(now)?;
        if standing.state.is_over() {
            run::given_up(transaction, kind).await?;
        }
        Ok(standing)
    })
    .await
}

/// It is to be tried again, at once.
pub async fn retry(backend: &Backend, caller: &Caller, job: JobId) -> Result<(), Failure> {
    may(caller, Act::ChangeJob, Object::Server)?;
    change(backend, job, async |transaction, kind, standing, now| {
        let standing = standing.retry(now)?;
        run::tried_again(transaction, kind).await?;
        Ok(standing)
    })
    .await
}

/// Removes what was over long ago.
pub(crate) async fn sweep(backend: &Backend) -> Result<(), Failure> {
    let before = backend.clock.now().minus(KEPT);
    backend
        .store
        .write(async |transaction| {
            Entity::delete_many().filter(Column::FinishedAt.lt(before.0)).exec(transaction).await?;
            Ok(())
        })
        .await
}

async fn change(
    backend: &Backend,
    JobId(id): JobId,
    decide: impl AsyncFnOnce(&DatabaseTransaction, JobKind, Standing, Moment) -> Result<Standing, Failure>,
) -> Result<(), Failure> {
    let now = backend.clock.now();
    backend
        .store
        .write(async |transaction| {
            let model = Entity::find_by_id(id).lock_exclusive().one(transaction).await?;
            let model = model.ok_or(Problem::not_found(What::Job))?;
            let kind = model.job_kind().ok_or(Problem::NotAllowed)?;
            let standing = decide(transaction, kind, model.standing()?, now).await?;
            let mut row = model.into_active_model();
            row.stand(standing);
            if standing.state == JobState::Waiting {
                // Done again now, it is not the one for its occasion any more: that one is still to come.
                row.occasion = Set(None);
            }
            Entity::update(row).exec(transaction).await?;
            Ok(())
        })
        .await
}

fn row(
    backend: &Backend,
    kind: JobKind,
    actor: Actor,
    due_at: Moment,
    occasion: Option<String>,
) -> Result<ActiveModel, Failure> {
    let now = backend.clock.now();
    Ok(Model {
        id: ids::in_order(now)?,
        kind: kind.name().to_owned(),
        payload: serde_json::to_string(&kind)?,
        state: JobState::Waiting.name().to_owned(),
        due_at: due_at.0,
        attempts: 0,
        lease_until: None,
        leased_by: None,
        cancel_requested: false,
        done: 0,
        total: None,
        note: None,
        last_error: None,
        actor: actor.to_string(),
        occasion,
        created_at: now.0,
        finished_at: None,
    }
    .into_active_model())
}

#[cfg(test)]
mod tests;
