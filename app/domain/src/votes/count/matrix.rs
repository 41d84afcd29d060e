//! Criteria matrix: options by the weighted mean of what is answered about them, requirements apart.

use num_rational::BigRational;

use super::{
    journal::{Journal, Standing, Verdict},
    outcome::{Count, Round},
    score::papers,
    seats,
    ties::Ties,
    trace::{Event, Reason, Stands},
};
use crate::votes::{
    ballots::{Ballots, Mark},
    decimal::Decimal,
    election::{Level, Matrix},
    method::Method,
    name::Name,
};

/// Answers to a requirement, as marks.
pub const UNMET: i64 = 0;
pub const UNCLEAR: i64 = 1;
pub const MET: i64 = 2;

/// All answers about one option and one criterion.
#[derive(Clone, Default)]
struct Answers {
    number: u64,
    sum: i128,
    unmet: u64,
    met: u64,
}

/// What fails a requirement is listed apart, and no mean makes up for it.
pub fn count(options: &[Name], ballots: &Ballots<Mark>, matrix: &Matrix, seats: u64, ties: &Ties) -> Count {
    let fits = |ballot: &[Mark]| ballot.iter().all(|mark| matrix.allows(mark));
    let papers = papers(ballots, fits);
    let mut answers = vec![Answers::default(); options.len() * matrix.criteria.len()];
    for (ballot, number) in ballots.iter().filter(|(ballot, _)| fits(ballot)) {
        for mark in ballot {
            let cell = &mut answers[usize::from(mark.choice)];
            cell.number += number;
            cell.sum += i128::from(number) * i128::from(mark.value);
            cell.unmet += if mark.value == UNMET { number } else { 0 };
            cell.met += if mark.value == MET { number } else { 0 };
        }
    }
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let (apart, fit): (Vec<usize>, Vec<usize>) =
        (0..options.len()).partition(|option| fails(&mut journal, matrix, &answers, *option));
    let means: Vec<BigRational> =
        (0..options.len()).map(|option| weighted(&mut journal, matrix, &answers, option)).collect();
    let ranking: Vec<Vec<usize>> = seats::places_by(&means)
        .into_iter()
        .map(|place| place.into_iter().filter(|option| fit.contains(option)).collect::<Vec<_>>())
        .filter(|place| !place.is_empty())
        .collect();
    let verdict = seats::fill(&mut journal, ranking, seats, papers.valid > 0);
    for winner in verdict.winners.iter().filter(|winner| !verdict.tied.contains(winner)) {
        let (option, votes) = (journal.name(*winner), Decimal::told(&means[*winner]));
        journal.tell(Event::Elected { option, votes, reason: Reason::BestGrade });
    }
    journal.end_round(&Standing { excluded: &apart, ..Standing::default() });
    let count = journal.close(Method::Matrix, papers, Verdict { ..verdict });
    let tally = || options.iter().cloned().zip(means.iter().map(Decimal::told)).collect();
    let rounds = count.rounds.into_iter().map(|round| Round { tally: tally(), ..round }).collect();
    Count { rounds, ..count }
}

/// Tells how the option stands to each requirement; whether it fails one.
fn fails(journal: &mut Journal<'_>, matrix: &Matrix, answers: &[Answers], option: usize) -> bool {
    let mut fails = false;
    let requirements = matrix.criteria.iter().enumerate().filter(|(_, criterion)| criterion.weight.is_none());
    for (at, criterion) in requirements {
        let Answers { number, unmet, met, .. } = answers[matrix.cell(option, at)];
        let stands = match unmet.cmp(&met) {
            std::cmp::Ordering::Greater => Stands::Failed,
            std::cmp::Ordering::Equal => Stands::Unclear,
            std::cmp::Ordering::Less => Stands::Met,
        };
        fails |= stands == Stands::Failed;
        let (option, criterion, unclear) = (journal.name(option), criterion.name.clone(), number - met - unmet);
        journal.tell(Event::Requirement { option, criterion, met, unmet, unclear, stands });
    }
    fails
}

/// The mean of the means, by the weights of their criteria.
fn weighted(journal: &mut Journal<'_>, matrix: &Matrix, answers: &[Answers], option: usize) -> BigRational {
    let (mut sum, mut weights) = (BigRational::from_integer(0.into()), 0_u128);
    for (at, criterion) in matrix.criteria.iter().enumerate() {
        let Some(weight) = criterion.weight else { continue };
        let cell = &answers[matrix.cell(option, at)];
        let (option, criterion) = (journal.name(option), criterion.name.clone());
        let mean = if cell.number == 0 {
            let least = Decimal::whole(matrix.scale.least.into());
            journal.tell(Event::NoAnswer { option, criterion, least });
            BigRational::from_integer(matrix.scale.least.into())
        } else {
            let mean = BigRational::new(cell.sum.into(), cell.number.into());
            let (told, answers) = (Decimal::told(&mean), cell.number);
            journal.tell(Event::Mean { option, criterion, mean: told, weight, answers });
            mean
        };
        sum += mean * BigRational::from_integer(weight.into());
        weights += u128::from(weight);
    }
    let mean = if weights == 0 { sum } else { sum / BigRational::from_integer(weights.into()) };
    let reached = |level: &&Level| mean >= BigRational::from_integer(level.at_least.into());
    let level = matrix.levels.iter().find(reached).map(|level| level.name.clone());
    journal.tell(Event::Weighted { option: journal.name(option), mean: Decimal::told(&mean), level });
    mean
}

impl Matrix {
    fn allows(&self, mark: &Mark) -> bool {
        let criterion = &self.criteria[usize::from(mark.choice) % self.criteria.len()];
        match criterion.weight {
            Some(_) => (self.scale.least..=self.scale.most).contains(&mark.value),
            None => [UNMET, UNCLEAR, MET].contains(&mark.value),
        }
    }
}
