//! What a vote needs beyond most votes: who counts how much, how many must take part, how many must agree.

mod decision;
mod roll;
mod sides;
mod support;

pub use decision::{Decision, Divided, Part, decide};
pub use roll::{AsideBecause, MoreThanEntitled, Proxy, Roll, Room, Seat, Spoken, Weighed, weigh};
pub use sides::{Side, Sides};
pub use support::support;

use serde::{Deserialize, Serialize};

/// By what it is counted whether enough have agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Each person has one vote.
    Heads,
    /// Each organisation has one vote, which those who hold its seats share.
    Organisations,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Threshold {
    /// More than half of the votes.
    Simple,
    /// More than half of all who may vote, whether they do or not.
    OfAllEntitled,
    TwoThirds,
    /// Nobody blocks.
    Consensus,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Abstentions {
    /// They are votes, and in favour of nothing.
    Counted,
    #[default]
    LeftOut,
}

/// How many must take part. A part is of all who may vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quorum {
    Number(u64),
    AtLeast { part: u64, of: u64 },
    MoreThan { part: u64, of: u64 },
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    pub quorum: Option<Quorum>,
    pub threshold: Option<Threshold>,
    pub abstentions: Abstentions,
}

#[cfg(test)]
mod tests;
