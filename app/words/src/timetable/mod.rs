//! What kinds of processes and their phases are called, and how far one has come.

use domain::processes::{Kind, PhaseKind};

pub mod en;
pub mod sv;

pub struct TimetableWords {
    pub kind: fn(Kind) -> &'static str,
    pub phase: fn(PhaseKind) -> &'static str,
    /// In the middle of a sentence.
    pub the_phase: fn(PhaseKind) -> &'static str,
    pub begins: fn(the_phase: &str) -> String,
    pub ends: fn(the_phase: &str) -> String,
    pub number: fn(number: usize, all: usize) -> String,
    pub not_begun: &'static str,
    pub nothing_left: &'static str,

    pub process: &'static str,
    pub phase_column: &'static str,
    pub how_far: &'static str,
    pub next_date: &'static str,
}
