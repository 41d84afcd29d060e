//! Where a job stands, and where it stands after it was taken, ended, cancelled or asked for again.

use serde::{Deserialize, Serialize};

use crate::{
    moment::{Moment, Span},
    problem::Problem,
};

/// How long a server may stay silent about a job before another takes it up.
pub const LEASE: Span = Span::seconds(60);
/// So often a job is tried before somebody has to look at it.
pub const MOST_ATTEMPTS: u32 = 8;
const FIRST_PAUSE: Span = Span::seconds(10);
pub(super) const LONGEST_PAUSE: Span = Span::hours(2);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    Waiting,
    Running,
    Done,
    /// Tried as often as makes sense.
    Failed,
    Cancelled,
}

impl JobState {
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Running, Self::Done, Self::Failed, Self::Cancelled];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }
}

/// What of a job decides about its next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: JobState,
    pub due_at: Moment,
    /// How often it has been started since it was last asked for.
    pub attempts: u32,
    /// Until when the server that runs it has it for itself.
    pub lease_until: Option<Moment>,
    pub cancel_requested: bool,
    pub finished_at: Option<Moment>,
}

/// How one attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It may work later.
    TryAgain,
    /// It will never work.
    GiveUp,
    /// It stopped because somebody had cancelled it.
    Cancelled,
    /// The server stops; the job goes on elsewhere or later, and this attempt does not count.
    Interrupted,
}

/// What becomes of a job that a server looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Run it.
    Run(Standing),
    /// Its server vanished once too often, or after it had been cancelled: it is over.
    Over(Standing),
    /// It is not its time, somebody else has it, or it is over.
    No,
}

impl Standing {
    pub const fn waiting(due_at: Moment) -> Self {
        Self {
            state: JobState::Waiting,
            due_at,
            attempts: 0,
            lease_until: None,
            cancel_requested: false,
            finished_at: None,
        }
    }

    /// A server wants to run it.
    pub fn take(self, now: Moment) -> Taken {
        let lease_lost = self.state == JobState::Running && self.lease_until.is_none_or(|until| until <= now);
        let is_due = self.state == JobState::Waiting && self.due_at <= now;
        if lease_lost && self.cancel_requested {
            Taken::Over(self.over(JobState::Cancelled, now))
        } else if lease_lost && self.attempts >= MOST_ATTEMPTS {
            Taken::Over(self.over(JobState::Failed, now))
        } else if lease_lost || is_due {
            let lease_until = Some(now.plus(LEASE));
            Taken::Run(Self { state: JobState::Running, attempts: self.attempts + 1, lease_until, ..self })
        } else {
            Taken::No
        }
    }

    /// The attempt that is running has ended.
    pub fn end(self, outcome: Outcome, now: Moment) -> Self {
        match outcome {
            Outcome::Done => self.over(JobState::Done, now),
            Outcome::GiveUp => self.over(JobState::Failed, now),
            Outcome::Cancelled => self.over(JobState::Cancelled, now),
            _ if self.cancel_requested => self.over(JobState::Cancelled, now),
            Outcome::Interrupted => self.back(now, self.attempts.saturating_sub(1)),
            Outcome::TryAgain if self.attempts >= MOST_ATTEMPTS => self.over(JobState::Failed, now),
            Outcome::TryAgain => self.back(now.plus(pause_after(self.attempts)), self.attempts),
        }
    }

    /// Somebody does not want it any more. One that is running is told, and stops where it can.
    pub fn cancel(self, now: Moment) -> Result<Self, Problem> {
        match self.state {
            JobState::Waiting => Ok(self.over(JobState::Cancelled, now)),
            JobState::Running => Ok(Self { cancel_requested: true, ..self }),
            _ => Err(Problem::Closed { since: self.finished_at.unwrap_or(now) }),
        }
    }

    /// Somebody wants it at once: after it was given up or cancelled, or before its next attempt is due.
    pub fn retry(self, now: Moment) -> Result<Self, Problem> {
        match self.state {
            JobState::Waiting | JobState::Failed | JobState::Cancelled => Ok(Self::waiting(now)),
            JobState::Running | JobState::Done => Err(Problem::Closed { since: self.finished_at.unwrap_or(now) }),
        }
    }

    fn over(self, state: JobState, now: Moment) -> Self {
        Self { state, lease_until: None, finished_at: Some(now), ..self }
    }

    fn back(self, due_at: Moment, attempts: u32) -> Self {
        Self { state: JobState::Waiting, due_at, attempts, lease_until: None, ..self }
    }
}

/// How long to wait after so many attempts: three times as long each time, up to two hours.
pub fn pause_after(attempts: u32) -> Span {
    FIRST_PAUSE.times(3u64.saturating_pow(attempts.saturating_sub(1))).min(LONGEST_PAUSE)
}
