//! Dots: each ballot spreads so many of them over the options, and most dots win.

use super::{outcome::Count, plurality::most_votes, ties::Ties};
use crate::votes::{marks::Marked, method::Method, name::Name};

pub fn count(options: &[Name], ballots: &Marked, seats: u64, ties: &Ties) -> Count {
    let tally: Vec<i128> = (0..options.len()).map(|option| ballots.sum(option)).collect();
    most_votes(Method::Dots, options, ballots.papers(), &tally, seats, ties)
}
