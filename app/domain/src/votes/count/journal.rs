//! Writes down what a count does while it does it.

use super::{
    outcome::{Count, Papers, Round},
    ties::{Purpose, Ties},
    trace::{Event, Settled, Step},
};
use crate::votes::{decimal::Decimal, method::Method, name::Name};

pub(super) struct Journal<'a> {
    options: &'a [Name],
    ties: &'a Ties,
    decimals: u8,
    draws: u32,
    rounds: Vec<Round>,
    trace: Vec<Step>,
}

/// How things stand at the end of a round, with options by their places and votes in units of the last decimal.
#[derive(Default)]
pub(super) struct Standing<'a> {
    pub tally: &'a [i128],
    pub exhausted: i128,
    pub cut: i128,
    pub elected: &'a [usize],
    pub excluded: &'a [usize],
}

/// What a method adds to its journal to make a count of it.
#[derive(Default)]
pub(super) struct Verdict {
    pub seats: Option<u64>,
    pub winners: Vec<usize>,
    pub tied: Vec<usize>,
    pub ranking: Option<Vec<Vec<usize>>>,
    pub quota: Option<i128>,
}

impl<'a> Journal<'a> {
    /// `decimals` is how many the votes of this method have.
    pub fn new(options: &'a [Name], ties: &'a Ties, decimals: u8) -> Self {
        Self { options, ties, decimals, draws: 0, rounds: Vec::new(), trace: Vec::new() }
    }

    pub fn ballots(&mut self, papers: Papers) {
        self.tell(Event::Ballots { valid: papers.valid, blank: papers.blank, invalid: papers.invalid });
    }

    pub fn tell(&mut self, event: Event) {
        self.trace.push(Step { round: self.round(), event });
    }

    /// The round that is going on.
    fn round(&self) -> u32 {
        u32::try_from(self.rounds.len()).map_or(u32::MAX, |ended| ended.saturating_add(1))
    }

    pub fn end_round(&mut self, standing: &Standing<'_>) {
        self.rounds.push(Round {
            round: self.round(),
            tally: self.options.iter().cloned().zip(standing.tally.iter().map(|units| self.votes(*units))).collect(),
            exhausted: self.votes(standing.exhausted),
            cut: self.votes(standing.cut),
            elected: self.names(standing.elected),
            excluded: self.names(standing.excluded),
        });
    }

    /// One of the tied, if the rule for ties takes one.
    pub fn settle(&mut self, purpose: Purpose, tied: &[usize]) -> Option<usize> {
        if let [only] = tied {
            return Some(*only);
        }
        self.draws += 1;
        let options = self.names(tied);
        let (at, settled) = self.ties.settle(purpose, &options, self.draws);
        self.tell(Event::Tie { purpose, options, settled });
        at.map(|at| tied[at])
    }

    /// The rule of the method itself took one, because it differed from the others at the end of an earlier round.
    pub fn settled_by_round(&mut self, purpose: Purpose, tied: &[usize], chosen: usize, round: u32) {
        let settled = Settled::EarlierRound { chosen: self.name(chosen), round };
        self.tell(Event::Tie { purpose, options: self.names(tied), settled });
    }

    /// How many options there are.
    pub fn options(&self) -> usize {
        self.options.len()
    }

    pub fn name(&self, option: usize) -> Name {
        self.options[option].clone()
    }

    pub fn names(&self, options: &[usize]) -> Vec<Name> {
        options.iter().map(|option| self.name(*option)).collect()
    }

    pub fn votes(&self, units: i128) -> Decimal {
        Decimal::new(units, self.decimals)
    }

    pub fn close(self, method: Method, ballots: Papers, verdict: Verdict) -> Count {
        let places = |places: Vec<Vec<usize>>| places.iter().map(|place| self.names(place)).collect();
        Count {
            method,
            variant: None,
            seats: verdict.seats,
            options: self.options.to_vec(),
            winners: self.names(&verdict.winners),
            tied: self.names(&verdict.tied),
            ranking: verdict.ranking.map(places),
            ballots,
            quota: verdict.quota.map(|quota| self.votes(quota)),
            rounds: self.rounds,
            trace: self.trace,
        }
    }
}
