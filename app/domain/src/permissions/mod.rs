//! May this caller do that to this: the one place that answers it, for pages, forms, files, sockets and exports.

mod act;
mod caller;
mod voice;

pub use act::{Act, Object};
pub use caller::{Caller, Scope};
pub use voice::{acting_as, voices};

use crate::{
    accounts::Office,
    partnerships::{Place, Role},
    problem::{Problem, What},
    processes::{Level, level},
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
    let sees = match object {
        Object::Server => true,
        Object::Of(owner) => owner == person || act.object_is_seen_by(office),
        Object::In(Place { partnership, .. }) | Object::Organisation(partnership, _) => {
            caller.sits_in(partnership) || office == Office::Administrator
        }
        Object::Process { place, access, named } => level(caller.seats(), place, access, named).is_some(),
    };
    if !sees {
        return Err(Problem::not_found(act.what()));
    }
    let has_role_in = |place| caller.seats_in(place).any(|seat| act.is_of_role(seat.role));
    let may = match object {
        Object::Server => act.is_of(office, false),
        Object::Of(owner) => act.is_of(office, owner == person),
        Object::In(place) => act.is_of_those_who_see(office) || !act.is_of_process() && has_role_in(place),
        Object::Organisation(partnership, organisation) => {
            // Its seats in bodies count as well: it is one organisation in all of them.
            let mut own = caller.seats().iter().filter(|seat| seat.is_of(partnership, organisation));
            let speaks_for_it = own.any(|seat| act.is_of_own_role(seat.role));
            speaks_for_it || !act.is_of_process() && has_role_in(Place::whole(partnership))
        }
        Object::Process { place, access, named } => match act.level() {
            Some(needed) => level(caller.seats(), place, access, named) >= Some(needed),
            None => act.is_of_process() && has_role_in(place),
        },
    };
    if may { Ok(()) } else { Err(Problem::NotAllowed) }
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
            Self::GiveWaiting => What::Waiting,
            Self::Invite | Self::InviteToOffice | Self::ChangeInvitation => What::Invitation,
            Self::SeeOutbox => What::Mail,
            Self::SeeJobs | Self::ChangeJob => What::Job,
            Self::SeeFile => What::File,
            Self::SeePartnerships | Self::BeginPartnership | Self::SeePartnership | Self::ChangePartnership => {
                What::Partnership
            }
            Self::ChangeBody => What::Body,
            Self::ChangeOrganisation | Self::TellOfOrganisation | Self::StandBehind => What::Organisation,
            Self::ChangeSeat => What::Seat,
            Self::ReplaceList => What::List,
            Self::BeginProcess
            | Self::SeeProcess
            | Self::ChangeProcess
            | Self::RemoveProcess
            | Self::WriteInProcess => What::Process,
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

    /// Whether one of that office may do this to a person's or the server's, be it one's own or not.
    const fn is_of(self, office: Office, is_own: bool) -> bool {
        match self {
            Self::SeeDesign | Self::SignIn | Self::SeeStart | Self::SeePartnerships => true,
            Self::SeeSettings | Self::ChangeProfile | Self::ChangeSecurity | Self::EndSession | Self::GiveWaiting => {
                is_own
            }
            Self::SeePerson | Self::SeeFile => is_own || sees_people(office),
            Self::SeePeople | Self::Invite | Self::ChangeInvitation | Self::BeginPartnership => sees_people(office),
            Self::InviteToOffice | Self::ChangeOffice | Self::EndAccount | Self::RestoreAccount => {
                matches!(office, Office::Administrator)
            }
            Self::SeeAdministration | Self::SeeOutbox | Self::SeeJobs | Self::ChangeJob | Self::SeeRecord => {
                matches!(office, Office::Administrator)
            }
            Self::SeePartnership
            | Self::ChangePartnership
            | Self::ChangeBody
            | Self::ChangeOrganisation
            | Self::TellOfOrganisation
            | Self::ChangeSeat
            | Self::StandBehind
            | Self::ReplaceList
            | Self::BeginProcess
            | Self::SeeProcess
            | Self::ChangeProcess
            | Self::RemoveProcess
            | Self::WriteInProcess => false,
        }
    }

    /// Whether it needs no seat there: everybody in a partnership reads of it, and an administrator can give a seat to
    /// somebody where nobody is left who could.
    const fn is_of_those_who_see(self, office: Office) -> bool {
        match self {
            Self::SeePartnership => true,
            Self::ChangePartnership | Self::ChangeSeat => matches!(office, Office::Administrator),
            _ => false,
        }
    }

    /// Whether a seat of that role may do this in its place.
    const fn is_of_role(self, role: Role) -> bool {
        match self {
            Self::ChangePartnership
            | Self::ChangeBody
            | Self::ChangeOrganisation
            | Self::TellOfOrganisation
            | Self::ChangeSeat
            | Self::ReplaceList
            | Self::RemoveProcess => matches!(role, Role::Secretariat),
            Self::BeginProcess | Self::ChangeProcess => matches!(role, Role::Secretariat | Role::Facilitator),
            _ => false,
        }
    }

    /// Whether a seat of that role may do this on behalf of the organisation that the seat belongs to.
    const fn is_of_own_role(self, role: Role) -> bool {
        match self {
            Self::TellOfOrganisation | Self::ReplaceList => matches!(role, Role::Delegate | Role::Member),
            Self::StandBehind => matches!(role, Role::Delegate),
            _ => false,
        }
    }

    /// How far one has to get in a process for this; of other acts, none.
    const fn level(self) -> Option<Level> {
        match self {
            Self::SeeProcess => Some(Level::Reads),
            Self::WriteInProcess => Some(Level::Writes),
            _ => None,
        }
    }

    /// Whether it is done to a process that there is.
    const fn is_of_process(self) -> bool {
        matches!(self, Self::ChangeProcess | Self::RemoveProcess)
    }

    /// What a token must have been given; without a scope, no token may do it.
    const fn scope(self) -> Option<Scope> {
        match self {
            Self::SeeDesign
            | Self::SeeStart
            | Self::SeeSettings
            | Self::SeePeople
            | Self::SeePerson
            | Self::SeeFile
            | Self::SeePartnerships
            | Self::SeePartnership
            | Self::SeeProcess => Some(Scope::Read),
            Self::ChangeProfile
            | Self::GiveWaiting
            | Self::Invite
            | Self::ChangeInvitation
            | Self::BeginPartnership
            | Self::ChangePartnership
            | Self::ChangeBody
            | Self::ChangeOrganisation
            | Self::TellOfOrganisation
            | Self::ChangeSeat
            | Self::ReplaceList
            | Self::BeginProcess
            | Self::ChangeProcess
            | Self::RemoveProcess
            | Self::WriteInProcess => Some(Scope::Write),
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
            | Self::SeeRecord
            // An organisation is bound by people, not by programs.
            | Self::StandBehind => None,
        }
    }
}

const fn sees_people(office: Office) -> bool {
    matches!(office, Office::Secretariat | Office::Administrator)
}

#[cfg(test)]
mod place_tests;
#[cfg(test)]
mod tests;
