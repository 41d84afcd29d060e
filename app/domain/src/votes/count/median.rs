//! Median grade: the option with the best middle grade wins.
//!
//! Of options with one median, the one is better of which more ballots are above it than below it, by the difference;
//! then the one of which more are above; then they are tied.

use std::collections::BTreeMap;

use super::{
    journal::{Journal, Standing},
    outcome::Count,
    score::papers,
    seats,
    ties::Ties,
    trace::{Event, Reason},
};
use crate::votes::{
    ballots::{Ballots, Mark},
    election::Scale,
    method::{Method, Variant},
    name::Name,
};

/// How many gave each grade.
pub(super) type Grades = BTreeMap<i64, u64>;

/// What an option is worth: later fields decide where earlier ones are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Middle {
    pub grade: i64,
    /// Better less worse.
    pub lead: i128,
    pub better: u64,
    pub worse: u64,
}

/// Who gives an option no grade gives it the worst.
pub fn count(options: &[Name], ballots: &Ballots<Mark>, scale: Option<&Scale>, seats: u64, ties: &Ties) -> Count {
    let fits = |ballot: &[Mark]| scale.is_none_or(|scale| scale.holds(ballot));
    let papers = papers(ballots, fits);
    let mut given = vec![Grades::new(); options.len()];
    for (ballot, number) in ballots.iter().filter(|(ballot, _)| fits(ballot)) {
        for mark in ballot {
            *given[usize::from(mark.choice)].entry(mark.value).or_default() += number;
        }
    }
    let worst = scale.map_or_else(|| lowest(&given).min(0), |scale| scale.least);
    for grades in &mut given {
        let silent = papers.valid - grades.values().sum::<u64>();
        *grades.entry(worst).or_default() += silent;
    }
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let middles: Vec<Middle> = given.iter().map(middle).collect();
    let name = |grade: i64| scale.map_or_else(|| grade.to_string().as_str().into(), |scale| scale.grade(grade));
    tell(&mut journal, &middles, name);
    let verdict = seats::fill(&mut journal, seats::places_by(&middles), seats, papers.valid > 0);
    let tally: Vec<i128> = middles.iter().map(|middle| middle.grade.into()).collect();
    for winner in verdict.winners.iter().filter(|winner| !verdict.tied.contains(winner)) {
        let (option, votes) = (journal.name(*winner), journal.votes(tally[*winner]));
        journal.tell(Event::Elected { option, votes, reason: Reason::BestGrade });
    }
    journal.end_round(&Standing { tally: &tally, ..Standing::default() });
    Count { variant: Some(Variant::Median), ..journal.close(Method::Score, papers, verdict) }
}

pub(super) fn tell(journal: &mut Journal<'_>, middles: &[Middle], name: impl Fn(i64) -> Name) {
    for (option, middle) in middles.iter().enumerate() {
        let Middle { grade, better, worse, .. } = *middle;
        journal.tell(Event::Median { option: journal.name(option), grade: name(grade), better, worse });
    }
}

/// The grade in the middle; of an even number the worse of the two.
pub(super) fn middle(grades: &Grades) -> Middle {
    let of: u64 = grades.values().sum();
    let (mut worse, mut grade) = (0, 0);
    for (at, number) in grades {
        grade = *at;
        if worse + number >= of.div_ceil(2) {
            break;
        }
        worse += number;
    }
    let better = of - worse - grades.get(&grade).copied().unwrap_or(0);
    Middle { grade, lead: i128::from(better) - i128::from(worse), better, worse }
}

fn lowest(given: &[Grades]) -> i64 {
    given.iter().filter_map(|grades| grades.keys().next()).min().copied().unwrap_or(0)
}

impl Scale {
    /// What a grade is called.
    pub(super) fn grade(&self, grade: i64) -> Name {
        let at = usize::try_from(grade.saturating_sub(self.least)).ok();
        at.and_then(|at| self.grades.get(at)).cloned().unwrap_or_else(|| grade.to_string().as_str().into())
    }
}
