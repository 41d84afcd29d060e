//! The product's own form of a vote, in which anyone gets it to count it again; `docs/VOTE-FORMAT.md` describes it.
//!
//! Ballots stand after everything else, so that a million of them are read without being kept one by one.

mod head;
mod outcome;
mod paper;
mod reading;

pub use head::{Aspect, Dotted, Entitled, Graded, Head, Listed, Ranks};
pub use outcome::{Beside, Decided, Outcome};
pub use paper::{Given, Marks, Paper};
pub use reading::{FORMAT, Reading, Vote};

#[cfg(test)]
mod tests;
