//! Score: each ballot gives numbers to options, and the greatest sum wins.

use super::{
    outcome::{Count, Papers},
    plurality::most_votes,
    ties::Ties,
};
use crate::votes::{
    ballots::{Ballots, Mark},
    election::Scale,
    method::{Method, Variant},
    name::Name,
};

pub fn count(options: &[Name], ballots: &Ballots<Mark>, scale: Option<&Scale>, seats: u64, ties: &Ties) -> Count {
    let fits = |ballot: &[Mark]| scale.is_none_or(|scale| scale.holds(ballot));
    let mut tally = vec![0; options.len()];
    for (ballot, number) in ballots.iter().filter(|(ballot, _)| fits(ballot)) {
        for mark in ballot {
            tally[usize::from(mark.choice)] += i128::from(number) * i128::from(mark.value);
        }
    }
    let papers = papers(ballots, fits);
    let count = most_votes(Method::Score, options, papers, &tally, seats, ties);
    Count { variant: Some(Variant::Sum), ..count }
}

/// Ballots with marks, by whether they have any and whether these are such as may be given.
pub(super) fn papers(ballots: &Ballots<Mark>, fits: impl Fn(&[Mark]) -> bool) -> Papers {
    let mut papers = Papers { invalid: ballots.invalid(), ..Papers::default() };
    for (ballot, number) in ballots.iter() {
        match ballot {
            [] => papers.blank += number,
            ballot if fits(ballot) => papers.valid += number,
            _ => papers.invalid += number,
        }
    }
    papers
}

impl Scale {
    pub(super) fn holds(&self, ballot: &[Mark]) -> bool {
        ballot.iter().all(|mark| (self.least..=self.most).contains(&mark.value))
    }
}
