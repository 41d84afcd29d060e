//! The methods by which votes are counted, and their variants.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    Plurality,
    Approval,
    Score,
    Dots,
    Irv,
    Schulze,
    ScottishStv,
    MeekStv,
    EqualShares,
    Consent,
    Matrix,
    Estimate,
}

/// What the ballots of a method consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BallotKind {
    /// Options in order.
    Ranked,
    /// A set of options.
    Approved,
    /// A number for each option.
    Marked,
}

/// A variant of a method that has several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Variant {
    /// `score`: the sums of the scores.
    Sum,
    /// `score`: the median grade.
    Median,
}

impl Method {
    pub const ALL: [Self; 12] = [
        Self::Plurality,
        Self::Approval,
        Self::Score,
        Self::Dots,
        Self::Irv,
        Self::Schulze,
        Self::ScottishStv,
        Self::MeekStv,
        Self::EqualShares,
        Self::Consent,
        Self::Matrix,
        Self::Estimate,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Plurality => "plurality",
            Self::Approval => "approval",
            Self::Score => "score",
            Self::Dots => "dots",
            Self::Irv => "irv",
            Self::Schulze => "schulze",
            Self::ScottishStv => "scottish-stv",
            Self::MeekStv => "meek-stv",
            Self::EqualShares => "equal-shares",
            Self::Consent => "consent",
            Self::Matrix => "matrix",
            Self::Estimate => "estimate",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }

    pub const fn ballots(self) -> BallotKind {
        match self {
            Self::Plurality | Self::Irv | Self::Schulze | Self::ScottishStv | Self::MeekStv => BallotKind::Ranked,
            Self::Approval | Self::EqualShares => BallotKind::Approved,
            Self::Score | Self::Dots | Self::Consent | Self::Matrix | Self::Estimate => BallotKind::Marked,
        }
    }

    /// The first is what is counted where nobody says otherwise.
    pub const fn variants(self) -> &'static [Variant] {
        match self {
            Self::Score => &[Variant::Sum, Variant::Median],
            _ => &[],
        }
    }

    /// Whether it finds options for a number of seats at all; a budget and an estimate have none.
    pub const fn has_seats(self) -> bool {
        !matches!(self, Self::EqualShares | Self::Estimate)
    }

    /// Whether each ballot is for or against its winner, so that enough of them can be asked for.
    pub const fn can_be_carried(self) -> bool {
        matches!(self, Self::Plurality | Self::Approval | Self::Consent)
    }
}

impl Variant {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Median => "median",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_named_and_found_again() {
        for method in Method::ALL {
            assert_eq!(Method::from_name(method.name()), Some(method));
            assert_eq!(serde_json::to_value(method).expect("a method has a name"), method.name());
        }
        assert_eq!(Method::from_name("borda"), None);
    }
}
