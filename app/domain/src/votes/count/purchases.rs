//! Equal shares at one size of the shares: which project is bought next, and what its supporters pay.
//!
//! All money is kept as whole numbers over one denominator, which grows when a price cannot be told in it. That is as
//! exact as fractions, and needs no greatest common divisor for each sum.

use num_bigint::BigUint;
use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _, Zero as _};

use super::{
    ties::{Purpose, Ties},
    trace::Settled,
};
use crate::votes::{
    ballots::{Ballots, Choice},
    name::Name,
};

/// Prices are first compared by so many binary digits after the point.
const DIGITS: u32 = 64;

/// What does not change when shares are raised.
pub(super) struct Market<'a> {
    options: &'a [Name],
    costs: &'a [u64],
    ties: &'a Ties,
    /// How many voters each kind of ballot stands for.
    voters: Vec<u64>,
    /// The kinds of ballots that approve of each project.
    supporters: Vec<Vec<usize>>,
    votes: Vec<u64>,
}

/// What was bought, in this order.
#[derive(Default)]
pub(super) struct Bargain {
    pub purchases: Vec<Purchase>,
    /// Between these the rule for ties took none.
    pub open: Option<Vec<usize>>,
    pub open_by: Option<Settled>,
}

pub(super) struct Purchase {
    pub option: usize,
    pub supporters: u64,
    /// How many of them gave all that they had left.
    pub emptied: u64,
    /// What each of the others paid, in hundredths.
    pub each: BigRational,
    pub tie: Option<(Vec<usize>, Settled)>,
}

/// The voters' money in one run.
struct Purses {
    denominator: BigUint,
    money: Vec<BigUint>,
}

/// What a project would cost those of its supporters who pay in full: `rest / payers` each.
struct Offer {
    option: usize,
    /// The share of the cost that one of them pays, in binary digits, cut.
    digits: u128,
    rest: BigUint,
    payers: u64,
}

impl<'a> Market<'a> {
    pub fn new(options: &'a [Name], ballots: &Ballots<Choice>, costs: &'a [u64], ties: &'a Ties) -> Self {
        let mut supporters = vec![Vec::new(); options.len()];
        let mut votes = vec![0; options.len()];
        let mut voters = Vec::new();
        for (kind, (ballot, number)) in ballots.iter().enumerate() {
            voters.push(number);
            for choice in ballot {
                supporters[usize::from(*choice)].push(kind);
                votes[usize::from(*choice)] += number;
            }
        }
        Self { options, costs, ties, voters, supporters, votes }
    }

    pub fn cost(&self, bargain: &Bargain) -> u128 {
        bargain.purchases.iter().map(|purchase| u128::from(self.costs[purchase.option])).sum()
    }

    /// Whether a project that somebody supports, and that is not bought, costs no more than this.
    pub fn fits_more(&self, bargain: &Bargain, left: u128) -> bool {
        let is_bought = |option: usize| bargain.purchases.iter().any(|purchase| purchase.option == option);
        let fits = |option: usize| self.votes[option] > 0 && u128::from(self.costs[option]) <= left;
        (0..self.costs.len()).any(|option| fits(option) && !is_bought(option))
    }

    /// Everyone gets the same part of this money, and projects are bought until none can be paid for.
    pub fn run(&self, money: BigUint, voters: u64) -> Bargain {
        let mut purses = Purses { denominator: voters.into(), money: vec![money; self.voters.len()] };
        let mut bargain = Bargain::default();
        let mut draws = 0;
        // A project never gets cheaper for its supporters, so that a price seen earlier is at most today's.
        let mut left: Vec<(u128, usize)> = (0..self.costs.len())
            .filter(|option| self.votes[*option] > 0)
            .map(|option| ((1_u128 << DIGITS) / u128::from(self.votes[option]), option))
            .collect();
        loop {
            let best = self.best_offers(&purses, &mut left);
            if best.is_empty() {
                return bargain;
            }
            let tied: Vec<usize> = best.iter().map(|offer| offer.option).collect();
            let (at, tie) = if tied.len() == 1 {
                (Some(0), None)
            } else {
                draws += 1;
                let names: Vec<Name> = tied.iter().map(|option| self.options[*option].clone()).collect();
                let (at, settled) = self.ties.settle(Purpose::Buy, &names, draws);
                (at, Some((tied.clone(), settled)))
            };
            let Some(offer) = at.and_then(|at| best.get(at)) else {
                let settled = tie.map(|(_, settled)| settled);
                return Bargain { open: Some(tied), open_by: settled, ..bargain };
            };
            left.retain(|(_, option)| *option != offer.option);
            bargain.purchases.push(Purchase { tie, ..self.pay(&mut purses, offer) });
        }
    }

    /// The offers with the smallest part of the cost for each; of these the cheapest; of these with most votes.
    fn best_offers(&self, purses: &Purses, left: &mut Vec<(u128, usize)>) -> Vec<Offer> {
        left.sort_unstable();
        let mut best: Vec<Offer> = Vec::new();
        let mut out_of_reach = Vec::new();
        for (digits, option) in left.iter_mut() {
            if best.first().is_some_and(|best| *digits > best.digits) {
                break;
            }
            let Some(offer) = self.offer(purses, *option) else {
                out_of_reach.push(*option);
                continue;
            };
            *digits = offer.digits;
            let compared = best.first().map(|best| self.compare(&offer, best));
            match compared {
                Some(std::cmp::Ordering::Greater) => {}
                Some(std::cmp::Ordering::Equal) => best.push(offer),
                Some(std::cmp::Ordering::Less) | None => best = vec![offer],
            }
        }
        left.retain(|(_, option)| !out_of_reach.contains(option));
        best.sort_by_key(|offer| offer.option);
        best
    }

    fn compare(&self, one: &Offer, other: &Offer) -> std::cmp::Ordering {
        let exactly = || {
            let across = |offer: &Offer, by: &Offer| &offer.rest * by.payers * self.costs[by.option];
            across(one, other).cmp(&across(other, one))
        };
        one.digits
            .cmp(&other.digits)
            .then_with(exactly)
            .then_with(|| self.costs[one.option].cmp(&self.costs[other.option]))
            .then_with(|| self.votes[other.option].cmp(&self.votes[one.option]))
    }

    /// What the supporters would pay; `None` if they have too little between them.
    fn offer(&self, purses: &Purses, option: usize) -> Option<Offer> {
        let cost = self.costs[option];
        let mut rest = &purses.denominator * cost;
        let mut payers = self.votes[option];
        let mut richer: Vec<usize> = self.supporters[option].clone();
        loop {
            // Who has less than an equal part of what is left to pay gives all, and the others share the rest.
            let part = (&rest + (payers - 1)) / payers;
            let before = richer.len();
            let (mut given, mut givers) = (BigUint::zero(), 0);
            richer.retain(|kind| {
                let money = &purses.money[*kind];
                let pays_in_full = *money >= part;
                if !pays_in_full {
                    given += money * self.voters[*kind];
                    givers += self.voters[*kind];
                }
                pays_in_full
            });
            payers -= givers;
            if payers == 0 {
                return None;
            }
            rest -= given;
            if richer.len() == before {
                let whole = &purses.denominator * payers * cost;
                let digits = ((&rest << DIGITS) / whole).to_u128()?;
                return Some(Offer { option, digits, rest, payers });
            }
        }
    }

    fn pay(&self, purses: &mut Purses, offer: &Offer) -> Purchase {
        let mut each = BigRational::new(offer.rest.clone().into(), offer.payers.into());
        let finer = each.denom().magnitude().clone();
        if !finer.is_one() {
            purses.denominator *= &finer;
            purses.money.iter_mut().for_each(|money| *money *= &finer);
        }
        let price = each.numer().magnitude().clone();
        for kind in &self.supporters[offer.option] {
            let money = &mut purses.money[*kind];
            if *money > price { *money -= &price } else { money.set_zero() }
        }
        each = BigRational::new(price.into(), purses.denominator.clone().into());
        let supporters = self.votes[offer.option];
        Purchase { option: offer.option, supporters, emptied: supporters - offer.payers, each, tie: None }
    }
}
