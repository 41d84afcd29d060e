//! Ballots that give numbers: how often each number was given to each option.
//!
//! No method asks which numbers stood on one ballot, so that a million ballots are not kept one by one.

use std::collections::BTreeMap;

use super::{
    ballots::{Choice, TooMany},
    count::Papers,
};

/// What one ballot gives to one option: a score, dots, a grade, an estimate; or to one aspect of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub choice: Choice,
    pub value: i64,
}

/// How many gave each number.
pub type Numbers = BTreeMap<i64, u64>;

#[derive(Debug, Default)]
pub struct Marked {
    given: Vec<Numbers>,
    papers: Papers,
}

impl Marked {
    /// So many ballots like this one; one without marks is blank, one that may not say this counts for nothing.
    pub fn add(&mut self, ballot: &[Mark], number: u64, is_valid: bool) -> Result<(), TooMany> {
        self.total().checked_add(number).ok_or(TooMany)?;
        match (ballot, is_valid) {
            ([], _) => self.papers.blank += number,
            (_, false) => self.papers.invalid += number,
            (marks, true) => {
                self.papers.valid += number;
                for mark in marks {
                    let choice = usize::from(mark.choice);
                    if choice >= self.given.len() {
                        self.given.resize_with(choice + 1, Numbers::new);
                    }
                    *self.given[choice].entry(mark.value).or_default() += number;
                }
            }
        }
        Ok(())
    }

    /// What was given to one option; nothing if nobody gave it anything.
    pub fn given(&self, choice: usize) -> impl DoubleEndedIterator<Item = (i64, u64)> {
        self.given.get(choice).into_iter().flatten().map(|(value, number)| (*value, *number))
    }

    /// The sum of all that was given to one option.
    pub fn sum(&self, choice: usize) -> i128 {
        self.given(choice).map(|(value, number)| i128::from(value) * i128::from(number)).sum()
    }

    /// How many gave it anything.
    pub fn givers(&self, choice: usize) -> u64 {
        self.given(choice).map(|(_, number)| number).sum()
    }

    pub const fn papers(&self) -> Papers {
        self.papers
    }

    pub const fn total(&self) -> u64 {
        self.papers.valid + self.papers.blank + self.papers.invalid
    }
}
