//! Approval: each ballot gives one vote to every option that it approves of, and most votes win.

use super::{
    outcome::{Count, Papers},
    plurality::most_votes,
    ties::Ties,
};
use crate::votes::{
    ballots::{Ballots, Choice},
    method::Method,
    name::Name,
};

pub fn count(options: &[Name], ballots: &Ballots<Choice>, seats: u64, ties: &Ties) -> Count {
    let mut papers = Papers { invalid: ballots.invalid(), ..Papers::default() };
    let mut tally = vec![0; options.len()];
    for (ballot, number) in ballots.iter() {
        if ballot.is_empty() {
            papers.blank += number;
        } else {
            papers.valid += number;
        }
        for choice in ballot {
            tally[usize::from(*choice)] += i128::from(number);
        }
    }
    most_votes(Method::Approval, options, papers, &tally, seats, ties)
}
