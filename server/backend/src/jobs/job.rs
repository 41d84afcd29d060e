//! The table of jobs, and a job as services hand it out.

use domain::{
    actor::Actor,
    ids::JobId,
    jobs::{JobKind, JobState, Standing},
    moment::Moment,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{Failure, Unexpected};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub payload: String,
    pub state: String,
    pub due_at: i64,
    pub attempts: i32,
    pub lease_until: Option<i64>,
    /// Made anew for each attempt, so that one that lost its lease cannot end the next one's work.
    pub leased_by: Option<Uuid>,
    pub cancel_requested: bool,
    pub done: i64,
    pub total: Option<i64>,
    pub note: Option<String>,
    pub last_error: Option<String>,
    pub actor: String,
    /// Of all jobs for the same occasion, only the first is kept.
    pub occasion: Option<String>,
    pub created_at: i64,
    pub finished_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A job as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub id: JobId,
    /// `None` when another release of the program wrote it.
    pub kind: Option<JobKind>,
    pub standing: Standing,
    pub done: i64,
    pub of: Option<i64>,
    pub note: Option<String>,
    pub last_error: Option<String>,
    pub actor: Actor,
    pub created_at: Moment,
}

impl Model {
    pub fn job_kind(&self) -> Option<JobKind> {
        serde_json::from_str(&self.payload).ok()
    }

    pub fn standing(&self) -> Result<Standing, Failure> {
        let state = JobState::from_name(&self.state);
        Ok(Standing {
            state: state.ok_or_else(|| Unexpected::new(format!("a job in the state {}", self.state)))?,
            due_at: Moment(self.due_at),
            attempts: u32::try_from(self.attempts).unwrap_or(0),
            lease_until: self.lease_until.map(Moment),
            cancel_requested: self.cancel_requested,
            finished_at: self.finished_at.map(Moment),
        })
    }
}

impl ActiveModel {
    /// The columns of a standing; the rest stays as it is.
    pub fn stand(&mut self, standing: Standing) {
        self.state = Set(standing.state.name().to_owned());
        self.due_at = Set(standing.due_at.0);
        self.attempts = Set(i32::try_from(standing.attempts).unwrap_or(i32::MAX));
        self.lease_until = Set(standing.lease_until.map(|moment| moment.0));
        self.cancel_requested = Set(standing.cancel_requested);
        self.finished_at = Set(standing.finished_at.map(|moment| moment.0));
    }
}

impl TryFrom<Model> for Job {
    type Error = Failure;

    fn try_from(model: Model) -> Result<Self, Failure> {
        Ok(Self {
            id: JobId(model.id),
            kind: model.job_kind(),
            standing: model.standing()?,
            actor: model.actor.parse().map_err(Unexpected::during("reading a job"))?,
            created_at: Moment(model.created_at),
            done: model.done,
            of: model.total,
            note: model.note,
            last_error: model.last_error,
        })
    }
}
