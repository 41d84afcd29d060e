//! Plurality, run-off and Schulze once more, plainly.

use super::{
    super::{Count, Ties, irv, plurality, schulze},
    CASES,
    dice::{Dice, Ranking, names, one_by_one, ranked},
};
use crate::votes::name::Name;

fn named(options: &[usize], count: &Count) -> Vec<Name> {
    options.iter().map(|option| count.options[*option].clone()).collect()
}

fn tallies(count: &Count) -> Vec<Vec<i128>> {
    count.rounds.iter().map(|round| round.tally.iter().map(|(_, votes)| votes.units()).collect()).collect()
}

/// The one that a ballot stands for among those that are left, if it does for exactly one.
fn stands_for(ballot: &Ranking, left: &[usize]) -> Option<usize> {
    for place in ballot {
        match place[..] {
            [option] if left.contains(&option) => return Some(option),
            [_] => {}
            _ => return None,
        }
    }
    None
}

fn votes(ballots: &[Ranking], left: &[usize], option: usize) -> i128 {
    let has = |ballot: &&Ranking| stands_for(ballot, left) == Some(option);
    ballots.iter().filter(has).map(|_| 1).sum()
}

#[test]
fn plurality_is_most_first_preferences() {
    let mut dice = Dice(1);
    for _ in 0..CASES {
        let options = 1 + dice.roll(5);
        let cast = dice.rankings(options);
        let count = plurality::count(&names(options), &ranked(&cast), 1, &Ties::Order);
        let all: Vec<usize> = (0..options).collect();
        let tally: Vec<i128> = all.iter().map(|option| votes(&one_by_one(&cast), &all, *option)).collect();
        let most = tally.iter().max().copied();
        let winners: Vec<usize> = all.into_iter().filter(|option| Some(tally[*option]) == most).collect();
        assert_eq!(tallies(&count), [tally], "{cast:?}");
        assert_eq!(count.winners, named(&winners, &count), "{cast:?}");
    }
}

/// Winners and the tally of each round.
fn slow_run_off(options: usize, ballots: &[Ranking]) -> (Vec<usize>, Vec<Vec<i128>>) {
    let mut left: Vec<usize> = (0..options).collect();
    let mut rounds = Vec::new();
    loop {
        let tally: Vec<i128> =
            (0..options).map(|option| if left.contains(&option) { votes(ballots, &left, option) } else { 0 }).collect();
        rounds.push(tally.clone());
        let sum: i128 = tally.iter().sum();
        let most = left.iter().copied().max_by_key(|option| tally[*option]).expect("somebody is left");
        let least = left.iter().copied().min_by_key(|option| tally[*option]).expect("somebody is left");
        if tally[most] > sum - tally[most] || left.len() == 1 {
            return (vec![most], rounds);
        }
        if tally[least] == tally[most] {
            return (left, rounds);
        }
        left.retain(|option| *option != least);
    }
}

#[test]
fn a_run_off_excludes_one_after_the_other() {
    let mut dice = Dice(2);
    for _ in 0..CASES {
        let options = 1 + dice.roll(5);
        let cast = dice.rankings(options);
        let count = irv::count(&names(options), &ranked(&cast), &Ties::Order);
        let (winners, rounds) = slow_run_off(options, &one_by_one(&cast));
        assert_eq!(count.winners, named(&winners, &count), "{cast:?}");
        assert_eq!(tallies(&count), rounds, "{cast:?}");
    }
}

/// How many prefer one to the other.
fn prefer(ballots: &[Ranking], one: usize, other: usize) -> u64 {
    let place = |ballot: &Ranking, option: usize| ballot.iter().position(|place| place.contains(&option));
    let above = |ballot: &&Ranking| match (place(ballot, one), place(ballot, other)) {
        (Some(one), Some(other)) => one < other,
        (one, other) => one.is_some() && other.is_none(),
    };
    ballots.iter().filter(above).map(|_| 1).sum()
}

/// The strongest of all paths that pass nobody twice.
fn strongest(defeats: &[Vec<u64>], from: usize, to: usize, passed: &[usize]) -> u64 {
    let passed = &[passed, &[from]].concat();
    let onward = (0..defeats.len()).filter(|next| !passed.contains(next));
    let via = onward.map(|next| match next == to {
        true => defeats[from][to],
        false => defeats[from][next].min(strongest(defeats, next, to, passed)),
    });
    via.max().unwrap_or(0)
}

#[test]
fn schulze_compares_strongest_paths() {
    let mut dice = Dice(3);
    for _ in 0..CASES {
        let options = 1 + dice.roll(4);
        let cast = dice.rankings(options);
        let ballots = one_by_one(&cast);
        let count = schulze::count(&names(options), &ranked(&cast), 1, &Ties::Order);
        let preferred: Vec<Vec<u64>> =
            (0..options).map(|one| (0..options).map(|other| prefer(&ballots, one, other)).collect()).collect();
        let defeat = |one: usize, other: usize| {
            if preferred[one][other] > preferred[other][one] { preferred[one][other] } else { 0 }
        };
        let defeats: Vec<Vec<u64>> =
            (0..options).map(|one| (0..options).map(|other| defeat(one, other)).collect()).collect();
        let unbeaten = |option: &usize| {
            (0..options)
                .filter(|other| other != option)
                .all(|other| strongest(&defeats, *option, other, &[]) >= strongest(&defeats, other, *option, &[]))
        };
        let winners: Vec<usize> = (0..options).filter(unbeaten).collect();
        assert_eq!(count.winners, named(&winners, &count), "{cast:?}");
    }
}
