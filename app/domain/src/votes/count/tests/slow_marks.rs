//! Approval, sums, medians, consent, matrix and estimates once more, from long lists.

use num_rational::Ratio;

use super::{
    super::{Count, Ties, approval, consent, dots, estimate, matrix, median, score},
    CASES,
    dice::{Dice, approved, marked, names, one_by_one},
};
use crate::votes::{
    election::{Consent, Criterion, Dots, Frame, MET, Matrix, Scale, UNMET},
    name::Name,
};

type Marks = Vec<(usize, i64)>;

/// What each ballot gives to an option.
fn given(ballots: &[Marks], option: usize) -> Vec<i64> {
    let of = |ballot: &Marks| ballot.iter().find(|(other, _)| *other == option).map(|(_, value)| *value);
    ballots.iter().filter_map(of).collect()
}

/// The options that are worth most.
fn best<T: PartialOrd>(worth: &[T], count: &Count) -> Vec<Name> {
    let beaten = |option: usize| worth.iter().any(|other| *other > worth[option]);
    (0..worth.len()).filter(|option| !beaten(*option)).map(|option| count.options[option].clone()).collect()
}

#[test]
fn approvals_add_up() {
    let mut dice = Dice(7);
    for _ in 0..CASES {
        let options = 1 + dice.roll(5);
        let cast = dice.approvals(options);
        let count = approval::count(&names(options), &approved(&cast), 1, &Ties::Order);
        let ballots = one_by_one(&cast);
        let votes = |option: usize| ballots.iter().filter(|ballot| ballot.contains(&option)).count();
        assert_eq!(count.winners, best(&(0..options).map(votes).collect::<Vec<_>>(), &count), "{cast:?}");
    }
}

#[test]
fn scores_and_dots_add_up() {
    let mut dice = Dice(8);
    let scale = Frame::Scale(Scale { least: -2, most: 3, grades: Vec::new() });
    for _ in 0..CASES {
        let options = 1 + dice.roll(5);
        // One more than the scale holds, so that some ballots are invalid.
        let cast = dice.marks(options, -2, 4);
        let count = score::count(&names(options), &marked(&cast, &scale), 1, &Ties::Order);
        let mut ballots = one_by_one(&cast);
        ballots.retain(|ballot| ballot.iter().all(|(_, value)| *value <= 3));
        let sum = |option: usize| given(&ballots, option).iter().sum::<i64>();
        assert_eq!(count.winners, best(&(0..options).map(sum).collect::<Vec<_>>(), &count), "{cast:?}");

        let cast = dice.marks(options, 0, 4);
        let rule = Frame::Dots(Dots { budget: 6, limit: Some(3) });
        let count = dots::count(&names(options), &marked(&cast, &rule), 1, &Ties::Order);
        let mut ballots = one_by_one(&cast);
        ballots.retain(|ballot| ballot.iter().all(|(_, dots)| *dots <= 3));
        ballots.retain(|ballot| ballot.iter().map(|(_, dots)| dots).sum::<i64>() <= 6);
        let sum = |option: usize| given(&ballots, option).iter().sum::<i64>();
        assert_eq!(count.winners, best(&(0..options).map(sum).collect::<Vec<_>>(), &count), "{cast:?}");
    }
}

/// Median, lead and better ones, from a list of all grades.
fn middle(mut grades: Vec<i64>) -> (i64, i64, usize) {
    grades.sort_unstable();
    let median = grades.get((grades.len().max(1) - 1) / 2).copied().unwrap_or(0);
    let better = grades.iter().filter(|grade| **grade > median).count();
    let worse = grades.iter().filter(|grade| **grade < median).count();
    (median, better as i64 - worse as i64, better)
}

#[test]
fn the_median_is_in_the_middle_of_the_list() {
    let mut dice = Dice(9);
    let scale = Scale { least: 0, most: 3, grades: Vec::new() };
    for _ in 0..CASES {
        let options = 1 + dice.roll(4);
        let cast = dice.marks(options, 0, 3);
        let count = median::count(&names(options), &marked(&cast, &Frame::Plain), Some(&scale), 1, &Ties::Order);
        let mut ballots = one_by_one(&cast);
        ballots.retain(|ballot| !ballot.is_empty());
        let worth = |option: usize| {
            let mut grades = given(&ballots, option);
            grades.resize(ballots.len(), 0);
            middle(grades)
        };
        assert_eq!(count.winners, best(&(0..options).map(worth).collect::<Vec<_>>(), &count), "{cast:?}");
    }
}

#[test]
fn consent_is_given_where_nobody_blocks() {
    let mut dice = Dice(10);
    let rule = Consent { grades: names(5), blocking: 1 };
    for _ in 0..CASES {
        let options = 1 + dice.roll(4);
        let least = i64::from(dice.roll(3) > 0);
        let cast = dice.marks(options, least, 4);
        let count = consent::count(&names(options), &marked(&cast, &Frame::Plain), &rule, 1, &Ties::Order);
        let ballots = one_by_one(&cast);
        let worth = |option: usize| {
            let grades = given(&ballots, option);
            if grades.contains(&0) { None } else { Some(middle(grades)) }
        };
        let worth: Vec<_> = (0..options).map(worth).collect();
        let expected = if worth.iter().all(Option::is_none) { Vec::new() } else { best(&worth, &count) };
        assert_eq!(count.winners, expected, "{cast:?}");
    }
}

#[test]
fn a_matrix_weighs_means_and_lists_apart_what_fails() {
    let mut dice = Dice(11);
    let criterion = |(name, weight)| Criterion { name: Name::from(name), weight };
    let rule = Matrix {
        criteria: [("benefit", Some(3)), ("cost", Some(2)), ("lawful", None)].map(criterion).into(),
        scale: Scale { least: 0, most: 2, grades: Vec::new() },
        levels: Vec::new(),
    };
    for _ in 0..CASES {
        let options = 1 + dice.roll(3);
        let cast = dice.marks(options * 3, 0, 2);
        let count =
            matrix::count(&names(options), &marked(&cast, &Frame::Matrix(rule.clone())), &rule, 1, &Ties::Order);
        let ballots = one_by_one(&cast);
        let mean = |cell: usize| {
            let given = given(&ballots, cell);
            Ratio::new(given.iter().sum::<i64>(), (given.len() as i64).max(1))
        };
        let fails = |cell: usize| {
            let given = given(&ballots, cell);
            let say = |answer: i64| given.iter().filter(|given| **given == answer).count();
            say(UNMET) > say(MET)
        };
        let worth = |option: usize| {
            if fails(option * 3 + 2) { None } else { Some(mean(option * 3) * 3 + mean(option * 3 + 1) * 2) }
        };
        let worth: Vec<_> = (0..options).map(worth).collect();
        let expected = if worth.iter().all(Option::is_none) { Vec::new() } else { best(&worth, &count) };
        assert_eq!(count.winners, expected, "{cast:?}");
    }
}

#[test]
fn an_estimate_is_in_the_middle_of_the_answers() {
    let mut dice = Dice(12);
    for _ in 0..CASES {
        let cast = dice.marks(1, -3, 9);
        let cast: Vec<(Marks, u64)> = cast
            .into_iter()
            .map(|(marks, number)| (marks.iter().map(|(o, v)| (*o, v * 500_000)).collect(), number))
            .collect();
        let count = estimate::count(&names(1), &marked(&cast, &Frame::Plain));
        let mut answers = given(&one_by_one(&cast), 0);
        answers.sort_unstable();
        let tally = &count.rounds[0].tally;
        if answers.is_empty() {
            assert!(tally.is_empty());
            continue;
        }
        let twice = answers[(answers.len() - 1) / 2] + answers[answers.len() / 2];
        let told = crate::votes::decimal::Decimal::new(i128::from(twice) * 5, 7);
        assert_eq!(tally[0].1, told.shortest(), "{cast:?}");
    }
}
