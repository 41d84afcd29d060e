//! What the longer forms about accounts must hold before anything is done with them; all faults are told at once.

use super::{EmailAddress, NewPassword, Office, PersonName};
use crate::problem::{Faults, Problem};

/// The first administrator, who sets the server up.
#[derive(Clone, Debug)]
pub struct Administrator {
    pub name: PersonName,
    pub email: EmailAddress,
    pub password: NewPassword,
}

impl Administrator {
    pub fn read(name: &str, email: &str, password: &str, again: &str) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let name = faults.check("name", PersonName::parse(name));
        let email = faults.check("email", EmailAddress::parse(email));
        // A password is also judged when the address is not one: an address nobody can have stands in for it.
        let judged_by = email.clone().or_else(|| EmailAddress::parse("nobody@example.invalid").ok());
        let password = judged_by.and_then(|by| NewPassword::read(password, again, &by, name.as_ref(), &mut faults));
        faults.whole(name.zip(email).zip(password).map(|((name, email), password)| Self { name, email, password }))
    }
}

/// Somebody who is to be invited.
#[derive(Clone, Debug)]
pub struct InvitedPerson {
    pub email: EmailAddress,
    pub office: Office,
}

impl InvitedPerson {
    pub fn read(email: &str, office: &str) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let email = faults.check("email", EmailAddress::parse(email));
        let office = faults.check("office", Office::parse(office));
        faults.whole(email.zip(office).map(|(email, office)| Self { email, office }))
    }
}

/// Somebody who accepts an invitation. A password is asked for only where the office needs one.
#[derive(Clone, Debug)]
pub struct AcceptedInvitation {
    pub name: PersonName,
    pub password: Option<NewPassword>,
}

impl AcceptedInvitation {
    pub fn read(
        name: &str,
        password: &str,
        again: &str,
        office: Office,
        email: &EmailAddress,
    ) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let name = faults.check("name", PersonName::parse(name));
        let password = if office.needs_password() {
            NewPassword::read(password, again, email, name.as_ref(), &mut faults)
        } else {
            None
        };
        faults.whole(name.map(|name| Self { name, password }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Reason;

    const GOOD: &str = "gul traktor under månen";

    #[test]
    fn an_administrator_has_everything() {
        let read = Administrator::read(" Kim Lind ", "Kim@Example.se", GOOD, GOOD).expect("whole");
        assert_eq!((read.name.as_str(), read.email.as_str()), ("Kim Lind", "kim@example.se"));
        let problem = Administrator::read("", "kim", "kort", "kort").expect_err("three faults");
        assert_eq!(problem.at("name"), Some(Reason::Missing));
        assert_eq!(problem.at("email"), Some(Reason::NotAnAddress));
        assert_eq!(problem.at("password"), Some(Reason::TooShort { min: 12 }));
        let problem = Administrator::read("Kim", "kim@example.se", GOOD, "annat").expect_err("they differ");
        assert_eq!(problem.at("again"), Some(Reason::Different));
    }

    #[test]
    fn only_offices_with_power_are_asked_for_a_password() {
        let email = EmailAddress::parse("kim@example.se").expect("an address");
        let member = AcceptedInvitation::read("Kim", "", "", Office::Member, &email).expect("a member needs none");
        assert!(member.password.is_none());
        let secretariat = AcceptedInvitation::read("Kim", "", "", Office::Secretariat, &email).expect_err("needs one");
        assert_eq!(secretariat.at("password"), Some(Reason::Missing));
        assert!(AcceptedInvitation::read("Kim", GOOD, GOOD, Office::Administrator, &email).is_ok());
    }

    #[test]
    fn one_is_invited_to_an_office_there_is() {
        assert!(InvitedPerson::read("kim@example.se", "member").is_ok());
        let problem = InvitedPerson::read("", "king").expect_err("two faults");
        assert_eq!(problem.at("email"), Some(Reason::Missing));
        assert_eq!(problem.at("office"), Some(Reason::UnknownChoice));
    }
}
