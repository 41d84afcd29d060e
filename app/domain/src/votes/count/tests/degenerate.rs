//! Elections in which there is nothing, or nothing to choose from.

use super::super::{Count, Ties, approval, irv, meek, plurality, schulze, scottish, shares};
use super::dice::{Ranking, approved, names, ranked};
use crate::votes::{ballots::Ballots, election::Budget};

type Counted = fn(usize, &[(Ranking, u64)], u64) -> Count;

/// Every method that ranks, and whether it fills several seats.
const RANKED: [(Counted, bool); 5] = [
    (|options, cast, seats| plurality::count(&names(options), &ranked(cast), seats, &Ties::Order), true),
    (|options, cast, _| irv::count(&names(options), &ranked(cast), &Ties::Order), false),
    (|options, cast, seats| schulze::count(&names(options), &ranked(cast), seats, &Ties::Order), true),
    (|options, cast, seats| scottish::count(&names(options), &ranked(cast), seats, &Ties::Order), true),
    (|options, cast, seats| meek::count(&names(options), &ranked(cast), seats, &Ties::Order), true),
];

fn winners(count: &Count) -> Vec<&str> {
    count.winners.iter().map(|name| name.as_str()).collect()
}

#[test]
fn without_votes_all_are_equal_and_none_is_invented() {
    for (method, _) in RANKED {
        for cast in [vec![], vec![(vec![], 5)], vec![(vec![vec![0, 1]], 2)]] {
            let count = method(3, &cast, 1);
            // Schulze counts a shared first place.
            if count.ballots.valid == 0 {
                assert_eq!(winners(&count), ["A", "B", "C"], "{:?}", count.method);
                assert_eq!(count.tied.len(), 3, "{:?}", count.method);
            }
        }
        let seeded = plurality::count(&names(2), &Ballots::default(), 1, &Ties::Seed("2026".to_owned()));
        assert_eq!(winners(&seeded), ["A", "B"], "no lot is drawn where nobody voted");
    }
}

#[test]
fn one_option_wins() {
    for (method, _) in RANKED {
        for cast in [vec![], vec![(vec![vec![0]], 7)], vec![(vec![], 1), (vec![vec![0]], 1)]] {
            let count = method(1, &cast, 1);
            assert_eq!((winners(&count), &count.tied[..]), (vec!["A"], &[][..]), "{:?} {cast:?}", count.method);
        }
    }
}

#[test]
fn one_voter_decides() {
    for (method, _) in RANKED {
        let count = method(3, &[(vec![vec![2], vec![0]], 1)], 1);
        assert_eq!(winners(&count), ["C"], "{:?}", count.method);
    }
}

#[test]
fn all_tied_is_a_tie() {
    let cycle = [
        (vec![vec![0], vec![1], vec![2]], 2),
        (vec![vec![1], vec![2], vec![0]], 2),
        (vec![vec![2], vec![0], vec![1]], 2),
    ];
    for (method, _) in &RANKED[..3] {
        let count = method(3, &cycle, 1);
        assert_eq!((winners(&count), count.tied.len()), (vec!["A", "B", "C"], 3), "{:?}", count.method);
    }
    // In a transferable vote somebody goes by lot, and that decides.
    for (method, _) in &RANKED[3..] {
        let count = method(3, &cycle, 1);
        assert_eq!((winners(&count), count.tied.len()), (vec!["B"], 0), "{:?}", count.method);
    }
}

#[test]
fn more_seats_than_options_are_not_filled() {
    for (method, _) in RANKED.iter().filter(|(_, has_seats)| *has_seats) {
        for seats in [2, 3, u64::MAX] {
            let mut count = method(2, &[(vec![vec![0], vec![1]], 3)], seats);
            count.winners.sort();
            assert_eq!((winners(&count), &count.tied[..]), (vec!["A", "B"], &[][..]), "{:?}", count.method);
        }
    }
}

#[test]
fn everything_may_be_exhausted() {
    let cast = [(vec![vec![0]], 5), (vec![vec![1]], 3), (vec![vec![2]], 3), (vec![vec![3]], 3)];
    for (method, has_seats) in RANKED {
        let count = method(4, &cast, 2);
        assert_eq!(count.winners.first().map(|name| name.as_str()), Some("A"), "{:?}", count.method);
        assert!(!has_seats || count.winners.len() >= 2, "{:?}", count.method);
        for round in &count.rounds {
            assert!(round.exhausted.units() >= 0, "{:?}", count.method);
        }
    }
}

#[test]
fn the_largest_numbers_are_counted() {
    let cast = [(vec![vec![0], vec![1]], u64::MAX - 2), (vec![vec![1]], 1), (vec![vec![2], vec![1]], 1)];
    for (method, has_seats) in RANKED {
        let count = method(3, &cast, 2);
        assert_eq!(count.ballots.valid, u64::MAX, "{:?}", count.method);
        assert_eq!(winners(&count)[0], "A", "{:?}", count.method);
        assert!(!has_seats || winners(&count)[1] == "B" || !count.tied.is_empty(), "{:?}", count.method);
    }
}

#[test]
fn a_budget_for_nobody_buys_nothing() {
    let budget = |total, costs: &[u64]| Budget { total, costs: costs.to_vec() };
    let count = |cast: &[(Vec<usize>, u64)], budget: &Budget| {
        shares::count(&names(budget.costs.len()), &approved(cast), budget, &Ties::Order)
    };
    assert_eq!(winners(&count(&[], &budget(1_000, &[400, 700]))), [""; 0]);
    assert_eq!(winners(&count(&[(vec![], 3)], &budget(1_000, &[400]))), [""; 0]);
    assert_eq!(winners(&count(&[(vec![0], 1)], &budget(0, &[1]))), [""; 0]);
    assert_eq!(winners(&count(&[(vec![0], 1)], &budget(1, &[1]))), ["A"]);
    assert_eq!(winners(&count(&[(vec![0, 1], 3)], &budget(u64::MAX, &[u64::MAX, 1]))), ["B"]);
}

#[test]
fn nobody_approves() {
    let count = approval::count(&names(2), &approved(&[(vec![], 4)]), 1, &Ties::Order);
    assert_eq!((winners(&count), count.ballots.blank), (vec!["A", "B"], 4));
}
