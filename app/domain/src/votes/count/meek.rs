//! The single transferable vote by Meek's rule (Hill, Wichmann and Woodall), in fixed-point with nine decimals.

use std::collections::HashMap;

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

const DECIMALS: u8 = 9;
/// A whole vote.
const ONE_KEPT: u64 = 1_000_000_000;
const ONE: i128 = ONE_KEPT as i128;
/// A surplus of this or less is none: 0.000001.
const SMALL: i128 = 1_000;

struct Rounds<'a> {
    journal: Journal<'a>,
    ballots: &'a Ballots<Ranked>,
    field: Field,
    valid: i128,
    seats: u64,
    /// How much of each vote an option keeps.
    keep: Vec<u64>,
    quota: i128,
    tally: Vec<i128>,
    surplus: i128,
}

/// How ballots hand on their votes: the elected in their order and, last, the one that keeps all. With how many do so.
type Roads = HashMap<Box<[usize]>, u64>;

/// Why votes are not handed on once more.
enum Ended {
    /// Somebody has reached the quota.
    Elected(Vec<usize>),
    /// These cannot catch up with the next.
    CertainLosers(Vec<usize>),
    /// The surplus is small, or falls no more.
    Settled,
}

pub fn count(options: &[Name], ballots: &Ballots<Ranked>, seats: u64, ties: &Ties) -> Count {
    let papers = papers(ballots);
    let mut journal = Journal::new(options, ties, DECIMALS);
    journal.ballots(papers);
    let field = Field::new(options.len(), seats);
    if papers.valid == 0 && !field.fits() {
        return nothing_to_count(journal, Method::MeekStv, papers, seats);
    }
    let mut rounds = Rounds {
        journal,
        ballots,
        field,
        valid: i128::from(papers.valid) * ONE,
        seats,
        keep: vec![ONE_KEPT; options.len()],
        quota: 0,
        tally: vec![0; options.len()],
        surplus: 0,
    };
    let tied = rounds.run();
    let verdict = rounds.field.verdict(tied, Some(rounds.quota));
    rounds.journal.close(Method::MeekStv, papers, verdict)
}

impl Rounds<'_> {
    /// Round by round until all seats are filled, or until a tie is left open: that one is handed back.
    fn run(&mut self) -> Vec<usize> {
        while !self.field.is_full() {
            let (mut elected, excluded) = match self.iterate() {
                Ended::Elected(elected) => {
                    for option in &elected {
                        self.elect(*option, Reason::Quota { quota: self.journal.votes(self.quota) });
                    }
                    (elected, Vec::new())
                }
                Ended::CertainLosers(losers) => (Vec::new(), losers),
                Ended::Settled if self.field.fits() => (Vec::new(), Vec::new()),
                Ended::Settled => match self.lowest() {
                    Ok(lowest) => (Vec::new(), vec![lowest]),
                    Err(tied) => {
                        self.end_round(&[], &[]);
                        return tied;
                    }
                },
            };
            for option in &excluded {
                self.field.exclude(*option);
                let told = Event::Excluded {
                    option: self.journal.name(*option),
                    votes: self.journal.votes(self.tally[*option]),
                };
                self.journal.tell(told);
            }
            if self.field.fits() {
                for option in self.field.left().to_vec() {
                    self.elect(option, Reason::LastPlaces);
                    elected.push(option);
                }
            }
            self.end_round(&elected, &excluded);
            for option in excluded {
                self.tally[option] = 0;
            }
        }
        Vec::new()
    }

    fn elect(&mut self, option: usize, reason: Reason) {
        self.field.elect(option);
        let (option, votes) = (self.journal.name(option), self.journal.votes(self.tally[option]));
        self.journal.tell(Event::Elected { option, votes, reason });
    }

    fn end_round(&mut self, elected: &[usize], excluded: &[usize]) {
        let exhausted = self.valid - self.tally.iter().sum::<i128>();
        self.journal.end_round(&Standing { tally: &self.tally, exhausted, cut: 0, elected, excluded });
    }

    /// Hands votes on with keep factors that get ever closer to leaving each of the elected with the quota.
    fn iterate(&mut self) -> Ended {
        let roads = self.roads();
        let mut before = None;
        for times in 1.. {
            self.hand_on(&roads);
            let votes: i128 = self.tally.iter().sum();
            self.quota = votes / (i128::from(self.seats) + 1) + 1;
            let mut reached = self.field.left().to_vec();
            reached.retain(|option| self.tally[*option] >= self.quota);
            self.surplus = self.field.elected().iter().map(|option| self.tally[*option] - self.quota).sum();
            if !reached.is_empty() {
                reached.sort_by_key(|option| std::cmp::Reverse(self.tally[*option]));
                self.tell_iteration(times, votes);
                return Ended::Elected(reached);
            }
            if self.surplus <= SMALL || before.is_some_and(|before| self.surplus >= before) {
                self.tell_iteration(times, votes);
                return Ended::Settled;
            }
            let losers = self.certain_losers();
            if !losers.is_empty() {
                self.tell_iteration(times, votes);
                self.tell_losers(&losers);
                return Ended::CertainLosers(losers);
            }
            before = Some(self.surplus);
            for option in self.field.elected() {
                let kept = raised(i128::from(self.keep[*option]) * self.quota, ONE) * ONE;
                let keep = raised(kept, self.tally[*option].max(1)).min(ONE);
                self.keep[*option] = u64::try_from(keep).unwrap_or(ONE_KEPT);
            }
        }
        Ended::Settled
    }

    /// Only the elected hand anything on, so that each ballot counts up to the first that is still to be decided on.
    fn roads(&self) -> Roads {
        let mut roads = Roads::new();
        let is_elected: Vec<bool> =
            (0..self.tally.len()).map(|option| self.field.elected().contains(&option)).collect();
        let mut road = Vec::new();
        for (ballot, number) in self.ballots.iter() {
            road.clear();
            for ranked in preferences(ballot).unwrap_or_default() {
                let option = ranked.choice();
                if is_elected[option] {
                    road.push(option);
                } else if self.field.is_left(option) {
                    road.push(option);
                    break;
                }
            }
            match roads.get_mut(&road[..]) {
                Some(ballots) => *ballots += number,
                None => drop(roads.insert(road.clone().into(), number)),
            }
        }
        roads
    }

    /// Each option keeps its part of what reaches it, cut, and hands on the rest, cut.
    fn hand_on(&mut self, roads: &Roads) {
        self.tally.fill(0);
        for (road, ballots) in roads {
            let mut weight = ONE_KEPT;
            for option in road {
                let keep = self.keep[*option];
                self.tally[*option] += i128::from(weight * keep / ONE_KEPT) * i128::from(*ballots);
                weight = weight * (ONE_KEPT - keep) / ONE_KEPT;
            }
        }
    }

    /// The largest set of the lowest that leaves enough for the seats, parts no tied group, and whose votes together
    /// with the surplus stay below the next.
    fn certain_losers(&self) -> Vec<usize> {
        let mut upwards = self.field.left().to_vec();
        upwards.sort_by_key(|option| self.tally[*option]);
        let most = upwards.len().saturating_sub(self.field.vacancies());
        let (mut votes, mut certain) = (0, 0);
        for (at, pair) in upwards.windows(2).enumerate().take(most) {
            votes += self.tally[pair[0]];
            if votes + self.surplus < self.tally[pair[1]] {
                certain = at + 1;
            }
        }
        upwards.truncate(certain);
        upwards
    }

    /// Who is within the surplus of the lowest counts as tied with it.
    fn lowest(&mut self) -> Result<usize, Vec<usize>> {
        let least = self.field.left().iter().map(|option| self.tally[*option]).min().unwrap_or(0);
        let mut tied = self.field.left().to_vec();
        tied.retain(|option| self.tally[*option] <= least + self.surplus);
        self.journal.settle(Purpose::Exclude, &tied).ok_or(tied)
    }

    fn tell_iteration(&mut self, times: u32, votes: i128) {
        let (quota, votes) = (self.journal.votes(self.quota), self.journal.votes(votes));
        self.journal.tell(Event::Quota { quota, votes, seats: self.seats });
        if self.field.elected().is_empty() {
            return;
        }
        self.journal.tell(Event::Iterated { times, surplus: self.journal.votes(self.surplus) });
        for option in self.field.elected() {
            let share = self.journal.votes(self.keep[*option].into());
            self.journal.tell(Event::Keeps { option: self.journal.name(*option), share });
        }
    }

    fn tell_losers(&mut self, losers: &[usize]) {
        let votes = losers.iter().map(|option| self.tally[*option]).sum();
        let next = self.field.left().iter().filter(|option| !losers.contains(option));
        let next = next.map(|option| self.tally[*option]).min().unwrap_or(0);
        self.journal.tell(Event::CertainLosers {
            options: self.journal.names(losers),
            votes: self.journal.votes(votes),
            surplus: self.journal.votes(self.surplus),
            next: self.journal.votes(next),
        });
    }
}

/// Divided, and rounded up.
fn raised(number: i128, by: i128) -> i128 {
    (number + by - 1) / by
}
