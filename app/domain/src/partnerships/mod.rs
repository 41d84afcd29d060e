//! Who works together: partnerships, their bodies, organisations over time, the seats these hold, and what they stand behind.

mod anchoring;
mod body;
mod organisation;
mod partnership;
mod seat;
mod succession;
mod tenure;

pub use anchoring::{Anchoring, AnchoringFields, Level};
pub use body::{Body, BodyFields, Gathering, Overlap, overlaps};
pub use organisation::{
    ActorType, Ending, EndingKind, Membership, Name, NewOrganisation, NewOrganisationFields, Organisation,
    OrganisationEvent, Profile, ProfileFields,
};
pub use partnership::{Accent, Partnership, PartnershipFields};
pub use seat::{HeldSeat, Place, Role};
pub use succession::Succession;
pub use tenure::{Seat, SeatEvent, Tenure, TenureKind};

#[cfg(test)]
mod history_tests;
