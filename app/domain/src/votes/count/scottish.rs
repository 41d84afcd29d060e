//! The single transferable vote by the Scottish Local Government Elections Order 2007, rules 45 to 52.

use std::collections::BTreeMap;

use super::{
    field::{Field, nothing_to_count},
    irv::papers,
    journal::{Journal, Standing},
    outcome::Count,
    ties::{Purpose, Ties},
    trace::{Event, Reason},
};
use crate::votes::{
    ballots::{Ballots, Ranked, preferences},
    method::Method,
    name::Name,
};

/// Five decimals; what is beyond them is cut (rule 48(3)).
const DECIMALS: u8 = 5;
const WHOLE: u32 = 100_000;
const ONE: i128 = WHOLE as i128;

/// Papers of one kind that an option holds. There may be millions, so that they are small.
#[derive(Clone, Copy)]
struct Parcel {
    /// Which kind of ballot.
    kind: u32,
    /// One at most, in units of the last decimal.
    value: u32,
}

struct Stages<'a> {
    journal: Journal<'a>,
    ballots: &'a Ballots<Ranked>,
    field: Field,
    quota: i128,
    held: Vec<Vec<Parcel>>,
    tally: Vec<i128>,
    exhausted: i128,
    cut: i128,
    /// Elected, and with a surplus that has not gone on.
    pending: Vec<usize>,
    /// The tallies at the end of each stage.
    earlier: Vec<Vec<i128>>,
}

pub fn count(options: &[Name], ballots: &Ballots<Ranked>, seats: u64, ties: &Ties) -> Count {
    let papers = papers(ballots);
    let mut journal = Journal::new(options, ties, DECIMALS);
    journal.ballots(papers);
    let field = Field::new(options.len(), seats);
    if papers.valid == 0 && !field.fits() {
        return nothing_to_count(journal, Method::ScottishStv, papers, seats);
    }
    let quota = (i128::from(papers.valid) / (i128::from(seats) + 1) + 1) * ONE;
    let votes = journal.votes(i128::from(papers.valid) * ONE);
    journal.tell(Event::Quota { quota: journal.votes(quota), votes, seats });
    let mut stages = Stages {
        journal,
        ballots,
        field,
        quota,
        held: vec![Vec::new(); options.len()],
        tally: vec![0; options.len()],
        exhausted: 0,
        cut: 0,
        pending: Vec::new(),
        earlier: Vec::new(),
    };
    stages.first_preferences();
    let tied = stages.run();
    let verdict = stages.field.verdict(tied, Some(quota));
    stages.journal.close(Method::ScottishStv, papers, verdict)
}

impl Stages<'_> {
    fn first_preferences(&mut self) {
        for (kind, (ballot, number)) in (0..).zip(self.ballots.iter()) {
            let Some([first, ..]) = preferences(ballot) else { continue };
            self.held[first.choice()].push(Parcel { kind, value: WHOLE });
            self.tally[first.choice()] += i128::from(number) * ONE;
        }
    }

    /// Stage by stage until all seats are filled, or until a tie is left open: that one is handed back.
    fn run(&mut self) -> Vec<usize> {
        self.end_stage(&[]);
        while !self.field.is_full() {
            let next = match self.largest_surplus() {
                tied if tied.is_empty() => self.lowest().map(|option| (option, Purpose::Exclude)),
                tied => self.one_of(Purpose::Transfer, tied).map(|option| (option, Purpose::Transfer)),
            };
            match next {
                Ok((option, Purpose::Transfer)) => {
                    self.transfer_surplus(option);
                    self.end_stage(&[]);
                }
                Ok((option, _)) => {
                    self.exclude(option);
                    self.end_stage(&[option]);
                }
                Err(tied) => return tied,
            }
        }
        Vec::new()
    }

    /// Those deemed elected at the end of the stage: who has the quota, and who is left for the last seats (rule 52).
    fn end_stage(&mut self, excluded: &[usize]) {
        let mut elected: Vec<usize> =
            self.field.left().iter().copied().filter(|option| self.tally[*option] >= self.quota).collect();
        elected.sort_by_key(|option| std::cmp::Reverse(self.tally[*option]));
        for option in &elected {
            self.elect(*option, Reason::Quota { quota: self.journal.votes(self.quota) });
        }
        if self.field.fits() {
            for option in self.field.left().to_vec() {
                self.elect(option, Reason::LastPlaces);
                elected.push(option);
            }
        }
        self.journal.end_round(&Standing {
            tally: &self.tally,
            exhausted: self.exhausted,
            cut: self.cut,
            elected: &elected,
            excluded,
        });
        self.earlier.push(self.tally.clone());
    }

    fn elect(&mut self, option: usize, reason: Reason) {
        self.field.elect(option);
        if self.tally[option] > self.quota {
            self.pending.push(option);
        }
        let (option, votes) = (self.journal.name(option), self.journal.votes(self.tally[option]));
        self.journal.tell(Event::Elected { option, votes, reason });
    }

    fn largest_surplus(&self) -> Vec<usize> {
        let largest = self.pending.iter().map(|option| self.tally[*option]).max();
        let mut tied = self.pending.clone();
        tied.retain(|option| Some(self.tally[*option]) == largest);
        tied.sort_unstable();
        tied
    }

    fn lowest(&mut self) -> Result<usize, Vec<usize>> {
        let least = self.field.left().iter().map(|option| self.tally[*option]).min();
        let mut tied = self.field.left().to_vec();
        tied.retain(|option| Some(self.tally[*option]) == least);
        self.one_of(Purpose::Exclude, tied)
    }

    /// Of several that are equal, the one that differed at the latest earlier stage (49(2), 51(2)(a)), else one by lot.
    fn one_of(&mut self, purpose: Purpose, tied: Vec<usize>) -> Result<usize, Vec<usize>> {
        let mut equal = tied.clone();
        for (before, tally) in self.earlier.iter().enumerate().rev().skip(1) {
            let votes = equal.iter().map(|option| tally[*option]);
            let wanted = if purpose == Purpose::Exclude { votes.min() } else { votes.max() };
            let differed = equal.iter().any(|option| Some(tally[*option]) != wanted);
            equal.retain(|option| Some(tally[*option]) == wanted);
            if let ([only], true) = (&equal[..], differed) {
                let round = u32::try_from(before + 1).unwrap_or(u32::MAX);
                self.journal.settled_by_round(purpose, &tied, *only, round);
                return Ok(*only);
            }
        }
        self.journal.settle(purpose, &equal).ok_or(equal)
    }

    /// Each paper goes on with its value times the surplus by the votes, cut.
    fn transfer_surplus(&mut self, option: usize) {
        self.pending.retain(|other| *other != option);
        let votes = std::mem::replace(&mut self.tally[option], self.quota);
        let surplus = votes - self.quota;
        self.journal.tell(Event::Surplus {
            option: self.journal.name(option),
            votes: self.journal.votes(votes),
            quota: self.journal.votes(self.quota),
            surplus: self.journal.votes(surplus),
        });
        let mut parcels = std::mem::take(&mut self.held[option]);
        for parcel in &mut parcels {
            parcel.value = u32::try_from(i128::from(parcel.value) * surplus / votes).unwrap_or(WHOLE);
        }
        let moved = self.hand_on(option, parcels);
        self.cut += surplus - moved;
        if surplus > moved {
            self.journal.tell(Event::Cut { votes: self.journal.votes(surplus - moved) });
        }
    }

    /// Its papers go on with the value at which it got them.
    fn exclude(&mut self, option: usize) {
        self.field.exclude(option);
        let votes = std::mem::take(&mut self.tally[option]);
        let told = Event::Excluded { option: self.journal.name(option), votes: self.journal.votes(votes) };
        self.journal.tell(told);
        let parcels = std::mem::take(&mut self.held[option]);
        self.hand_on(option, parcels);
    }

    /// Moves papers to the next option that they name and that is left; answers how many votes they were.
    fn hand_on(&mut self, from: usize, parcels: Vec<Parcel>) -> i128 {
        let mut moved = BTreeMap::new();
        for parcel in parcels.into_iter().filter(|parcel| parcel.value > 0) {
            let (ballot, number) = self.ballots.kind(parcel.kind as usize);
            let preferences = preferences(ballot).unwrap_or_default().iter().map(|ranked| ranked.choice());
            let mut onward = preferences.skip_while(|option| *option != from);
            let to = onward.find(|option| self.field.is_left(*option));
            if let Some(option) = to {
                self.held[option].push(parcel);
            }
            *moved.entry((to.is_none(), to, std::cmp::Reverse(parcel.value))).or_insert(0_u64) += number;
        }
        let mut sum = 0;
        for ((_, to, std::cmp::Reverse(value)), papers) in moved {
            let votes = i128::from(papers) * i128::from(value);
            sum += votes;
            match to {
                Some(option) => self.tally[option] += votes,
                None => self.exhausted += votes,
            }
            self.journal.tell(Event::Moved {
                from: self.journal.name(from),
                to: to.map(|option| self.journal.name(option)),
                papers,
                value: self.journal.votes(value.into()),
                votes: self.journal.votes(votes),
            });
        }
        sum
    }
}
