//! A link that is good once: to set the server up, or to choose a new password.

use crate::{
    moment::{Moment, Span},
    problem::{Problem, What},
};

/// What a link is for. How invitations end is in [`super::Invitation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To become the first administrator; good while there is none.
    SetUp,
    /// To choose a new password, within the hour.
    Password,
}

impl Purpose {
    pub const PASSWORD_VALID_FOR: Span = Span::hours(1);

    /// What stands in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SetUp => "set_up",
            Self::Password => "password",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub purpose: Purpose,
    pub made_at: Moment,
    pub used_at: Option<Moment>,
}

impl Link {
    /// Refuses if it cannot be used now, on a server with so many administrators; otherwise what it is after its use.
    pub fn follow(self, administrators: u64, now: Moment) -> Result<Self, Problem> {
        if let Some(since) = self.used_at {
            return Err(Problem::Closed { since });
        }
        match self.purpose {
            // Whoever finds an old link in a log need not learn that it once was one.
            Purpose::SetUp if administrators > 0 => Err(Problem::not_found(What::Link)),
            Purpose::Password if now >= self.made_at.plus(Purpose::PASSWORD_VALID_FOR) => {
                Err(Problem::Closed { since: self.made_at.plus(Purpose::PASSWORD_VALID_FOR) })
            }
            Purpose::SetUp | Purpose::Password => Ok(Self { used_at: Some(now), ..self }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(purpose: Purpose) -> Link {
        Link { purpose, made_at: Moment(0), used_at: None }
    }

    #[test]
    fn a_password_link_is_good_once_and_for_an_hour() {
        let hour = Moment(0).plus(Span::hours(1));
        assert_eq!(link(Purpose::Password).follow(1, hour), Err(Problem::Closed { since: hour }));
        let used = link(Purpose::Password).follow(1, Moment(7)).expect("within the hour");
        assert_eq!(used.follow(1, Moment(8)), Err(Problem::Closed { since: Moment(7) }));
    }

    #[test]
    fn a_server_is_set_up_once() {
        let year = Moment(0).plus(Span::days(365));
        assert!(link(Purpose::SetUp).follow(0, year).is_ok(), "it waits for whoever installs");
        assert_eq!(link(Purpose::SetUp).follow(1, year), Err(Problem::not_found(What::Link)));
    }
}
