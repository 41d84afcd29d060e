//! Who has a job for how long: taking it, holding on to it, telling how far it is, and handing it back.

use std::sync::Arc;

use domain::{
    ids::JobId,
    jobs::{JobKind, JobState, LEASE, Outcome, Taken},
    moment::Moment,
};
use sea_orm::{
    ActiveValue::Set,
    Condition, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};

use super::{
    job::{Column, Entity, Model},
    run,
};
use crate::{Backend, Failure, ids};

/// A job that this server has for itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lease {
    pub job: JobId,
    pub kind: JobKind,
    pub attempt: u32,
    id: Uuid,
}

/// Whether one still has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    Yes,
    /// Somebody does not want it any more.
    Cancelled,
    /// It was taken for dead, and is somebody else's now.
    Lost,
}

/// When there is something to take next, apart from what runs here.
pub(super) async fn next_due(backend: &Backend, mine: &[JobId]) -> Result<Option<Moment>, Failure> {
    let first = |column: Column, state: JobState| {
        let query = Entity::find().select_only().column(column).filter(Column::State.eq(state.name()));
        query.filter(not_mine(mine)).order_by_asc(column).limit(1).into_tuple::<i64>().one(backend.store.read())
    };
    let waiting = first(Column::DueAt, JobState::Waiting).await?;
    let running = first(Column::LeaseUntil, JobState::Running).await?;
    Ok(waiting.into_iter().chain(running).min().map(Moment))
}

/// Takes the job whose turn it is. Two servers never get the same: on PostgreSQL a row that another looks at is
/// skipped, and SQLite has one writer.
pub(super) async fn take(backend: &Backend, mine: &[JobId]) -> Result<Option<Lease>, Failure> {
    loop {
        let now = backend.clock.now();
        let looked_at = backend.store.write(async |transaction| take_one(transaction, mine, now).await).await?;
        match looked_at {
            None => return Ok(None),
            Some(Some(lease)) => return Ok(Some(lease)),
            // It was over, or of a kind that is not known here; there may be more.
            Some(None) => {}
        }
    }
}

async fn take_one(
    transaction: &DatabaseTransaction,
    mine: &[JobId],
    now: Moment,
) -> Result<Option<Option<Lease>>, Failure> {
    let waiting = Condition::all().add(Column::State.eq(JobState::Waiting.name())).add(Column::DueAt.lte(now.0));
    let left_alone =
        Condition::all().add(Column::State.eq(JobState::Running.name())).add(Column::LeaseUntil.lte(now.0));
    let found = Entity::find()
        .filter(Condition::any().add(waiting).add(left_alone))
        .filter(not_mine(mine))
        .order_by_asc(Column::DueAt)
        .limit(1)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .one(transaction)
        .await?;
    let Some(model) = found else { return Ok(None) };
    let (job, kind, standing) = (JobId(model.id), model.job_kind(), model.standing()?);
    let mut row = model.into_active_model();
    let lease = match (kind, standing.take(now)) {
        (Some(kind), Taken::Run(standing)) => {
            let id = ids::at_random()?;
            row.stand(standing);
            row.leased_by = Set(Some(id));
            Some(Lease { job, kind, attempt: standing.attempts, id })
        }
        (Some(kind), Taken::Over(standing)) => {
            row.stand(standing);
            row.last_error = Set(Some("its server vanished".to_owned()));
            run::given_up(transaction, kind).await?;
            None
        }
        (None, _) => {
            row.stand(standing.end(Outcome::GiveUp, now));
            row.last_error = Set(Some("this release does not know this kind of job".to_owned()));
            None
        }
        (Some(_), Taken::No) => return Ok(None),
    };
    Entity::update(row).exec(transaction).await?;
    Ok(Some(lease))
}

impl Lease {
    /// Whether it is still wanted and still ours; only looks.
    pub async fn look(&self, backend: &Backend) -> Result<Held, Failure> {
        Ok(held(self.find().one(backend.store.read()).await?.as_ref()))
    }

    /// Keeps it for another while, unless it has been lost meanwhile.
    pub async fn extend(&self, backend: &Backend) -> Result<(), Failure> {
        let until = backend.clock.now().plus(LEASE);
        backend
            .store
            .write(async |transaction| {
                let longer = Entity::update_many().col_expr(Column::LeaseUntil, until.0.into());
                longer.filter(self.is_ours()).exec(transaction).await?;
                Ok(())
            })
            .await
    }

    /// Hands it back; does nothing when it has been lost meanwhile.
    pub async fn end(&self, backend: &Backend, outcome: Outcome, error: Option<String>) -> Result<(), Failure> {
        let now = backend.clock.now();
        backend
            .store
            .write(async |transaction| {
                let Some(model) = self.find().lock_exclusive().one(transaction).await? else { return Ok(()) };
                let standing = model.standing()?.end(outcome, now);
                let mut row = model.into_active_model();
                row.stand(standing);
                row.leased_by = Set(None);
                row.last_error = Set(error);
                Entity::update(row).exec(transaction).await?;
                if matches!(standing.state, JobState::Failed | JobState::Cancelled) {
                    run::given_up(transaction, self.kind).await?;
                }
                Ok(())
            })
            .await
    }

    fn find(&self) -> Select<Entity> {
        Entity::find().filter(self.is_ours())
    }

    fn is_ours(&self) -> Condition {
        Condition::all().add(Column::Id.eq(self.job.0)).add(Column::LeasedBy.eq(self.id))
    }
}

/// Tells how far a job is.
#[derive(Clone)]
pub struct Progress {
    pub(super) backend: Arc<Backend>,
    pub(super) lease: Lease,
}

impl Progress {
    /// So many of so many are done; `note` names what is being done now.
    pub async fn tell(&self, done: usize, of: usize, note: &str) -> Result<(), Failure> {
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        self.backend
            .store
            .write(async |transaction| {
                Entity::update_many()
                    .col_expr(Column::Done, number(done).into())
                    .col_expr(Column::Total, number(of).into())
                    .col_expr(Column::Note, note.into())
                    .filter(self.lease.is_ours())
                    .exec(transaction)
                    .await?;
                Ok(())
            })
            .await
    }
}

fn held(model: Option<&Model>) -> Held {
    match model {
        None => Held::Lost,
        Some(model) if model.cancel_requested => Held::Cancelled,
        Some(_) => Held::Yes,
    }
}

fn not_mine(mine: &[JobId]) -> Condition {
    match mine {
        [] => Condition::all(),
        mine => Condition::all().add(Column::Id.is_not_in(mine.iter().map(|job| job.0))),
    }
}
