//! Numeric estimate: what lies in the middle of all answers, and what a quarter of them lie below and above.

use super::{
    journal::{Journal, Standing, Verdict},
    outcome::{Count, Round},
    ties::Ties,
    trace::Event,
};
use crate::votes::{
    decimal::Decimal,
    marks::{Marked, Numbers},
    method::Method,
    name::Name,
};

/// An estimate is a mark in millionths.
pub const DECIMALS: u8 = 6;

/// The quartiles are the medians of the two halves; of an odd number the middle answer is in neither.
pub fn count(options: &[Name], ballots: &Marked) -> Count {
    let papers = ballots.papers();
    let ties = Ties::Open;
    let mut journal = Journal::new(options, &ties, 0);
    journal.ballots(papers);
    let mut tally = Vec::new();
    for option in (0..options.len()).filter(|option| ballots.givers(*option) > 0) {
        let answers: &Numbers = &ballots.given(option).collect();
        let number = ballots.givers(option);
        // Of a single answer both halves are that answer.
        let half = (number / 2).max(1);
        let median = median(answers, 0, number);
        journal.tell(Event::Estimated {
            option: journal.name(option),
            answers: number,
            least: self::median(answers, 0, 1),
            lower_quartile: self::median(answers, 0, half),
            median,
            upper_quartile: self::median(answers, number - half, half),
            greatest: self::median(answers, number - 1, 1),
        });
        tally.push((journal.name(option), median));
    }
    if tally.is_empty() {
        journal.tell(Event::NothingToCount);
    }
    journal.end_round(&Standing::default());
    let count = journal.close(Method::Estimate, papers, Verdict::default());
    let rounds = count.rounds.into_iter().map(|round| Round { tally: tally.clone(), ..round }).collect();
    Count { rounds, ..count }
}

/// The median of `number` answers in their order, after the first `skipped`.
fn median(answers: &Numbers, skipped: u64, number: u64) -> Decimal {
    let at = |place: u64| {
        let mut passed = 0_u64;
        let found = answers.iter().find(|(_, number)| {
            passed = passed.saturating_add(**number);
            passed > place
        });
        i128::from(found.map_or(0, |(value, _)| *value))
    };
    let sum = at(skipped + (number - 1) / 2) + at(skipped + number / 2);
    Decimal::new(sum * 5, DECIMALS + 1).shortest()
}
