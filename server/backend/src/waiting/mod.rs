//! What waits for whom, kept: features say what they expect of whom and when it is done; the start page shows it.

mod entity;
mod expectation;
mod giving;
mod list;
mod start;

pub(crate) use expectation::{Expected, expect, fulfil};
pub use giving::{give_to_substitute, take_back};
pub use list::{ForWhom, WaitingRow, waiting};
pub use start::{NextThing, Start, start};

#[cfg(test)]
mod tests;
