//! Each thing that happens in a count, as data that pages draw and `words` speaks.

use serde::Serialize;

use super::ties::Purpose;
use crate::votes::{decimal::Decimal, name::Name};

/// Something that happened in this round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    pub round: u32,
    #[serde(flatten)]
    pub event: Event,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    Ballots {
        valid: u64,
        blank: u64,
        invalid: u64,
    },
    /// Nobody has a vote, so that all options are equal.
    NothingToCount,
    /// So many votes are needed to be elected.
    Quota {
        quota: Decimal,
        votes: Decimal,
        seats: u64,
    },
    Elected {
        option: Name,
        votes: Decimal,
        reason: Reason,
    },
    /// It goes, because it has least.
    Excluded {
        option: Name,
        votes: Decimal,
    },
    /// These are left with equally many, and nobody else is left.
    Equal {
        options: Vec<Name>,
        votes: Decimal,
    },
    /// More than the quota: what is above it goes on.
    Surplus {
        option: Name,
        votes: Decimal,
        quota: Decimal,
        surplus: Decimal,
    },
    /// So many papers, each worth this much, go on to the next option that they name and that is still in the count.
    Moved {
        from: Name,
        to: Option<Name>,
        papers: u64,
        value: Decimal,
        votes: Decimal,
    },
    /// What is lost because decimals are cut.
    Cut {
        votes: Decimal,
    },
    /// Several could be taken and one must be.
    Tie {
        purpose: Purpose,
        options: Vec<Name>,
        settled: Settled,
    },
    /// Who ranks one option above another: the votes of one pair.
    Pair {
        option: Name,
        other: Name,
        votes: Decimal,
        against: Decimal,
    },
    /// The strongest path from one option to another is stronger than the way back.
    Path {
        winner: Name,
        loser: Name,
        strength: Decimal,
        back: Decimal,
    },
    /// How much of each vote an elected option keeps.
    Keeps {
        option: Name,
        share: Decimal,
    },
    /// Votes were handed on so many times, until this surplus was left.
    Iterated {
        times: u32,
        surplus: Decimal,
    },
    /// Together with the whole surplus they stay below the next, so that they can go at once.
    CertainLosers {
        options: Vec<Name>,
        votes: Decimal,
        surplus: Decimal,
        next: Decimal,
    },
    /// The median grade, and who gave better and worse ones.
    Median {
        option: Name,
        grade: Name,
        better: u64,
        worse: u64,
    },
    /// These many gave a grade that blocks.
    Blocked {
        option: Name,
        blocks: u64,
    },
    /// What the answers to one criterion come to on average.
    Mean {
        option: Name,
        criterion: Name,
        mean: Decimal,
        weight: u64,
        answers: u64,
    },
    /// Nobody answered, and so the least of the scale counts.
    NoAnswer {
        option: Name,
        criterion: Name,
        least: Decimal,
    },
    /// What is asked of every option, and how many say that it is so.
    Requirement {
        option: Name,
        criterion: Name,
        met: u64,
        unmet: u64,
        unclear: u64,
        stands: Stands,
    },
    Weighted {
        option: Name,
        mean: Decimal,
        level: Option<Name>,
    },
    Estimated {
        option: Name,
        answers: u64,
        least: Decimal,
        lower_quartile: Decimal,
        median: Decimal,
        upper_quartile: Decimal,
        greatest: Decimal,
    },
    /// Everyone's part of the budget, after it was raised by one so many times.
    Share {
        share: Decimal,
        voters: u64,
        raised: u64,
    },
    /// Its supporters pay for it: who has less than `each` gives all that is left.
    Bought {
        option: Name,
        cost: Decimal,
        supporters: u64,
        each: Decimal,
        emptied: u64,
    },
    /// Nothing more that somebody supports fits into what is left of the budget.
    NothingFits {
        left: Decimal,
    },
    /// With shares raised once more the outcome would cost more than there is.
    WouldOverspend {
        cost: Decimal,
        budget: Decimal,
    },
}

/// How an option stands to a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    Met,
    Failed,
    Unclear,
}

/// Why an option is elected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    MostVotes,
    /// More than half of the votes that are left.
    Majority {
        of: Decimal,
    },
    Quota {
        quota: Decimal,
    },
    /// There are no more options left than places.
    LastPlaces,
    /// No other option beats it.
    Unbeaten,
    BestGrade,
}

/// What decided a tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Settled {
    /// The latest earlier round at which they differed.
    EarlierRound {
        chosen: Name,
        round: u32,
    },
    /// The order in which the options are listed stands for a lot drawn beforehand.
    Order {
        chosen: Name,
    },
    /// The least ticket; a ticket is the SHA-256 of seed, number of the draw and name, each on a line of its own.
    Seed {
        chosen: Name,
        draw: u32,
        ticket: String,
    },
    Chair {
        chosen: Name,
    },
    /// It is left open.
    Open,
}
