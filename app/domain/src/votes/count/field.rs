//! Who is still in the count, and how many seats are to be filled.

use super::{
    journal::{Journal, Standing, Verdict},
    outcome::{Count, Papers},
    trace::Event,
};
use crate::votes::method::Method;

pub(super) struct Field {
    seats: u64,
    left: Vec<usize>,
    is_left: Vec<bool>,
    elected: Vec<usize>,
}

impl Field {
    pub fn new(options: usize, seats: u64) -> Self {
        Self { seats, left: (0..options).collect(), is_left: vec![true; options], elected: Vec::new() }
    }

    /// Neither elected nor excluded.
    pub fn left(&self) -> &[usize] {
        &self.left
    }

    pub fn is_left(&self, option: usize) -> bool {
        self.is_left[option]
    }

    pub fn elected(&self) -> &[usize] {
        &self.elected
    }

    /// So many seats are still to be filled.
    pub fn vacancies(&self) -> usize {
        usize::try_from(self.seats).unwrap_or(usize::MAX).saturating_sub(self.elected.len())
    }

    /// No more are left than there are seats to fill.
    pub fn fits(&self) -> bool {
        self.left.len() <= self.vacancies()
    }

    pub fn is_full(&self) -> bool {
        self.vacancies() == 0 || self.left.is_empty()
    }

    pub fn elect(&mut self, option: usize) {
        self.exclude(option);
        self.elected.push(option);
    }

    pub fn exclude(&mut self, option: usize) {
        self.is_left[option] = false;
        self.left.retain(|other| *other != option);
    }

    pub fn verdict(self, tied: Vec<usize>, quota: Option<i128>) -> Verdict {
        Verdict { seats: Some(self.seats), winners: self.elected, tied, ranking: None, quota }
    }
}

/// Nobody has a vote: all are equal, and none is preferred by a lot.
pub(super) fn nothing_to_count(mut journal: Journal<'_>, method: Method, papers: Papers, seats: u64) -> Count {
    let all: Vec<usize> = (0..journal.options()).collect();
    journal.tell(Event::NothingToCount);
    journal.end_round(&Standing { tally: &vec![0; all.len()], ..Standing::default() });
    journal.close(method, papers, Verdict { seats: Some(seats), winners: all.clone(), tied: all, ..Verdict::default() })
}
