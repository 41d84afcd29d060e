//! The tables of partnerships, as they are read and written.

pub mod anchoring;
pub mod body;
pub mod membership;
pub mod organisation;
pub mod organisation_alias;
pub mod organisation_name;
pub mod partnership;
pub mod seat;
pub mod tenure;
