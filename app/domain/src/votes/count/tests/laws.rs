//! Laws that hold for every election, whatever stands on the ballots.

use proptest::prelude::*;

use super::{
    super::{Count, Ties, approval, irv, meek, plurality, schulze, scottish, shares},
    dice::{Ranking, approved, names, ranked},
};
use crate::votes::{election::Budget, name::Name};

const OPTIONS: usize = 4;

type Cast = Vec<(Ranking, u64)>;

fn any_ranking() -> impl Strategy<Value = Ranking> {
    let order = Just((0..OPTIONS).collect::<Vec<usize>>()).prop_shuffle();
    (order, 0..=OPTIONS, prop::collection::vec(0_u8..6, OPTIONS)).prop_map(|(order, named, shares)| {
        let mut ranking = Ranking::new();
        for option in order.into_iter().take(named) {
            match ranking.last_mut() {
                Some(place) if shares[option] == 0 => place.push(option),
                _ => ranking.push(vec![option]),
            }
        }
        ranking
    })
}

fn any_cast() -> impl Strategy<Value = Cast> {
    prop::collection::vec((any_ranking(), 1_u64..9), 0..8)
}

fn all_methods(cast: &Cast) -> [Count; 5] {
    let (names, ballots, ties) = (names(OPTIONS), ranked(cast), Ties::Order);
    [
        plurality::count(&names, &ballots, 1, &ties),
        irv::count(&names, &ballots, &ties),
        schulze::count(&names, &ballots, 1, &ties),
        scottish::count(&names, &ballots, 2, &ties),
        meek::count(&names, &ballots, 2, &ties),
    ]
}

fn winners(count: &Count) -> Vec<Name> {
    let mut winners = count.winners.clone();
    winners.sort();
    winners
}

/// The options renamed by a permutation, on every ballot.
fn renamed(cast: &Cast, order: &[usize]) -> Cast {
    let place = |place: &Vec<usize>| place.iter().map(|option| order[*option]).collect();
    cast.iter().map(|(ranking, number)| (ranking.iter().map(place).collect(), *number)).collect()
}

/// How many prefer one option to another.
fn prefer(cast: &Cast, one: usize, other: usize) -> u64 {
    let place = |ranking: &Ranking, option| ranking.iter().position(|place| place.contains(&option)).unwrap_or(OPTIONS);
    let above = cast.iter().filter(|(ranking, _)| place(ranking, one) < place(ranking, other));
    above.map(|(_, number)| number).sum()
}

fn drew_lots(count: &Count) -> bool {
    count.trace.iter().any(|step| matches!(step.event, super::super::Event::Tie { .. }))
}

proptest! {
    #[test]
    fn it_does_not_matter_whose_ballot_is_whose(cast in any_cast(), seed in any::<u64>()) {
        let mut shuffled = cast.clone();
        let mut dice = super::dice::Dice(seed);
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, dice.roll(at + 1));
        }
        for (one, other) in all_methods(&cast).iter().zip(&all_methods(&shuffled)) {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn it_does_not_matter_what_an_option_is_called(
        cast in any_cast(),
        order in Just((0..OPTIONS).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        for (one, other) in all_methods(&cast).iter().zip(&all_methods(&renamed(&cast, &order))) {
            // A lot in the order of the list does know names.
            if drew_lots(one) || drew_lots(other) {
                continue;
            }
            let place = |name: &Name| one.options.iter().position(|option| option == name).expect("an option");
            let mut expected: Vec<Name> =
                one.winners.iter().map(|winner| one.options[order[place(winner)]].clone()).collect();
            expected.sort();
            prop_assert_eq!(expected, winners(other), "{:?}", one.method);
        }
    }

    #[test]
    fn every_round_adds_up_to_the_last_decimal(cast in any_cast()) {
        let [plurality, irv, _, scottish, meek] = all_methods(&cast);
        for (count, one) in [(plurality, 1), (irv, 1), (scottish, 100_000), (meek, 1_000_000_000)] {
            for round in &count.rounds {
                prop_assert_eq!(round.sum(), i128::from(count.ballots.valid) * one, "{:?} {:?}", count.method, round);
                prop_assert!(round.tally.iter().all(|(_, votes)| votes.units() >= 0));
            }
            let ballots = count.ballots;
            prop_assert_eq!(ballots.valid + ballots.blank + ballots.invalid, cast.iter().map(|(_, n)| n).sum::<u64>());
        }
    }

    #[test]
    fn schulze_elects_whoever_beats_all_others(cast in any_cast()) {
        let beats_all = |one: usize| {
            (0..OPTIONS).filter(|other| *other != one).all(|other| prefer(&cast, one, other) > prefer(&cast, other, one))
        };
        if let Some(winner) = (0..OPTIONS).find(|option| beats_all(*option)) {
            let count = schulze::count(&names(OPTIONS), &ranked(&cast), 1, &Ties::Order);
            prop_assert_eq!(&count.winners, &[count.options[winner].clone()]);
        }
    }

    #[test]
    fn schulze_turns_round_with_the_ballots(orders in prop::collection::vec(
        (Just((0..OPTIONS).collect::<Vec<usize>>()).prop_shuffle(), 1_u64..9), 1..8,
    )) {
        let upright: Cast =
            orders.iter().map(|(order, n)| (order.iter().map(|option| vec![*option]).collect(), *n)).collect();
        let turned: Cast =
            upright.iter().map(|(ranking, n)| (ranking.iter().rev().cloned().collect(), *n)).collect();
        let one = schulze::count(&names(OPTIONS), &ranked(&upright), 1, &Ties::Order);
        let other = schulze::count(&names(OPTIONS), &ranked(&turned), 1, &Ties::Order);
        // A single winner does not win when everybody means the opposite.
        if let [winner] = &one.winners[..] {
            prop_assert!(!other.winners.contains(winner), "{winner} wins either way");
        }
    }

    #[test]
    fn an_option_with_a_majority_never_loses_a_run_off(cast in any_cast(), favourite in 0..OPTIONS) {
        let others: u64 = cast.iter().map(|(_, number)| number).sum();
        let mut cast = cast;
        cast.push((vec![vec![favourite]], others + 1));
        let [_, irv, schulze, ..] = all_methods(&cast);
        prop_assert_eq!(&irv.winners, &[irv.options[favourite].clone()]);
        prop_assert_eq!(&schulze.winners, &[schulze.options[favourite].clone()]);
    }

    #[test]
    fn who_is_raised_on_a_ballot_does_not_lose_by_it(cast in any_cast(), at in any::<prop::sample::Index>()) {
        let [plurality, _, schulze, ..] = all_methods(&cast);
        for count in [plurality, schulze] {
            let ([winner], false) = (&count.winners[..], cast.is_empty()) else { continue };
            let raised = count.options.iter().position(|option| option == winner).expect("an option");
            let mut cast = cast.clone();
            let ranking = &mut cast[at.index(count.ballots.valid.min(1) as usize)].0;
            ranking.iter_mut().for_each(|place| place.retain(|option| *option != raised));
            ranking.retain(|place| !place.is_empty());
            ranking.insert(0, vec![raised]);
            let again = all_methods(&cast).into_iter().find(|again| again.method == count.method).expect("counted");
            prop_assert_eq!(&again.winners, &count.winners, "{:?}", count.method);
        }
    }

    #[test]
    fn one_more_approval_does_not_harm(
        cast in prop::collection::vec((prop::collection::btree_set(0..OPTIONS, 0..OPTIONS), 1_u64..9), 1..8),
        at in any::<prop::sample::Index>(),
    ) {
        let count = |cast: &[(std::collections::BTreeSet<usize>, u64)]| {
            let cast: Vec<(Vec<usize>, u64)> =
                cast.iter().map(|(approved, number)| (approved.iter().copied().collect(), *number)).collect();
            approval::count(&names(OPTIONS), &approved(&cast), 1, &Ties::Order)
        };
        let before = count(&cast);
        let favourite = before.options.iter().position(|option| option == &before.winners[0]).expect("an option");
        let mut cast = cast;
        let ballot = at.index(cast.len());
        cast[ballot].0.insert(favourite);
        prop_assert!(count(&cast).winners.contains(&before.winners[0]));
    }

    #[test]
    fn no_more_is_elected_than_there_are_seats(cast in any_cast(), seats in 1_u64..5) {
        for count in [
            scottish::count(&names(OPTIONS), &ranked(&cast), seats, &Ties::Order),
            meek::count(&names(OPTIONS), &ranked(&cast), seats, &Ties::Order),
        ] {
            if count.ballots.valid > 0 {
                prop_assert_eq!(count.winners.len() as u64, seats.min(OPTIONS as u64), "{:?}", count.method);
            }
            let mut once = winners(&count);
            once.dedup();
            prop_assert_eq!(once.len(), count.winners.len());
        }
    }

    #[test]
    fn equal_shares_never_overspends_and_leaves_nothing_that_fits_unless_raising_would(
        cast in prop::collection::vec((prop::collection::btree_set(0..OPTIONS, 0..OPTIONS), 1_u64..9), 0..8),
        total in 0_u64..5_000,
        costs in prop::collection::vec(1_u64..3_000, OPTIONS),
    ) {
        let cast: Vec<(Vec<usize>, u64)> =
            cast.into_iter().map(|(approved, number)| (approved.into_iter().collect(), number)).collect();
        let count = shares::count(&names(OPTIONS), &approved(&cast), &Budget { total, costs }, &Ties::Order);
        let spent: i128 = count.rounds.last().map_or(0, |round| round.tally.iter().map(|(_, cost)| cost.units()).sum());
        prop_assert!(spent <= i128::from(total));
        let sums: Vec<i128> = count.rounds.iter().map(super::super::Round::sum).collect();
        prop_assert!(sums.windows(2).all(|pair| pair[0] == pair[1]), "what is paid and what is left is always as much");
    }

    #[test]
    fn a_lot_from_a_seed_is_drawn_alike_by_everyone(cast in any_cast(), seed in "[a-z]{1,8}") {
        let ties = Ties::Seed(seed);
        let count = || meek::count(&names(OPTIONS), &ranked(&cast), 1, &ties);
        prop_assert_eq!(count(), count());
        prop_assert!(count().ballots.valid == 0 || count().winners.len() == 1);
    }
}
