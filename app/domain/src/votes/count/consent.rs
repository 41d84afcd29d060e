//! Consent: an option is carried unless somebody blocks it; of several carried ones the best median grade wins.

use super::{
    journal::{Journal, Standing, Verdict},
    median::{self, Middle, middle},
    outcome::Count,
    seats,
    ties::Ties,
    trace::{Event, Reason},
};
use crate::votes::{election::Consent, marks::Marked, method::Method, name::Name};

/// Who gives an option no grade has nothing to say about it. Blocked options come last, the fewest blocks first.
pub fn count(options: &[Name], ballots: &Marked, consent: &Consent, seats: u64, ties: &Ties) -> Count {
    let papers = ballots.papers();
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let all = 0..options.len();
    let middles: Vec<Middle> = all.clone().map(|option| middle(&ballots.given(option).collect())).collect();
    let grade = |grade: i64| {
        let known = usize::try_from(grade).ok().and_then(|at| consent.grades.get(at));
        known.cloned().unwrap_or_else(|| "".into())
    };
    median::tell(&mut journal, &middles, grade);
    let is_blocking = |grade: i64| usize::try_from(grade).is_ok_and(|grade| grade < consent.blocking);
    let blocks = |option: usize| {
        let blocking = ballots.given(option).filter(|(grade, _)| is_blocking(*grade));
        blocking.map(|(_, number)| number).sum::<u64>()
    };
    let blocks: Vec<u64> = all.clone().map(blocks).collect();
    for (option, blocks) in blocks.iter().enumerate().filter(|(_, blocks)| **blocks > 0) {
        journal.tell(Event::Blocked { option: journal.name(option), blocks: *blocks });
    }
    let worth: Vec<_> = blocks.iter().map(|blocks| std::cmp::Reverse(*blocks)).zip(middles).collect();
    let (carried, blocked): (Vec<_>, Vec<_>) =
        seats::places_by(&worth).into_iter().partition(|place| place.iter().all(|option| blocks[*option] == 0));
    let verdict = seats::fill(&mut journal, carried.clone(), seats, papers.valid > 0);
    let tally: Vec<i128> = all.map(|option| i128::from(ballots.givers(option) - blocks[option])).collect();
    for winner in verdict.winners.iter().filter(|winner| !verdict.tied.contains(winner)) {
        let (option, votes) = (journal.name(*winner), journal.votes(tally[*winner]));
        journal.tell(Event::Elected { option, votes, reason: Reason::BestGrade });
    }
    let excluded: Vec<usize> = blocked.iter().flatten().copied().collect();
    journal.end_round(&Standing { tally: &tally, excluded: &excluded, ..Standing::default() });
    let ranking = Some([carried, blocked].concat());
    journal.close(Method::Consent, papers, Verdict { ranking, ..verdict })
}
