//! Votes: ballots, the methods by which they are counted, the rules that say what a count decides.

pub mod ballots;
pub mod count;
pub mod decimal;
pub mod election;
pub mod export;
pub mod files;
mod fingerprint;
pub mod marks;
pub mod method;
pub mod name;
pub mod rules;
