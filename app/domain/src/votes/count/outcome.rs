//! What every count answers: who won, what stood after each round, and how it came about.

use serde::{Serialize, Serializer};

use super::trace::Step;
use crate::votes::{
    decimal::Decimal,
    method::{Method, Variant},
    name::Name,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    pub method: Method,
    #[serde(rename = "rule")]
    pub variant: Option<Variant>,
    pub seats: Option<u64>,
    pub options: Vec<Name>,
    /// Who is elected, and after them those who are tied for the last places.
    pub winners: Vec<Name>,
    /// Between whom the count leaves a tie open.
    pub tied: Vec<Name>,
    /// From the best place to the last, where the method orders all options.
    pub ranking: Option<Vec<Vec<Name>>>,
    pub ballots: Papers,
    pub quota: Option<Decimal>,
    pub rounds: Vec<Round>,
    pub trace: Vec<Step>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Papers {
    pub valid: u64,
    /// They name nobody.
    pub blank: u64,
    /// They say more than the method can count.
    pub invalid: u64,
}

/// How things stand at the end of a round. The tally, what is exhausted and what was cut add up to what there was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Round {
    pub round: u32,
    #[serde(serialize_with = "by_name")]
    pub tally: Vec<(Name, Decimal)>,
    /// What has passed to nobody, because its ballots name nobody more.
    pub exhausted: Decimal,
    /// What cutting decimals has lost.
    pub cut: Decimal,
    pub elected: Vec<Name>,
    pub excluded: Vec<Name>,
}

fn by_name<S: Serializer>(tally: &[(Name, Decimal)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(tally.iter().map(|(name, votes)| (name, votes)))
}

#[cfg(test)]
impl Round {
    /// What all of it adds up to, in units of the last decimal.
    pub fn sum(&self) -> i128 {
        self.tally.iter().map(|(_, votes)| votes.units()).sum::<i128>() + self.exhausted.units() + self.cut.units()
    }
}
