//! How long one stays signed in in a browser, and for how long one may change how one signs in.

use crate::{
    moment::{Moment, Span},
    problem::{Problem, Reason},
};

/// Whoever changes how one signs in must have signed in so short a while ago.
pub const CONFIRMED_FOR: Span = Span::minutes(15);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    pub begun_at: Moment,
    pub seen_at: Moment,
    /// When the person last showed who they are: at sign-in, or with a password or code since.
    pub confirmed_at: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    Live,
    /// Live, and not noted as seen for a minute: reading does not write each time.
    LiveUnnoted,
    Over,
}

impl Session {
    pub const IDLE: Span = Span::days(30);
    pub const LONGEST: Span = Span::days(180);
    const NOTED_EVERY: Span = Span::minutes(1);

    pub fn begun(now: Moment) -> Self {
        Self { begun_at: now, seen_at: now, confirmed_at: now }
    }

    pub fn state(self, now: Moment) -> SessionState {
        if now >= self.ends_at() {
            SessionState::Over
        } else if now >= self.seen_at.plus(Self::NOTED_EVERY) {
            SessionState::LiveUnnoted
        } else {
            SessionState::Live
        }
    }

    /// When it ends unless it is used before.
    pub fn ends_at(self) -> Moment {
        self.seen_at.plus(Self::IDLE).min(self.begun_at.plus(Self::LONGEST))
    }

    pub fn is_confirmed(self, now: Moment) -> Result<(), Problem> {
        if now < self.confirmed_at.plus(CONFIRMED_FOR) {
            Ok(())
        } else {
            Err(Problem::invalid("", Reason::SignInAgain))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_ends_after_thirty_days_unused_and_after_half_a_year_in_any_case() {
        let begun = Session::begun(Moment(0));
        assert_eq!(begun.state(Moment(59_999)), SessionState::Live);
        assert_eq!(begun.state(Moment(60_000)), SessionState::LiveUnnoted);
        assert_eq!(begun.state(Moment(0).plus(Session::IDLE)), SessionState::Over);
        let used = Session { seen_at: Moment(0).plus(Span::days(179)), ..begun };
        assert_eq!(used.ends_at(), Moment(0).plus(Span::days(180)));
    }

    #[test]
    fn security_is_changed_shortly_after_signing_in() {
        let begun = Session::begun(Moment(0));
        assert_eq!(begun.is_confirmed(Moment(0).plus(Span::minutes(14))), Ok(()));
        let later = begun.is_confirmed(Moment(0).plus(Span::minutes(15)));
        assert_eq!(later, Err(Problem::invalid("", Reason::SignInAgain)));
    }

    proptest! {
        #[test]
        fn what_is_over_stays_over(seen in 0_u32..200, now in 0_u32..400, later in 0_u32..400) {
            let session = Session { seen_at: Moment(0).plus(Span::days(seen)), ..Session::begun(Moment(0)) };
            let now = Moment(0).plus(Span::days(now));
            if session.state(now) == SessionState::Over {
                prop_assert_eq!(session.state(now.plus(Span::days(later))), SessionState::Over);
            }
        }
    }
}
