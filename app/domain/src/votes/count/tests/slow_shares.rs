//! Equal shares once more, voter by voter and in fractions.

use num_rational::BigRational;
use num_traits::Zero as _;

use super::{
    super::{Ties, shares},
    CASES,
    dice::{Dice, approved, names, one_by_one},
};
use crate::votes::election::Budget;

fn whole(number: u64) -> BigRational {
    BigRational::from_integer(number.into())
}

/// What the supporters pay at most each, so that together they pay the cost.
fn price(money: &[BigRational], supporters: &[usize], cost: &BigRational) -> Option<BigRational> {
    let mut purses: Vec<&BigRational> = supporters.iter().map(|voter| &money[*voter]).collect();
    purses.sort();
    let mut rest = cost.clone();
    for (at, purse) in purses.iter().enumerate() {
        let part = &rest / whole((purses.len() - at) as u64);
        if **purse >= part {
            return Some(part);
        }
        rest -= *purse;
    }
    None
}

/// What is bought when everyone begins with this share.
fn outcome(ballots: &[Vec<usize>], costs: &[u64], share: &BigRational) -> Vec<usize> {
    let mut money = vec![share.clone(); ballots.len()];
    let mut bought: Vec<usize> = Vec::new();
    loop {
        let supporters =
            |project: usize| (0..ballots.len()).filter(|voter| ballots[*voter].contains(&project)).collect::<Vec<_>>();
        let offers = (0..costs.len()).filter(|project| !bought.contains(project)).filter_map(|project| {
            let supporters = supporters(project);
            let price = price(&money, &supporters, &whole(costs[project]))?;
            let part = &price / whole(costs[project]);
            Some((part, costs[project], std::cmp::Reverse(supporters.len()), project, price))
        });
        let Some((_, _, _, project, price)) = offers.min() else { return bought };
        for voter in supporters(project) {
            let paid = price.clone().min(money[voter].clone());
            money[voter] -= paid;
        }
        bought.push(project);
    }
}

fn slow_shares(ballots: &[Vec<usize>], costs: &[u64], budget: u64) -> Vec<usize> {
    if ballots.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let cost = |bought: &[usize]| bought.iter().map(|project| costs[*project]).sum::<u64>();
    let mut share = whole(budget) / whole(ballots.len() as u64);
    let mut bought = outcome(ballots, costs, &share);
    loop {
        let is_supported = |project: &usize| ballots.iter().any(|ballot| ballot.contains(project));
        let left = budget - cost(&bought);
        let fits = |project: usize| !bought.contains(&project) && is_supported(&project) && costs[project] <= left;
        if !(0..costs.len()).any(fits) {
            return bought;
        }
        share += whole(100);
        let next = outcome(ballots, costs, &share);
        if cost(&next) > budget {
            return bought;
        }
        bought = next;
    }
}

#[test]
fn equal_shares_pays_voter_by_voter() {
    let mut dice = Dice(6);
    for _ in 0..CASES {
        let options = 1 + dice.roll(4);
        let cast = dice.approvals(options);
        let budget = Budget {
            total: 100 * (1 + dice.number(30)),
            costs: (0..options).map(|_| 50 * (1 + dice.number(20))).collect(),
        };
        let count = shares::count(&names(options), &approved(&cast), &budget, &Ties::Order);
        let bought = slow_shares(&one_by_one(&cast), &budget.costs, budget.total);
        let bought: Vec<_> = bought.iter().map(|project| count.options[*project].clone()).collect();
        assert_eq!(count.winners, bought, "{budget:?} {cast:?}");
        let spent: i128 = count.rounds.last().map_or(0, |round| round.tally.iter().map(|(_, cost)| cost.units()).sum());
        assert!(spent <= i128::from(budget.total), "it never overspends: {budget:?} {cast:?}");
        assert!(!spent.is_zero() || count.winners.is_empty());
    }
}
