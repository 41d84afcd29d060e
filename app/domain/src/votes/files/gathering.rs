//! Gathers options and ballots while a file is read, and holds what is true of them in every format.

use super::{
    fault::{Expected, Flaw},
    index::Index,
};
use crate::votes::{
    ballots::{Choice, Ranked, TooMany},
    election::{Cast, Election, Frame},
    marks::Mark,
    method::Method,
    name::Name,
};

/// The largest elections have some hundreds.
const MOST_OPTIONS: Choice = 4_000;

#[derive(Debug)]
pub struct Gathering {
    names: Vec<Name>,
    index: Index,
    cast: Cast,
    /// What stands on the ballot that is being read.
    paper: Vec<Entry>,
    /// The same as it is kept, if it ranks.
    ballot: Vec<Ranked>,
    /// What it answers about several aspects of its options.
    answers: Vec<Mark>,
    /// On which ballot each option was named last.
    named_on: Vec<u64>,
    papers: u64,
    pub seats: Option<u64>,
    pub frame: Frame,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    choice: Choice,
    shares_place: bool,
    score: Option<i64>,
}

impl Gathering {
    pub fn new(method: Method) -> Self {
        Self {
            names: Vec::new(),
            index: Index::default(),
            cast: Cast::for_method(method),
            paper: Vec::new(),
            ballot: Vec::new(),
            answers: Vec::new(),
            named_on: Vec::new(),
            papers: 0,
            seats: None,
            frame: Frame::Plain,
        }
    }

    pub fn options(&self) -> usize {
        self.names.len()
    }

    pub fn find(&self, name: &str) -> Option<Choice> {
        self.index.find(name)
    }

    pub fn name(&self, choice: Choice) -> String {
        self.names.get(usize::from(choice)).map(ToString::to_string).unwrap_or_default()
    }

    /// One more option, which none before has the name of.
    pub fn add_option(&mut self, name: &str) -> Result<Choice, Flaw> {
        if name.is_empty() {
            return Err(Flaw::Expected { what: Expected::Name });
        }
        let choice = Choice::try_from(self.names.len()).ok().filter(|choice| *choice < MOST_OPTIONS);
        let choice = choice.ok_or(Flaw::TooManyOptions { most: MOST_OPTIONS })?;
        if !self.index.add(name.into(), choice) {
            return Err(Flaw::Twice { name: name.to_owned() });
        }
        self.names.push(name.into());
        self.named_on.push(0);
        Ok(choice)
    }

    pub fn find_or_add(&mut self, name: &str) -> Result<Choice, Flaw> {
        self.find(name).map_or_else(|| self.add_option(name), Ok)
    }

    /// A name that a file gives to an option later than its first ballot.
    pub fn rename(&mut self, choice: Choice, name: &str) -> Result<(), Flaw> {
        let old = &mut self.names[usize::from(choice)];
        if old.as_str() == name {
            return Ok(());
        }
        if !self.index.add(name.into(), choice) {
            return Err(Flaw::Twice { name: name.to_owned() });
        }
        self.index.remove(old.as_str());
        *old = name.into();
        Ok(())
    }

    pub fn begin_paper(&mut self) {
        self.paper.clear();
        self.answers.clear();
        self.papers += 1;
    }

    /// The ballot that is being read names an option.
    pub fn enter(&mut self, choice: Choice, shares_place: bool, score: Option<i64>) -> Result<(), Flaw> {
        let named_on = &mut self.named_on[usize::from(choice)];
        if std::mem::replace(named_on, self.papers) == self.papers {
            return Err(Flaw::Twice { name: self.name(choice) });
        }
        self.paper.push(Entry { choice, shares_place, score });
        Ok(())
    }

    /// The ballot that is being read answers something about an option.
    pub fn answer(&mut self, cell: Choice, value: i64, name: &str) -> Result<(), Flaw> {
        if self.answers.iter().any(|answer| answer.choice == cell) {
            return Err(Flaw::Twice { name: name.to_owned() });
        }
        self.answers.push(Mark { choice: cell, value });
        Ok(())
    }

    /// The ballot orders its options by their scores, and does not list them in that order.
    pub fn order_by_scores(&mut self) {
        self.paper.sort_by_key(|entry| std::cmp::Reverse(entry.score));
        let mut before = None;
        for entry in &mut self.paper {
            entry.shares_place = before == Some(entry.score);
            before = Some(entry.score);
        }
    }

    /// Whether better places have better scores, as far as there are scores.
    pub fn scores_follow_order(&self) -> bool {
        self.paper.windows(2).all(|pair| match (pair[0].score, pair[1].score) {
            (Some(first), Some(second)) if pair[1].shares_place => first == second,
            (Some(first), Some(second)) => first > second,
            _ => true,
        })
    }

    /// So many ballots are like the one that was read.
    pub fn end_paper(&mut self, number: u64) -> Result<(), Flaw> {
        match &mut self.cast {
            Cast::Ranked(ballots) => {
                let ranked = |(at, entry): (usize, &Entry)| Ranked::new(entry.choice, entry.shares_place && at > 0);
                self.ballot.clear();
                self.ballot.extend(self.paper.iter().enumerate().map(ranked));
                ballots.add(&self.ballot, number)
            }
            Cast::Approved(ballots) => {
                let approved = self.paper.iter().filter(|entry| entry.score != Some(0));
                let mut ballot: Vec<Choice> = approved.map(|entry| entry.choice).collect();
                ballot.sort_unstable();
                ballots.add(&ballot, number)
            }
            Cast::Marked(ballots) => {
                let mut ballot = std::mem::take(&mut self.answers);
                for entry in &self.paper {
                    let Some(value) = entry.score else {
                        let choice = entry.choice;
                        return Err(Flaw::NoScore { name: self.name(choice) });
                    };
                    ballot.push(Mark { choice: entry.choice, value });
                }
                let is_valid = self.frame.allows(&ballot);
                let added = ballots.add(&ballot, number, is_valid);
                ballot.clear();
                self.answers = ballot;
                added
            }
        }
        .map_err(|TooMany| Flaw::TooManyBallots)
    }

    /// So many ballots are like the one that was read, which approves of more options than it may.
    pub fn end_invalid_paper(&mut self, number: u64) -> Result<(), Flaw> {
        match &mut self.cast {
            Cast::Approved(ballots) => ballots.add_invalid(number).map_err(|TooMany| Flaw::TooManyBallots),
            Cast::Ranked(_) | Cast::Marked(_) => Err(Flaw::NotApprovals),
        }
    }

    /// How many options the ballot that is being read names.
    pub fn entries(&self) -> usize {
        self.paper.len()
    }

    pub fn total(&self) -> u64 {
        match &self.cast {
            Cast::Ranked(ballots) => ballots.total(),
            Cast::Approved(ballots) => ballots.total(),
            Cast::Marked(ballots) => ballots.total(),
        }
    }

    pub fn into_election(self) -> Result<Election, Flaw> {
        if self.names.is_empty() {
            return Err(Flaw::NoOptions);
        }
        Ok(Election { options: self.names, seats: self.seats, frame: self.frame, ballots: self.cast })
    }
}
