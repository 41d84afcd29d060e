//! A vote as it is read: its options, what it is about, and its ballots.

use super::{
    ballots::{Ballots, Choice, Ranked},
    marks::{Mark, Marked},
    method::{BallotKind, Method},
    name::Name,
};

#[derive(Debug)]
pub struct Election {
    pub options: Vec<Name>,
    /// How many are to be elected, where the file says so.
    pub seats: Option<u64>,
    pub frame: Frame,
    pub ballots: Cast,
}

/// What a ballot may say, and what the options are measured by, beyond their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    #[default]
    Plain,
    Budget(Budget),
    Scale(Scale),
    Dots(Dots),
    Consent(Consent),
    Matrix(Matrix),
}

/// Answers to a requirement, as marks.
pub const UNMET: i64 = 0;
pub const UNCLEAR: i64 = 1;
pub const MET: i64 = 2;

impl Frame {
    /// Whether a ballot may give this.
    pub fn allows(&self, ballot: &[Mark]) -> bool {
        match self {
            Self::Plain | Self::Budget(_) => true,
            Self::Scale(scale) => ballot.iter().all(|mark| scale.holds(mark.value)),
            Self::Dots(dots) => dots.allow(ballot),
            Self::Consent(consent) => {
                let is_grade = |value: i64| usize::try_from(value).is_ok_and(|grade| grade < consent.grades.len());
                ballot.iter().all(|mark| is_grade(mark.value))
            }
            Self::Matrix(matrix) => ballot.iter().all(|mark| matrix.allows(mark)),
        }
    }
}

/// From the worst score to the best; grades have names, the worst first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub least: i64,
    pub most: i64,
    pub grades: Vec<Name>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dots {
    /// How many a ballot has.
    pub budget: u64,
    /// How many of them may go to one option.
    pub limit: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// From the worst to the best.
    pub grades: Vec<Name>,
    /// So many of the worst grades block.
    pub blocking: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    pub criteria: Vec<Criterion>,
    pub scale: Scale,
    /// The best first.
    pub levels: Vec<Level>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    pub name: Name,
    /// A requirement has none: it is met or not.
    pub weight: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub name: Name,
    pub at_least: i64,
}

impl Scale {
    fn holds(&self, value: i64) -> bool {
        (self.least..=self.most).contains(&value)
    }
}

impl Dots {
    fn allow(self, ballot: &[Mark]) -> bool {
        let spent: i128 = ballot.iter().map(|mark| i128::from(mark.value)).sum();
        let limit = self.limit.map_or(i128::MAX, i128::from);
        spent <= i128::from(self.budget) && ballot.iter().all(|mark| (0..=limit).contains(&mark.value.into()))
    }
}

impl Matrix {
    fn allows(&self, mark: &Mark) -> bool {
        match self.criteria[usize::from(mark.choice) % self.criteria.len()].weight {
            Some(_) => self.scale.holds(mark.value),
            None => [UNMET, UNCLEAR, MET].contains(&mark.value),
        }
    }

    /// Where the answers about an option and a criterion stand among the marks of a ballot.
    pub fn cell(&self, option: usize, criterion: usize) -> usize {
        option * self.criteria.len() + criterion
    }
}

/// Money to be spent on options that cost something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// In hundredths, like every cost.
    pub total: u64,
    /// What each option costs, in their order; never nothing.
    pub costs: Vec<u64>,
}

#[derive(Debug)]
pub enum Cast {
    Ranked(Ballots<Ranked>),
    Approved(Ballots<Choice>),
    Marked(Marked),
}

impl Cast {
    pub fn for_method(method: Method) -> Self {
        match method.ballots() {
            BallotKind::Ranked => Self::Ranked(Ballots::default()),
            BallotKind::Approved => Self::Approved(Ballots::default()),
            BallotKind::Marked => Self::Marked(Marked::default()),
        }
    }
}
