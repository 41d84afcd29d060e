//! Score: each ballot gives numbers to options, and the greatest sum wins.

use super::{outcome::Count, plurality::most_votes, ties::Ties};
use crate::votes::{
    marks::Marked,
    method::{Method, Variant},
    name::Name,
};

pub fn count(options: &[Name], ballots: &Marked, seats: u64, ties: &Ties) -> Count {
    let tally: Vec<i128> = (0..options.len()).map(|option| ballots.sum(option)).collect();
    let count = most_votes(Method::Score, options, ballots.papers(), &tally, seats, ties);
    Count { variant: Some(Variant::Sum), ..count }
}
