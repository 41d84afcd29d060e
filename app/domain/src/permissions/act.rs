//! What can be done here, and to what.

use crate::ids::PersonId;

/// Everything that needs an answer from [`super::may`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    SeeDesign,
    /// Signing in and what leads there: codes, links, invitations, setting up.
    SignIn,
    SeeStart,
    SeeSettings,
    /// Name, picture, language and theme.
    ChangeProfile,
    /// Password, second factor and recovery codes.
    ChangeSecurity,
    EndSession,
    /// The list.
    SeePeople,
    SeePerson,
    Invite,
    /// To more than membership.
    InviteToOffice,
    /// Renewing and withdrawing.
    ChangeInvitation,
    ChangeOffice,
    EndAccount,
    RestoreAccount,
    SeeAdministration,
    SeeOutbox,
    SeeJobs,
    /// Cancelling and retrying.
    ChangeJob,
    SeeRecord,
    SeeFile,
}

impl Act {
    pub const ALL: [Self; 21] = [
        Self::SeeDesign,
        Self::SignIn,
        Self::SeeStart,
        Self::SeeSettings,
        Self::ChangeProfile,
        Self::ChangeSecurity,
        Self::EndSession,
        Self::SeePeople,
        Self::SeePerson,
        Self::Invite,
        Self::InviteToOffice,
        Self::ChangeInvitation,
        Self::ChangeOffice,
        Self::EndAccount,
        Self::RestoreAccount,
        Self::SeeAdministration,
        Self::SeeOutbox,
        Self::SeeJobs,
        Self::ChangeJob,
        Self::SeeRecord,
        Self::SeeFile,
    ];
}

/// Whose it is that something is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Object {
    /// The server as a whole: its lists, its outbox, its jobs.
    Server,
    /// A person, or what belongs to one: a session, a picture, settings, an invitation that the person sent.
    Of(PersonId),
}

impl Object {
    pub const fn owner(self) -> Option<PersonId> {
        match self {
            Self::Server => None,
            Self::Of(person) => Some(person),
        }
    }
}
