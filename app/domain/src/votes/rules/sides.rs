//! How votes divide on one question.

use num_rational::BigRational;
use num_traits::Zero as _;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    InFavour,
    Against,
    Abstaining,
    /// Against, and so firmly that there is no consensus.
    Blocking,
}

/// Votes on each side. They need not be whole, as those who share a vote may disagree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    pub in_favour: BigRational,
    /// Those who block among them.
    pub against: BigRational,
    pub abstaining: BigRational,
    pub blocking: BigRational,
}

impl Sides {
    pub fn add(&mut self, side: Side, votes: &BigRational) {
        match side {
            Side::InFavour => self.in_favour += votes,
            Side::Against => self.against += votes,
            Side::Abstaining => self.abstaining += votes,
            Side::Blocking => {
                self.against += votes;
                self.blocking += votes;
            }
        }
    }

    /// All who took part.
    pub fn present(&self) -> BigRational {
        &self.in_favour + &self.against + &self.abstaining
    }

    /// Half of the votes are in favour and half against.
    pub fn are_even(&self) -> bool {
        !self.in_favour.is_zero() && self.in_favour == self.against
    }
}

/// A whole number of votes.
pub(super) fn whole(number: u64) -> BigRational {
    BigRational::from_integer(number.into())
}
