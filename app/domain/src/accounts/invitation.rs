//! An invitation to an account: open for seven days, until it is accepted or withdrawn.

use serde::{Deserialize, Serialize};

use crate::{
    moment::{Moment, Span},
    problem::{Problem, What},
};

/// When what happened to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// When it was sent, the last time.
    pub sent_at: Moment,
    pub accepted_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    Open { until: Moment },
    Expired { since: Moment },
    Accepted { at: Moment },
    Withdrawn { at: Moment },
}

impl Invitation {
    pub const VALID_FOR: Span = Span::days(7);

    pub fn sent(now: Moment) -> Self {
        Self { sent_at: now, accepted_at: None, withdrawn_at: None }
    }

    pub fn state(self, now: Moment) -> InvitationState {
        let until = self.sent_at.plus(Self::VALID_FOR);
        match (self.accepted_at, self.withdrawn_at) {
            (Some(at), _) => InvitationState::Accepted { at },
            (None, Some(at)) => InvitationState::Withdrawn { at },
            (None, None) if now < until => InvitationState::Open { until },
            (None, None) => InvitationState::Expired { since: until },
        }
    }

    pub fn accept(self, now: Moment) -> Result<Self, Problem> {
        match self.state(now) {
            InvitationState::Open { .. } => Ok(Self { accepted_at: Some(now), ..self }),
            InvitationState::Expired { since }
            | InvitationState::Accepted { at: since }
            | InvitationState::Withdrawn { at: since } => Err(Problem::Closed { since }),
        }
    }

    /// Sends it anew, with a new link, for another seven days.
    pub fn renew(self, now: Moment) -> Result<Self, Problem> {
        self.unsettled(now).map(|()| Self::sent(now))
    }

    pub fn withdraw(self, now: Moment) -> Result<Self, Problem> {
        self.unsettled(now).map(|()| Self { withdrawn_at: Some(now), ..self })
    }

    /// Neither accepted nor withdrawn; one that expired can still be either renewed or withdrawn.
    fn unsettled(self, now: Moment) -> Result<(), Problem> {
        match self.state(now) {
            InvitationState::Open { .. } | InvitationState::Expired { .. } => Ok(()),
            InvitationState::Accepted { at } => Err(Problem::Closed { since: at }),
            InvitationState::Withdrawn { .. } => Err(Problem::not_found(What::Invitation)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_is_open_for_seven_days() {
        let sent = Invitation::sent(Moment(0));
        let until = Moment(0).plus(Span::days(7));
        assert_eq!(sent.state(until.minus(Span::seconds(1))), InvitationState::Open { until });
        assert_eq!(sent.accept(until), Err(Problem::Closed { since: until }));
        let renewed = sent.renew(until).expect("an expired one can be renewed");
        assert!(renewed.accept(until).is_ok());
    }

    #[test]
    fn what_is_settled_stays_so() {
        let sent = Invitation::sent(Moment(0));
        let accepted = sent.accept(Moment(5)).expect("open");
        let withdrawn = sent.withdraw(Moment(5)).expect("open");
        let closed = Problem::Closed { since: Moment(5) };
        assert_eq!(accepted.accept(Moment(6)), Err(closed.clone()));
        assert_eq!(accepted.renew(Moment(6)), Err(closed.clone()));
        assert_eq!(accepted.withdraw(Moment(6)), Err(closed.clone()));
        assert_eq!(withdrawn.accept(Moment(6)), Err(closed));
        assert_eq!(withdrawn.renew(Moment(6)), Err(Problem::not_found(What::Invitation)));
    }

    proptest! {
        #[test]
        fn whatever_is_done_it_is_accepted_at_most_once_and_never_after_it_was_withdrawn(
            steps in prop::collection::vec((0_u8..3, 0_u32..200), 0..30)
        ) {
            let (mut invitation, mut now, mut accepted, mut withdrawn) = (Invitation::sent(Moment(0)), Moment(0), 0, false);
            for (step, hours) in steps {
                now = now.plus(Span::hours(hours));
                let done = match step {
                    0 => invitation.accept(now),
                    1 => invitation.renew(now),
                    _ => invitation.withdraw(now),
                };
                if let Ok(after) = done {
                    prop_assert!(!withdrawn && accepted == 0);
                    accepted += u32::from(step == 0);
                    withdrawn = step == 2;
                    invitation = after;
                }
            }
        }
    }
}
