//! The single transferable vote once more, by both rules, paper by paper.

use super::{
    super::{Count, Ties, meek, scottish},
    CASES,
    dice::{Dice, Ranking, names, one_by_one, ranked},
};
use crate::votes::name::Name;

/// The options that a paper names one by one; nothing if it is blank or invalid.
fn strict(ballot: &Ranking) -> Vec<usize> {
    ballot.iter().map_while(|place| if let [option] = place[..] { Some(option) } else { None }).collect()
}

fn papers(ballots: &[Ranking]) -> Vec<Vec<usize>> {
    ballots.iter().map(strict).filter(|paper| !paper.is_empty()).collect()
}

struct Told {
    elected: Vec<usize>,
    rounds: Vec<Vec<i128>>,
}

fn assert_same(count: &Count, told: &Told, what: &str) {
    let sorted = |mut names: Vec<Name>| {
        names.sort();
        names
    };
    let elected = told.elected.iter().map(|option| count.options[*option].clone()).collect();
    assert_eq!(sorted(count.winners.clone()), sorted(elected), "{what}");
    let tally = |round: &super::super::Round| round.tally.iter().map(|(_, votes)| votes.units()).collect();
    assert_eq!(count.rounds.iter().map(tally).collect::<Vec<Vec<i128>>>(), told.rounds, "{what}");
}

/// Every paper with the place it lies at and its value in units of five decimals.
fn slow_scottish(options: usize, ballots: &[Ranking], seats: usize) -> Told {
    let mut papers: Vec<(Vec<usize>, usize, i128)> =
        papers(ballots).into_iter().map(|paper| (paper, 0, 100_000)).collect();
    let quota = (papers.len() / (seats + 1) + 1) as i128 * 100_000;
    let mut left: Vec<usize> = (0..options).collect();
    let mut elected: Vec<usize> = Vec::new();
    let mut settled = vec![false; options];
    let mut rounds: Vec<Vec<i128>> = Vec::new();
    loop {
        // Whose surplus has gone on has the quota, whatever cutting has taken from its papers.
        let on = |option: usize| {
            let lies = |paper: &&(Vec<usize>, usize, i128)| paper.0.get(paper.1) == Some(&option);
            papers.iter().filter(lies).map(|paper| paper.2).sum::<i128>()
        };
        let tally: Vec<i128> = (0..options).map(|option| if settled[option] { quota } else { on(option) }).collect();
        let mut new: Vec<usize> = left.iter().copied().filter(|option| tally[*option] >= quota).collect();
        left.retain(|option| !new.contains(option));
        if left.len() + elected.len() + new.len() <= seats {
            new.append(&mut left);
        }
        elected.append(&mut new);
        rounds.push(tally.clone());
        if elected.len() >= seats || left.is_empty() {
            return Told { elected, rounds };
        }
        // Of equal ones, those stay that were more (or less) at the latest earlier stage; then the first.
        let pick = |of: Vec<usize>, most: bool| {
            let mut of = of;
            for tally in rounds.iter().rev() {
                let best = of.iter().map(|option| tally[*option]);
                let best = if most { best.max() } else { best.min() };
                of.retain(|option| Some(tally[*option]) == best);
            }
            of.into_iter().min().expect("somebody")
        };
        let with_surplus: Vec<usize> =
            elected.iter().copied().filter(|option| !settled[*option] && tally[*option] > quota).collect();
        let (from, surplus) = match with_surplus.is_empty() {
            false => {
                let from = pick(with_surplus, true);
                (from, Some(tally[from] - quota))
            }
            true => (pick(left.clone(), false), None),
        };
        settled[from] = surplus.is_some();
        left.retain(|option| *option != from);
        for (paper, at, value) in papers.iter_mut().filter(|paper| paper.0.get(paper.1) == Some(&from)) {
            if let Some(surplus) = surplus {
                *value = *value * surplus / tally[from];
            }
            *at += 1;
            while paper.get(*at).is_some_and(|option| !left.contains(option)) {
                *at += 1;
            }
        }
    }
}

#[test]
fn scottish_stv_moves_paper_by_paper() {
    let mut dice = Dice(4);
    for _ in 0..CASES {
        let (options, seats) = (1 + dice.roll(5), 1 + dice.roll(3));
        let cast = dice.rankings(options);
        let ballots = one_by_one(&cast);
        if papers(&ballots).is_empty() {
            continue;
        }
        let count = scottish::count(&names(options), &ranked(&cast), seats as u64, &Ties::Order);
        assert_same(&count, &slow_scottish(options, &ballots, seats), &format!("{seats} seats, {cast:?}"));
    }
}

const ONE: i128 = 1_000_000_000;

fn slow_meek(options: usize, ballots: &[Ranking], seats: usize) -> Told {
    let papers = papers(ballots);
    let mut keep = vec![ONE; options];
    let mut left: Vec<usize> = (0..options).collect();
    let mut elected: Vec<usize> = Vec::new();
    let mut rounds: Vec<Vec<i128>> = Vec::new();
    while elected.len() < seats && !left.is_empty() {
        let mut before = i128::MAX;
        let (tally, out) = loop {
            let mut tally = vec![0; options];
            for paper in &papers {
                let mut weight = ONE;
                for option in paper {
                    tally[*option] += weight * keep[*option] / ONE;
                    weight = weight * (ONE - keep[*option]) / ONE;
                }
            }
            let quota = tally.iter().sum::<i128>() / (seats as i128 + 1) + 1;
            let new: Vec<usize> = left.iter().copied().filter(|option| tally[*option] >= quota).collect();
            let surplus: i128 = elected.iter().map(|option| tally[*option] - quota).sum();
            if !new.is_empty() {
                left.retain(|option| !new.contains(option));
                elected.extend(new);
                break (tally, Vec::new());
            }
            let open = seats - elected.len();
            if surplus <= 1_000 || surplus >= before {
                let least = left.iter().map(|option| tally[*option]).min().expect("somebody");
                let first = left.iter().copied().find(|option| tally[*option] <= least + surplus);
                break (tally, if left.len() > open { first.into_iter().collect() } else { Vec::new() });
            }
            // All sets of the lowest, the larger ones first.
            let mut up = left.clone();
            up.sort_by_key(|option| tally[*option]);
            let certain = (1..up.len()).rev().find(|number| {
                let (low, high) = up.split_at(*number);
                high.len() >= open && low.iter().map(|option| tally[*option]).sum::<i128>() + surplus < tally[high[0]]
            });
            if let Some(number) = certain {
                break (tally, up[..number].to_vec());
            }
            before = surplus;
            for option in &elected {
                let kept = (keep[*option] * quota + ONE - 1) / ONE;
                keep[*option] = ((kept * ONE + tally[*option] - 1) / tally[*option]).min(ONE);
            }
        };
        left.retain(|option| !out.contains(option));
        out.iter().for_each(|option| keep[*option] = 0);
        if left.len() + elected.len() <= seats {
            elected.append(&mut left);
        }
        rounds.push(tally);
    }
    Told { elected, rounds }
}

#[test]
fn meek_stv_hands_on_paper_by_paper() {
    let mut dice = Dice(5);
    for _ in 0..CASES {
        let (options, seats) = (1 + dice.roll(5), 1 + dice.roll(3));
        let cast = dice.rankings(options);
        let ballots = one_by_one(&cast);
        if papers(&ballots).is_empty() {
            continue;
        }
        let count = meek::count(&names(options), &ranked(&cast), seats as u64, &Ties::Order);
        assert_same(&count, &slow_meek(options, &ballots, seats), &format!("{seats} seats, {cast:?}"));
    }
}
