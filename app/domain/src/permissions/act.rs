//! What can be done here, and to what.

use crate::{
    ids::{OrganisationId, PartnershipId, PersonId},
    partnerships::Place,
    processes::{Access, Level},
};

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
    /// Handing what waits for one's seat to a substitute, and taking it back.
    GiveWaiting,
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
    /// The list of those in which one has a seat.
    SeePartnerships,
    BeginPartnership,
    /// With its bodies, organisations, seats and lists.
    SeePartnership,
    ChangePartnership,
    ChangeBody,
    /// Adding one to the partnership, renaming, merging and ending it.
    ChangeOrganisation,
    /// What it can help with, whom to turn to, and that this still holds.
    TellOfOrganisation,
    /// Making one, handing it over, naming substitutes, removing it.
    ChangeSeat,
    /// On behalf of an organisation, behind a text.
    StandBehind,
    /// Of a partnership, or of an organisation in it.
    ReplaceList,
    /// In a place.
    BeginProcess,
    SeeProcess,
    /// What it is about, its timetable, its mandate, and to whom it is open.
    ChangeProcess,
    RemoveProcess,
    /// Adding to what it makes; also delivering it.
    WriteInProcess,
}

impl Act {
    pub const ALL: [Self; 37] = [
        Self::SeeDesign,
        Self::SignIn,
        Self::SeeStart,
        Self::SeeSettings,
        Self::ChangeProfile,
        Self::ChangeSecurity,
        Self::EndSession,
        Self::GiveWaiting,
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
        Self::SeePartnerships,
        Self::BeginPartnership,
        Self::SeePartnership,
        Self::ChangePartnership,
        Self::ChangeBody,
        Self::ChangeOrganisation,
        Self::TellOfOrganisation,
        Self::ChangeSeat,
        Self::StandBehind,
        Self::ReplaceList,
        Self::BeginProcess,
        Self::SeeProcess,
        Self::ChangeProcess,
        Self::RemoveProcess,
        Self::WriteInProcess,
    ];
}

/// Whose it is that something is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Object {
    /// The server as a whole: its lists, its outbox, its jobs.
    Server,
    /// A person, or what belongs to one: a session, a picture, settings, an invitation that the person sent.
    Of(PersonId),
    /// What belongs to a partnership, or to one body in it.
    In(Place),
    /// An organisation of a partnership.
    Organisation(PartnershipId, OrganisationId),
    /// A process of a place, to whom it is open, and the most that one of the caller's seats has been given in it.
    Process { place: Place, access: Access, named: Option<Level> },
}
