//! What an account is on this server, and the rules that no change of it may break.

use serde::{Deserialize, Serialize};

use crate::{
    moment::Moment,
    problem::{Problem, Reason, What},
    undo,
};

/// A member reads and takes part; the secretariat invites; an administrator looks after accounts and the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    #[default]
    Member,
    Secretariat,
    Administrator,
}

impl Office {
    pub const ALL: [Self; 3] = [Self::Member, Self::Secretariat, Self::Administrator];

    /// What stands in forms and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Secretariat => "secretariat",
            Self::Administrator => "administrator",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|office| office.name() == name)
    }

    /// As a form's choice.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        Self::from_name(text).ok_or(if text.is_empty() { Reason::Missing } else { Reason::UnknownChoice })
    }

    /// Those who see others' accounts sign in with more than a mailbox.
    pub const fn needs_password(self) -> bool {
        !matches!(self, Self::Member)
    }

    /// Whether this office may become `to`, for a person with or without a password, among so many administrators.
    pub fn change(self, to: Self, has_password: bool, administrators: u64) -> Result<(), Problem> {
        if to.needs_password() && !has_password {
            return Err(Problem::invalid("office", Reason::PasswordNeeded));
        }
        if to != Self::Administrator { self.another_administrator_stays("office", administrators) } else { Ok(()) }
    }

    /// Refuses if this is the last administrator's office.
    fn another_administrator_stays(self, field: &str, administrators: u64) -> Result<(), Problem> {
        if self == Self::Administrator && administrators <= 1 {
            return Err(Problem::invalid(field, Reason::LastAdministrator));
        }
        Ok(())
    }
}

impl std::fmt::Display for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Office {
    type Err = Reason;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// Whether an account of this office may be ended, among so many administrators.
pub fn end_account(office: Office, administrators: u64) -> Result<(), Problem> {
    office.another_administrator_stays("", administrators)
}

/// Whether an account that was ended then can be brought back now.
pub fn restore_account(ended_at: Option<Moment>, now: Moment) -> Result<(), Problem> {
    let ended_at = ended_at.ok_or(Problem::not_found(What::Person))?;
    undo::restore(ended_at, now)
}

/// Whether a person of this office may sign in without a password from now on.
pub fn may_do_without_password(office: Office) -> Result<(), Problem> {
    if office.needs_password() { Err(Problem::invalid("", Reason::PasswordNeeded)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::Span;

    #[test]
    fn the_last_administrator_stays() {
        let last = Err(Problem::invalid("office", Reason::LastAdministrator));
        assert_eq!(Office::Administrator.change(Office::Member, true, 1), last);
        assert_eq!(Office::Administrator.change(Office::Member, true, 2), Ok(()));
        assert_eq!(Office::Administrator.change(Office::Administrator, true, 1), Ok(()));
        assert_eq!(Office::Secretariat.change(Office::Member, true, 1), Ok(()));
        assert_eq!(end_account(Office::Administrator, 1), Err(Problem::invalid("", Reason::LastAdministrator)));
        assert_eq!(end_account(Office::Administrator, 2), Ok(()));
        assert_eq!(end_account(Office::Member, 1), Ok(()));
    }

    #[test]
    fn offices_with_power_need_a_password() {
        for office in [Office::Secretariat, Office::Administrator] {
            let refused = Err(Problem::invalid("office", Reason::PasswordNeeded));
            assert_eq!(Office::Member.change(office, false, 1), refused);
            assert_eq!(Office::Member.change(office, true, 1), Ok(()));
            assert!(may_do_without_password(office).is_err());
        }
        assert_eq!(may_do_without_password(Office::Member), Ok(()));
    }

    #[test]
    fn an_ended_account_can_be_brought_back_for_thirty_days() {
        let ended = Moment(1_000);
        let until = ended.plus(Span::days(30));
        assert_eq!(restore_account(Some(ended), until.minus(Span::seconds(1))), Ok(()));
        assert_eq!(restore_account(Some(ended), until), Err(Problem::Closed { since: until }));
        assert_eq!(restore_account(None, until), Err(Problem::not_found(What::Person)));
    }

    #[test]
    fn offices_are_named_and_found_again() {
        for office in Office::ALL {
            assert_eq!(Office::parse(office.name()), Ok(office));
        }
        assert_eq!(Office::parse("king"), Err(Reason::UnknownChoice));
        assert_eq!(Office::parse(""), Err(Reason::Missing));
    }
}
