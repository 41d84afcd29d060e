//! Instant run-off: the one with fewest votes goes, until one has more than half of the votes that are left.

use super::{
    journal::{Journal, Standing, Verdict},
    outcome::{Count, Papers},
    ties::{Purpose, Ties},
    trace::{Event, Reason},
};
use crate::votes::{
    ballots::{Ballots, Ranked, preferences},
    method::Method,
    name::Name,
};

pub fn count(options: &[Name], ballots: &Ballots<Ranked>, ties: &Ties) -> Count {
    let papers = papers(ballots);
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let mut left: Vec<usize> = (0..options.len()).collect();
    loop {
        let (tally, exhausted) = tally(options.len(), ballots, &left);
        let standing = Standing { tally: &tally, exhausted, ..Standing::default() };
        let in_count: i128 = tally.iter().sum();
        if let Some(winner) = left.iter().copied().find(|option| 2 * tally[*option] > in_count) {
            let (option, votes) = (journal.name(winner), journal.votes(tally[winner]));
            let reason = Reason::Majority { of: journal.votes(in_count) };
            journal.tell(Event::Elected { option, votes, reason });
            journal.end_round(&Standing { elected: &[winner], ..standing });
            return close(journal, papers, vec![winner], Vec::new());
        }
        let least = left.iter().map(|option| tally[*option]).min().unwrap_or(0);
        let lowest: Vec<usize> = left.iter().copied().filter(|option| tally[*option] == least).collect();
        if lowest.len() == left.len() {
            return equal(journal, papers, &standing, left);
        }
        let Some(goes) = journal.settle(Purpose::Exclude, &lowest) else {
            journal.end_round(&standing);
            return close(journal, papers, Vec::new(), lowest);
        };
        let (option, votes) = (journal.name(goes), journal.votes(least));
        journal.tell(Event::Excluded { option, votes });
        journal.end_round(&Standing { excluded: &[goes], ..standing });
        left.retain(|option| *option != goes);
    }
}

/// All that are left have equally many votes: who wins is left to the rule for ties, if there was anything to count.
fn equal(mut journal: Journal<'_>, papers: Papers, standing: &Standing<'_>, left: Vec<usize>) -> Count {
    if let [first, ..] = left[..] {
        let (options, votes) = (journal.names(&left), journal.votes(standing.tally[first]));
        journal.tell(Event::Equal { options, votes });
    }
    let chosen = if papers.valid > 0 || left.len() == 1 { journal.settle(Purpose::Elect, &left) } else { None };
    journal.end_round(&Standing { elected: chosen.as_slice(), ..*standing });
    match chosen {
        Some(winner) => close(journal, papers, vec![winner], Vec::new()),
        None => close(journal, papers, left.clone(), left),
    }
}

fn close(journal: Journal<'_>, papers: Papers, winners: Vec<usize>, tied: Vec<usize>) -> Count {
    journal.close(Method::Irv, papers, Verdict { seats: Some(1), winners, tied, ..Verdict::default() })
}

/// Ballots on which only one first preference counts, by whether they have one.
pub(super) fn papers(ballots: &Ballots<Ranked>) -> Papers {
    let mut papers = Papers { invalid: ballots.invalid(), ..Papers::default() };
    for (ballot, number) in ballots.iter() {
        match preferences(ballot) {
            None => papers.invalid += number,
            Some([]) => papers.blank += number,
            Some(_) => papers.valid += number,
        }
    }
    papers
}

/// Every ballot's vote for the first option that it names and that is left; and those that name nobody more.
fn tally(options: usize, ballots: &Ballots<Ranked>, left: &[usize]) -> (Vec<i128>, i128) {
    let mut is_left = vec![false; options];
    left.iter().for_each(|option| is_left[*option] = true);
    let (mut tally, mut exhausted) = (vec![0; options], 0);
    for (ballot, number) in ballots.iter() {
        let Some(preferences @ [_, ..]) = preferences(ballot) else { continue };
        match preferences.iter().find(|ranked| is_left[ranked.choice()]) {
            Some(ranked) => tally[ranked.choice()] += i128::from(number),
            None => exhausted += i128::from(number),
        }
    }
    (tally, exhausted)
}
