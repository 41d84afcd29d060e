//! Consent: an option is carried unless somebody blocks it; of several carried ones the best median grade wins.

use super::{
    journal::{Journal, Standing, Verdict},
    median::{self, Grades, Middle, middle},
    outcome::Count,
    score::papers,
    seats,
    ties::Ties,
    trace::{Event, Reason},
};
use crate::votes::{
    ballots::{Ballots, Mark},
    election::Consent,
    method::Method,
    name::Name,
};

/// Who gives an option no grade has nothing to say about it. Blocked options come last, the fewest blocks first.
pub fn count(options: &[Name], ballots: &Ballots<Mark>, consent: &Consent, seats: u64, ties: &Ties) -> Count {
    let is_grade = |mark: &Mark| usize::try_from(mark.value).is_ok_and(|grade| grade < consent.grades.len());
    let fits = |ballot: &[Mark]| ballot.iter().all(is_grade);
    let papers = papers(ballots, fits);
    let mut given = vec![Grades::new(); options.len()];
    for (ballot, number) in ballots.iter().filter(|(ballot, _)| fits(ballot)) {
        for mark in ballot {
            *given[usize::from(mark.choice)].entry(mark.value).or_default() += number;
        }
    }
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let middles: Vec<Middle> = given.iter().map(middle).collect();
    let grade = |grade: i64| {
        let known = usize::try_from(grade).ok().and_then(|at| consent.grades.get(at));
        known.cloned().unwrap_or_else(|| "".into())
    };
    median::tell(&mut journal, &middles, grade);
    let blocks = |grades: &Grades| {
        let blocking = i64::try_from(consent.blocking).unwrap_or(i64::MAX);
        grades.range(..blocking).map(|(_, number)| number).sum::<u64>()
    };
    let blocks: Vec<u64> = given.iter().map(blocks).collect();
    for (option, blocks) in blocks.iter().enumerate().filter(|(_, blocks)| **blocks > 0) {
        journal.tell(Event::Blocked { option: journal.name(option), blocks: *blocks });
    }
    let worth: Vec<_> = blocks.iter().map(|blocks| std::cmp::Reverse(*blocks)).zip(middles).collect();
    let (carried, blocked): (Vec<_>, Vec<_>) =
        seats::places_by(&worth).into_iter().partition(|place| place.iter().all(|option| blocks[*option] == 0));
    let verdict = seats::fill(&mut journal, carried.clone(), seats, papers.valid > 0);
    let consenting = |(grades, blocks): (&Grades, &u64)| i128::from(grades.values().sum::<u64>() - blocks);
    let tally: Vec<i128> = given.iter().zip(&blocks).map(consenting).collect();
    for winner in verdict.winners.iter().filter(|winner| !verdict.tied.contains(winner)) {
        let (option, votes) = (journal.name(*winner), journal.votes(tally[*winner]));
        journal.tell(Event::Elected { option, votes, reason: Reason::BestGrade });
    }
    let excluded: Vec<usize> = blocked.iter().flatten().copied().collect();
    journal.end_round(&Standing { tally: &tally, excluded: &excluded, ..Standing::default() });
    let ranking = Some([carried, blocked].concat());
    journal.close(Method::Consent, papers, Verdict { ranking, ..verdict })
}
