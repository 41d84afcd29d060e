//! Schulze: an option wins if its strongest path to every other is at least as strong as the way back.

use super::{
    journal::{Journal, Standing},
    outcome::{Count, Papers},
    seats,
    ties::Ties,
    trace::{Event, Reason},
};
use crate::votes::{
    ballots::{Ballots, Ranked, places},
    method::Method,
    name::Name,
};

/// Numbers for every pair of options.
type Pairs = Vec<Vec<u64>>;

pub fn count(options: &[Name], ballots: &Ballots<Ranked>, seats: u64, ties: &Ties) -> Count {
    let mut papers = Papers { invalid: ballots.invalid(), ..Papers::default() };
    for (ballot, number) in ballots.iter() {
        if ballot.is_empty() {
            papers.blank += number;
        } else {
            papers.valid += number;
        }
    }
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let preferred = preferred(options.len(), ballots);
    let strengths = strongest_paths(&preferred);
    tell(&mut journal, &preferred, &strengths);
    let verdict = seats::fill(&mut journal, ranking(&strengths), seats, papers.valid > 0);
    // A winner's votes are those of its narrowest pair.
    let narrowest = |option: usize| {
        let others = (0..options.len()).filter(|other| *other != option);
        others.map(|other| preferred[option][other]).min().unwrap_or(papers.valid)
    };
    let tally: Vec<i128> = (0..options.len()).map(|option| i128::from(narrowest(option))).collect();
    for winner in verdict.winners.iter().filter(|winner| !verdict.tied.contains(winner)) {
        let (option, votes) = (journal.name(*winner), journal.votes(tally[*winner]));
        journal.tell(Event::Elected { option, votes, reason: Reason::Unbeaten });
    }
    journal.end_round(&Standing { tally: &tally, ..Standing::default() });
    journal.close(Method::Schulze, papers, verdict)
}

/// How many ballots place one option above another. Those that a ballot does not name stand together below all others.
fn preferred(options: usize, ballots: &Ballots<Ranked>) -> Pairs {
    let mut preferred = vec![vec![0; options]; options];
    let mut unseen = vec![true; options];
    for (ballot, number) in ballots.iter() {
        unseen.fill(true);
        for place in places(ballot) {
            place.iter().for_each(|ranked| unseen[ranked.choice()] = false);
            for ranked in place {
                for (pair, below) in preferred[ranked.choice()].iter_mut().zip(&unseen) {
                    *pair += if *below { number } else { 0 };
                }
            }
        }
    }
    preferred
}

/// The strength of a defeat is the votes for its winner; a path is as strong as its weakest defeat.
fn strongest_paths(preferred: &Pairs) -> Pairs {
    let options = preferred.len();
    let defeat = |one: usize, other: usize| match preferred[one][other] {
        votes if votes > preferred[other][one] => votes,
        _ => 0,
    };
    let mut strengths: Pairs = (0..options).map(|one| (0..options).map(|other| defeat(one, other)).collect()).collect();
    for over in 0..options {
        let onward = strengths[over].clone();
        for row in &mut strengths {
            let reached = row[over];
            for (strength, onward) in row.iter_mut().zip(&onward) {
                *strength = (*strength).max(reached.min(*onward));
            }
        }
    }
    strengths
}

/// Each place holds those whom nobody else beats of the ones that are not placed yet.
fn ranking(strengths: &Pairs) -> Vec<Vec<usize>> {
    let mut left: Vec<usize> = (0..strengths.len()).collect();
    let mut ranking = Vec::new();
    while !left.is_empty() {
        let beaten = |option: usize| left.iter().any(|other| strengths[*other][option] > strengths[option][*other]);
        let (lower, place): (Vec<usize>, Vec<usize>) = left.iter().partition(|option| beaten(**option));
        ranking.push(place);
        left = lower;
    }
    ranking
}

fn tell(journal: &mut Journal<'_>, preferred: &Pairs, strengths: &Pairs) {
    let votes = |number: u64| number.into();
    let pairs = || (0..preferred.len()).flat_map(|one| (one + 1..preferred.len()).map(move |other| (one, other)));
    for (one, other) in pairs() {
        let (option, other_name) = (journal.name(one), journal.name(other));
        let (votes, against) = (votes(preferred[one][other]), votes(preferred[other][one]));
        journal.tell(Event::Pair { option, other: other_name, votes, against });
    }
    for (one, other) in pairs() {
        let (winner, loser) = if strengths[one][other] >= strengths[other][one] { (one, other) } else { (other, one) };
        let (strength, back) = (strengths[winner][loser], strengths[loser][winner]);
        if strength > back {
            let (winner, loser) = (journal.name(winner), journal.name(loser));
            journal.tell(Event::Path { winner, loser, strength: votes(strength), back: votes(back) });
        }
    }
}
