//! The ids of things, each a type of its own so that none can be taken for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Defines a newtype over [`Uuid`] that reads, writes and prints like the uuid itself.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// A person with an account.
    PersonId,
    /// Somebody in one workshop, by code and name only.
    GuestId,
    /// A place that belongs to an organisation.
    SeatId,
    /// A region, municipality, university, company or association.
    OrganisationId,
    /// An access token of a person.
    TokenId,
    /// One browser in which a person is signed in.
    SessionId,
    /// An invitation to an account.
    InvitationId,
    /// A piece of work that the server does by itself.
    JobId,
    /// A message in the outbox.
    MailId,
    /// The organisations that work together: the outermost room.
    PartnershipId,
    /// A group in a partnership.
    BodyId,
    /// A stretch of time in which a person holds a seat or stands in for its holder.
    TenureId,
    /// An organisation's standing behind one text.
    AnchoringId,
    /// One piece of work with a timetable.
    ProcessId,
    /// A stretch of a process.
    PhaseId,
    /// A list of codes that cards and ballots choose from.
    ListId,
    /// A file of rows that are to become organisations or seats.
    ImportId,
    /// Something that waits for somebody.
    WaitingId,
}
