//! Method of equal shares: approvals, utilities as large as costs, shares raised by one until the outcome is exhaustive.

use num_bigint::BigUint;
use num_rational::BigRational;

use super::{
    journal::{Journal, Standing, Verdict},
    outcome::{Count, Papers},
    purchases::{Bargain, Market, Purchase},
    ties::{Purpose, Ties},
    trace::Event,
};
use crate::votes::{
    ballots::{Ballots, Choice},
    decimal::Decimal,
    election::Budget,
    method::Method,
    name::Name,
};

/// Money is in hundredths.
const DECIMALS: u8 = 2;
/// By how much everyone's share is raised: by one.
const RAISE: u64 = 100;

pub fn count(options: &[Name], ballots: &Ballots<Choice>, budget: &Budget, ties: &Ties) -> Count {
    let mut papers = Papers { invalid: ballots.invalid(), ..Papers::default() };
    for (ballot, number) in ballots.iter() {
        if ballot.is_empty() {
            papers.blank += number;
        } else {
            papers.valid += number;
        }
    }
    let mut journal = Journal::new(options, ties, DECIMALS);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
        return journal.close(Method::EqualShares, papers, Verdict::default());
    }
    // Who approves of nothing has a share all the same.
    let voters = papers.valid + papers.blank;
    let market = Market::new(options, ballots, &budget.costs, ties);
    let money = |raised: u64| BigUint::from(budget.total) + BigUint::from(RAISE) * raised * voters;
    let mut raised = 0;
    let mut chosen = market.run(money(0), voters);
    let end = loop {
        let spent = market.cost(&chosen);
        let left = u128::from(budget.total).saturating_sub(spent);
        if chosen.open.is_some() {
            break None;
        }
        if !market.fits_more(&chosen, left) {
            break Some(Event::NothingFits { left: journal.votes(i128::try_from(left).unwrap_or(i128::MAX)) });
        }
        let next = market.run(money(raised + 1), voters);
        let cost = market.cost(&next);
        if cost > budget.total.into() {
            let cost = journal.votes(i128::try_from(cost).unwrap_or(i128::MAX));
            break Some(Event::WouldOverspend { cost, budget: journal.votes(budget.total.into()) });
        }
        (chosen, raised) = (next, raised + 1);
    };
    let all_money = money(raised);
    let share = BigRational::new(all_money.clone().into(), (u128::from(voters) * 100).into());
    journal.tell(Event::Share { share: Decimal::told(&share), voters, raised });
    tell(&mut journal, &chosen, &budget.costs, &all_money);
    if let Some(end) = end {
        journal.tell(end);
    }
    let winners = chosen.purchases.iter().map(|purchase| purchase.option).collect();
    let tied = chosen.open.unwrap_or_default();
    journal.close(Method::EqualShares, papers, Verdict { winners, tied, ..Verdict::default() })
}

/// A round for each purchase: what has been paid for, and what is left with the voters.
fn tell(journal: &mut Journal<'_>, bargain: &Bargain, costs: &[u64], all_money: &BigUint) {
    let mut left = i128::try_from(all_money.clone()).unwrap_or(i128::MAX);
    let mut paid = vec![0; costs.len()];
    for Purchase { option, supporters, emptied, each, tie } in &bargain.purchases {
        if let Some((options, settled)) = tie {
            let (options, settled) = (journal.names(options), settled.clone());
            journal.tell(Event::Tie { purpose: Purpose::Buy, options, settled });
        }
        let cost = i128::from(costs[*option]);
        let (name, each) = (journal.name(*option), Decimal::told(&(each / BigRational::from_integer(100.into()))));
        let (supporters, emptied) = (*supporters, *emptied);
        journal.tell(Event::Bought { option: name, cost: journal.votes(cost), supporters, each, emptied });
        paid[*option] = cost;
        left -= cost;
        journal.end_round(&Standing { tally: &paid, exhausted: left, elected: &[*option], ..Standing::default() });
    }
    if let (Some(tied), Some(settled)) = (&bargain.open, &bargain.open_by) {
        journal.tell(Event::Tie { purpose: Purpose::Buy, options: journal.names(tied), settled: settled.clone() });
    }
}
