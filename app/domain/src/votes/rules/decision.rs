//! Whether enough took part and enough agreed.

use num_rational::BigRational;
use num_traits::{Signed as _, Zero as _};
use serde::Serialize;

use super::{
    Abstentions, Basis, Quorum, Rules, Threshold,
    sides::{Sides, whole},
};
use crate::votes::decimal::Decimal;

/// A question is carried when it is by every basis on which it is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    pub carried: bool,
    pub parts: Vec<Part>,
}

/// How the question stands by one basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    pub basis: Basis,
    pub in_favour: Decimal,
    pub against: Decimal,
    pub abstaining: Decimal,
    pub blocking: Decimal,
    /// How many may vote, where that is known.
    pub entitled: Option<u64>,
    pub quorum: Option<Quorum>,
    /// Whether enough took part; `true` where nothing is asked.
    pub has_quorum: bool,
    pub threshold: Option<Threshold>,
    /// Out of so many votes the threshold asks for its part.
    pub of: Decimal,
    pub has_threshold: bool,
    /// Votes were even, and the rule for ties said yes.
    pub by_tie_rule: bool,
}

/// How votes divide by one basis.
#[derive(Clone, Debug)]
pub struct Divided {
    pub basis: Basis,
    pub sides: Sides,
    /// How many may vote, where that is known.
    pub entitled: Option<u64>,
    /// Whether the rule for ties says yes where votes in favour and against are even.
    pub wins_ties: bool,
}

pub fn decide(rules: &Rules, bases: &[Divided]) -> Decision {
    let part = |Divided { basis, sides, entitled, wins_ties }: &Divided| {
        let base = base(rules, sides, *entitled);
        let by_tie_rule = rules.threshold == Some(Threshold::Simple) && sides.are_even() && *wins_ties;
        Part {
            basis: *basis,
            in_favour: Decimal::told(&sides.in_favour),
            against: Decimal::told(&sides.against),
            abstaining: Decimal::told(&sides.abstaining),
            blocking: Decimal::told(&sides.blocking),
            entitled: *entitled,
            quorum: rules.quorum,
            has_quorum: rules.quorum.is_none_or(|quorum| quorum.is_reached(&sides.present(), *entitled)),
            threshold: rules.threshold,
            of: Decimal::told(&base),
            has_threshold: by_tie_rule || rules.threshold.is_none_or(|threshold| threshold.is_reached(sides, &base)),
            by_tie_rule,
        }
    };
    let parts: Vec<Part> = bases.iter().map(part).collect();
    Decision { carried: parts.iter().all(|part| part.has_quorum && part.has_threshold), parts }
}

/// The votes of which a part must be in favour.
fn base(rules: &Rules, sides: &Sides, entitled: Option<u64>) -> BigRational {
    match (rules.threshold, rules.abstentions) {
        (Some(Threshold::OfAllEntitled), _) => entitled.map_or_else(|| sides.present(), whole),
        (_, Abstentions::Counted) => sides.present(),
        (_, Abstentions::LeftOut) => &sides.in_favour + &sides.against,
    }
}

impl Threshold {
    /// Without a single vote in favour nothing is carried.
    fn is_reached(self, sides: &Sides, base: &BigRational) -> bool {
        let in_favour = &sides.in_favour;
        in_favour.is_positive()
            && match self {
                Self::Simple | Self::OfAllEntitled => in_favour * whole(2) > *base,
                Self::TwoThirds => in_favour * whole(3) >= base * whole(2),
                Self::Consensus => sides.blocking.is_zero(),
            }
    }
}

impl Quorum {
    /// A part of nobody knows how many is not reached.
    fn is_reached(self, present: &BigRational, entitled: Option<u64>) -> bool {
        match (self, entitled) {
            (Self::Number(number), _) => *present >= whole(number),
            (Self::AtLeast { part, of }, Some(entitled)) => present * whole(of) >= whole(entitled) * whole(part),
            (Self::MoreThan { part, of }, Some(entitled)) => present * whole(of) > whole(entitled) * whole(part),
            (_, None) => false,
        }
    }
}
