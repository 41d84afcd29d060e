//! Imports: rows of a file that are to become organisations or seats; each is taken or refused with its reason.

mod organisations;
mod seats;

use serde::{Deserialize, Serialize};

pub use organisations::organisations;
pub use seats::{NewSeat, Surroundings, seats};

use crate::{
    csv::{RowFault, Sheet},
    moment::Moment,
    named::choices,
    problem::{Fault, Problem, Reason},
};

choices! {
    ImportKind {
        Organisations = "organisations",
        /// With the persons who hold them.
        Seats = "seats",
    }
}

choices! {
    /// Nothing is made before it was confirmed, and what was made can be unmade.
    ImportState {
        Reading = "reading",
        Previewed = "previewed",
        Writing = "writing",
        Written = "written",
        Undone = "undone",
        /// The file could not be read, or what it was to become could not be made.
        Failed = "failed",
    }
}

impl ImportState {
    /// Only what was looked through, and holds something, is confirmed; once.
    pub fn confirm(self, rows: usize, since: Moment) -> Result<Self, Problem> {
        match self {
            Self::Previewed if rows > 0 => Ok(Self::Writing),
            Self::Previewed => Err(Problem::invalid("file", Reason::Missing)),
            _ => Err(Problem::Closed { since }),
        }
    }

    pub fn undo(self, since: Moment) -> Result<Self, Problem> {
        if self == Self::Written { Ok(Self::Undone) } else { Err(Problem::Closed { since }) }
    }
}

/// More at once nobody looks through.
pub const MOST_ROWS: usize = 5_000;

/// What a file would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows<T> {
    pub good: Vec<T>,
    pub refused: Vec<RowFault>,
}

/// As it is kept and shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub good: usize,
    pub refused: Vec<RowFault>,
}

impl<T> Rows<T> {
    pub fn summary(&self) -> Summary {
        Summary { good: self.good.len(), refused: self.refused.clone() }
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { good: Vec::new(), refused: Vec::new() }
    }
}

impl<T> Rows<T> {
    fn add(&mut self, line: u32, read: Result<T, Vec<Fault>>) {
        match read {
            Ok(row) => self.good.push(row),
            Err(faults) => self.refused.push(RowFault { line, faults }),
        }
    }
}

fn expect_few(sheet: &Sheet) -> Result<(), Problem> {
    let max = u32::try_from(MOST_ROWS).unwrap_or(u32::MAX);
    if sheet.rows.len() > MOST_ROWS { Err(Problem::invalid("file", Reason::TooMany { max })) } else { Ok(()) }
}

/// The faults of a row that was read as a form is.
fn faults(problem: Problem) -> Vec<Fault> {
    match problem {
        Problem::Invalid { faults } => faults,
        _ => vec![Fault { field: String::new(), reason: Reason::UnknownChoice }],
    }
}

#[cfg(test)]
mod tests;
