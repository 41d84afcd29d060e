//! Votes: how a count went, sentence by sentence, and what is wrong with a file of ballots.

use domain::votes::{
    count::{Event, Step},
    export::Decided,
    files::Flaw,
    name::Name,
};

pub mod en;
pub mod sv;

pub struct VoteWords {
    pub winner: &'static str,
    pub elected: &'static str,
    pub tie: &'static str,
    pub estimate: &'static str,
    /// Nobody is elected, and no tie is open.
    pub nobody: &'static str,
    pub round: fn(u32) -> String,
    /// Votes that have passed to nobody.
    pub exhausted: &'static str,
    /// Money that nobody has paid for anything.
    pub unspent: &'static str,
    /// What cutting decimals has lost.
    pub cut: &'static str,
    pub by_organisations: fn(parts: u64) -> String,
    pub hands: fn(u64) -> String,
    pub event: fn(&Event) -> String,
    /// One sentence for each thing that was asked of a decision.
    pub decided: fn(&Decided) -> Vec<String>,
    /// Where something is wrong in a file, and what.
    pub fault: fn(line: u64, column: u64, what: &str) -> String,
    pub flaw: fn(&Flaw) -> String,
}

impl VoteWords {
    /// What happened in one step of a count.
    pub fn step(&self, step: &Step) -> String {
        (self.event)(&step.event)
    }
}

/// `A, B and C`.
fn list(names: &[Name], and: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.to_string(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(Name::as_str).collect();
            format!("{} {and} {last}", first.join(", "))
        }
    }
}

#[cfg(test)]
mod tests;
