//! Median grade: the option with the best middle grade wins.
//!
//! Of options with one median, the one is better of which more ballots are above it than below it, by the difference;
//! then the one of which more are above; then they are tied.

use super::{
    journal::{Journal, Standing},
    outcome::Count,
    seats,
    ties::Ties,
    trace::{Event, Reason},
};
use crate::votes::{
    election::Scale,
    marks::{Marked, Numbers},
    method::{Method, Variant},
    name::Name,
};

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
pub fn count(options: &[Name], ballots: &Marked, scale: Option<&Scale>, seats: u64, ties: &Ties) -> Count {
    let papers = ballots.papers();
    let lowest = (0..options.len()).filter_map(|option| ballots.given(option).next()).map(|(grade, _)| grade).min();
    let worst = scale.map_or_else(|| lowest.unwrap_or(0).min(0), |scale| scale.least);
    let graded = |option: usize| {
        let mut grades: Numbers = ballots.given(option).collect();
        *grades.entry(worst).or_default() += papers.valid - ballots.givers(option);
        grades
    };
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let middles: Vec<Middle> = (0..options.len()).map(|option| middle(&graded(option))).collect();
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
pub(super) fn middle(grades: &Numbers) -> Middle {
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

impl Scale {
    /// What a grade is called.
    pub(super) fn grade(&self, grade: i64) -> Name {
        let at = usize::try_from(grade.saturating_sub(self.least)).ok();
        at.and_then(|at| self.grades.get(at)).cloned().unwrap_or_else(|| grade.to_string().as_str().into())
    }
}
