//! Why a page or a form did not get what it asked for, as the browser sees it.

use domain::problem::Problem;
use serde::{Deserialize, Serialize};
use words::Words;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The server said no, and why.
    Problem(Problem),
    /// The server was not reached.
    NoContact,
}

impl Refusal {
    /// The server answered in a way that nobody here understands.
    pub fn unavailable() -> Self {
        Self::Problem(Problem::Unavailable { incident: String::new() })
    }

    /// The sentence for it, which says what to do next.
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::Problem(problem) => words.problems().text(problem),
            Self::NoContact => words.shell().no_contact.to_owned(),
        }
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}
