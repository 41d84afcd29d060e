//! What a phase has to deliver, to whom, and that it was delivered.

use super::kind::PhaseKind;
use crate::{
    moment::Moment,
    problem::{Faults, Problem, What},
    wording::paragraphs,
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    pub what: String,
    pub to_whom: String,
    pub delivered_at: Option<Moment>,
    /// How it was done and where it is found.
    pub note: String,
}

impl Delivery {
    pub const TEXT_MAX: u32 = 1_000;

    /// What is to be delivered; it may be said anew until it has been.
    pub fn plan(&self, phase: PhaseKind, what: &str, to_whom: &str) -> Result<Self, Problem> {
        self.is_open(phase)?;
        let mut faults = Faults::default();
        let what = faults.check("what", paragraphs(what, Self::TEXT_MAX));
        let to_whom = faults.check("to_whom", paragraphs(to_whom, Self::TEXT_MAX));
        faults.whole(what.zip(to_whom)).map(|(what, to_whom)| Self { what, to_whom, ..self.clone() })
    }

    pub fn deliver(&self, phase: PhaseKind, note: &str, now: Moment) -> Result<Self, Problem> {
        self.is_open(phase)?;
        let mut faults = Faults::default();
        let note = faults.check("note", paragraphs(note, Self::TEXT_MAX));
        faults.whole(note).map(|note| Self { note, delivered_at: Some(now), ..self.clone() })
    }

    fn is_open(&self, phase: PhaseKind) -> Result<(), Problem> {
        match self.delivered_at {
            _ if !phase.delivers() => Err(Problem::not_found(What::Phase)),
            Some(since) => Err(Problem::Closed { since }),
            None => Ok(()),
        }
    }
}
