//! Criteria matrix: options by the weighted mean of what is answered about them, requirements apart.

use num_rational::BigRational;

use super::{
    journal::{Journal, Standing},
    outcome::{Count, Round},
    seats,
    ties::Ties,
    trace::{Event, Reason, Stands},
};
use crate::votes::{
    decimal::Decimal,
    election::{Level, MET, Matrix, UNCLEAR, UNMET},
    marks::Marked,
    method::Method,
    name::Name,
};

/// What fails a requirement is listed apart, and no mean makes up for it.
pub fn count(options: &[Name], ballots: &Marked, matrix: &Matrix, seats: u64, ties: &Ties) -> Count {
    let papers = ballots.papers();
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let (apart, fit): (Vec<usize>, Vec<usize>) =
        (0..options.len()).partition(|option| fails(&mut journal, matrix, ballots, *option));
    let means: Vec<BigRational> =
        (0..options.len()).map(|option| weighted(&mut journal, matrix, ballots, option)).collect();
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
    let count = journal.close(Method::Matrix, papers, verdict);
    let tally = || options.iter().cloned().zip(means.iter().map(Decimal::told)).collect();
    let rounds = count.rounds.into_iter().map(|round| Round { tally: tally(), ..round }).collect();
    Count { rounds, ..count }
}

/// Tells how the option stands to each requirement; whether it fails one.
fn fails(journal: &mut Journal<'_>, matrix: &Matrix, ballots: &Marked, option: usize) -> bool {
    let mut fails = false;
    let requirements = matrix.criteria.iter().enumerate().filter(|(_, criterion)| criterion.weight.is_none());
    for (at, criterion) in requirements {
        let say = |answer: i64| {
            let same = ballots.given(matrix.cell(option, at)).filter(|(value, _)| *value == answer);
            same.map(|(_, number)| number).sum::<u64>()
        };
        let (unmet, met, unclear) = (say(UNMET), say(MET), say(UNCLEAR));
        let stands = match unmet.cmp(&met) {
            std::cmp::Ordering::Greater => Stands::Failed,
            std::cmp::Ordering::Equal => Stands::Unclear,
            std::cmp::Ordering::Less => Stands::Met,
        };
        fails |= stands == Stands::Failed;
        let (option, criterion) = (journal.name(option), criterion.name.clone());
        journal.tell(Event::Requirement { option, criterion, met, unmet, unclear, stands });
    }
    fails
}

/// The mean of the means, by the weights of their criteria.
fn weighted(journal: &mut Journal<'_>, matrix: &Matrix, ballots: &Marked, option: usize) -> BigRational {
    let (mut sum, mut weights) = (BigRational::from_integer(0.into()), 0_u128);
    for (at, criterion) in matrix.criteria.iter().enumerate() {
        let Some(weight) = criterion.weight else { continue };
        let cell = matrix.cell(option, at);
        let answers = ballots.givers(cell);
        let (option, criterion) = (journal.name(option), criterion.name.clone());
        let mean = if answers == 0 {
            let least = Decimal::whole(matrix.scale.least.into());
            journal.tell(Event::NoAnswer { option, criterion, least });
            BigRational::from_integer(matrix.scale.least.into())
        } else {
            let mean = BigRational::new(ballots.sum(cell).into(), answers.into());
            let told = Decimal::told(&mean);
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
