//! Why a page or a form did not get what it asked for, as the browser sees it.

use domain::problem::Problem;
use leptos::{
    prelude::{FromServerFnError, ServerFnErrorErr},
    server_fn::codec::JsonEncoding,
};
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

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::NoContact,
            _ => Self::Problem(Problem::Unavailable { incident: String::new() }),
        }
    }
}
