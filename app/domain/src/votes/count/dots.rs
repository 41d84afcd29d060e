//! Dots: each ballot spreads so many of them over the options, and most dots win.

use super::{outcome::Count, plurality::most_votes, score::papers, ties::Ties};
use crate::votes::{
    ballots::{Ballots, Mark},
    election::Dots,
    method::Method,
    name::Name,
};

pub fn count(options: &[Name], ballots: &Ballots<Mark>, dots: Option<Dots>, seats: u64, ties: &Ties) -> Count {
    let fits =
        |ballot: &[Mark]| dots.is_none_or(|dots| dots.allow(ballot)) && ballot.iter().all(|mark| mark.value >= 0);
    let mut tally = vec![0; options.len()];
    for (ballot, number) in ballots.iter().filter(|(ballot, _)| fits(ballot)) {
        for mark in ballot {
            tally[usize::from(mark.choice)] += i128::from(number) * i128::from(mark.value);
        }
    }
    most_votes(Method::Dots, options, papers(ballots, fits), &tally, seats, ties)
}

impl Dots {
    fn allow(self, ballot: &[Mark]) -> bool {
        let spent: i128 = ballot.iter().map(|mark| i128::from(mark.value)).sum();
        let limit = self.limit.map_or(i128::MAX, i128::from);
        spent <= i128::from(self.budget) && ballot.iter().all(|mark| i128::from(mark.value) <= limit)
    }
}
