//! Who works together, kept: partnerships, bodies, organisations over time, seats, and what organisations stand behind.

mod anchorings;
mod beginning;
mod bodies;
mod body_changes;
pub(crate) mod entities;
pub(crate) mod expected;
mod held;
pub(crate) mod organisation_changes;
mod organisation_ends;
mod organisations;
mod reading;
pub(crate) mod register;
pub(crate) mod room;
pub(crate) mod seat_changes;
pub(crate) mod seats;
mod stakeholders;
mod substitutes;

pub use anchorings::{AnchoringRow, anchorings, stand_behind, withdraw_standing};
pub use beginning::{begin_partnership, change_partnership};
pub use bodies::{BodiesPage, BodyPage, BodyRow, OverlapRow, bodies, body};
pub use body_changes::{add_body, change_body, remove_body, restore_body};
pub(crate) use held::seats_of;
pub use organisation_changes::{
    add_member, add_organisation, change_membership, change_organisation, confirm_organisation, rename_organisation,
};
pub use organisation_ends::{end_organisation, revive_organisation};
pub use organisations::{EndingRow, NameRow, OrganisationPage, organisation};
pub use reading::{MySeat, PartnershipPage, PartnershipRow, list_partnerships, partnership};
pub use register::Known;
pub use seat_changes::{change_role, hand_over, make_seat, remove_seat, restore_seat};
pub use seats::{PersonRef, SeatPage, SeatRow, TenureRow, seat, seats};
pub use stakeholders::{StakeholderFilter, StakeholderMap, StakeholderRow, stakeholders};
pub use substitutes::{appoint_substitute, end_tenure, withdraw_tenure};

#[cfg(test)]
pub(crate) mod tests;
