//! May this caller do that to this: the one place that answers it, for pages, forms, files, sockets and exports.

mod act;
mod caller;

pub use act::{Act, Object};
pub use caller::{Caller, Scope};

use crate::{
    accounts::Office,
    problem::{Problem, What},
};

/// What one may not know of is `NotFound`, what one may know of but not do is `NotAllowed`.
pub fn may(caller: &Caller, act: Act, object: Object) -> Result<(), Problem> {
    if act.is_open_to_all() {
        return Ok(());
    }
    let (person, office) = caller.person().ok_or(Problem::NotSignedIn)?;
    if !caller.has_scope(act.scope()) {
        return Err(Problem::NotAllowed);
    }
    let is_own = object.owner() == Some(person);
    let sees = match object.owner() {
        Some(owner) => owner == person || act.object_is_seen_by(office),
        None => true,
    };
    if !sees {
        return Err(Problem::not_found(act.what()));
    }
    if act.is_of(office, is_own) { Ok(()) } else { Err(Problem::NotAllowed) }
}

impl Act {
    const fn is_open_to_all(self) -> bool {
        matches!(self, Self::SeeDesign | Self::SignIn)
    }

    /// What is missing to those who may not know of it.
    const fn what(self) -> What {
        match self {
            Self::SeeDesign | Self::SignIn | Self::SeeStart => What::Page,
            Self::SeeRecord | Self::SeeAdministration => What::Page,
            Self::SeeSettings | Self::ChangeProfile | Self::ChangeSecurity => What::Person,
            Self::SeePeople | Self::SeePerson | Self::ChangeOffice | Self::EndAccount | Self::RestoreAccount => {
                What::Person
            }
            Self::EndSession => What::Session,
            Self::Invite | Self::InviteToOffice | Self::ChangeInvitation => What::Invitation,
            Self::SeeOutbox => What::Mail,
            Self::SeeJobs | Self::ChangeJob => What::Job,
            Self::SeeFile => What::File,
        }
    }

    /// Whether that office knows of other persons' objects of this kind.
    const fn object_is_seen_by(self, office: Office) -> bool {
        match self {
            Self::SeePerson | Self::ChangeOffice | Self::EndAccount | Self::RestoreAccount | Self::SeeFile => {
                sees_people(office)
            }
            Self::ChangeInvitation => sees_people(office),
            _ => false,
        }
    }

    /// Whether one of that office may do this to something that is seen, be it one's own or not.
    const fn is_of(self, office: Office, is_own: bool) -> bool {
        match self {
            Self::SeeDesign | Self::SignIn | Self::SeeStart => true,
            Self::SeeSettings | Self::ChangeProfile | Self::ChangeSecurity | Self::EndSession => is_own,
            Self::SeePerson | Self::SeeFile => is_own || sees_people(office),
            Self::SeePeople | Self::Invite | Self::ChangeInvitation => sees_people(office),
            Self::InviteToOffice | Self::ChangeOffice | Self::EndAccount | Self::RestoreAccount => {
                matches!(office, Office::Administrator)
            }
            Self::SeeAdministration | Self::SeeOutbox | Self::SeeJobs | Self::ChangeJob | Self::SeeRecord => {
                matches!(office, Office::Administrator)
            }
        }
    }

    /// What a token must have been given; without a scope, no token may do it.
    const fn scope(self) -> Option<Scope> {
        match self {
            Self::SeeDesign
            | Self::SeeStart
            | Self::SeeSettings
            | Self::SeePeople
            | Self::SeePerson
            | Self::SeeFile => Some(Scope::Read),
            Self::ChangeProfile | Self::Invite | Self::ChangeInvitation => Some(Scope::Write),
            Self::SignIn
            | Self::ChangeSecurity
            | Self::EndSession
            | Self::InviteToOffice
            | Self::ChangeOffice
            | Self::EndAccount
            | Self::RestoreAccount
            | Self::SeeAdministration
            | Self::SeeOutbox
            | Self::SeeJobs
            | Self::ChangeJob
            | Self::SeeRecord => None,
        }
    }
}

const fn sees_people(office: Office) -> bool {
    matches!(office, Office::Secretariat | Office::Administrator)
}

#[cfg(test)]
mod tests;
