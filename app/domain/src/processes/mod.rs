//! Processes: pieces of work with a timetable, who decides what in them, to whom they are open, and what they hand over.

mod access;
mod delivery;
mod kind;
mod process;
mod timetable;

pub use access::{Access, Level, level};
pub use delivery::Delivery;
pub use kind::{Kind, PhaseKind};
pub use process::{Mandate, MandateFields, NewProcess, NewProcessFields, Process, ProcessFields};
pub use timetable::{Following, Phase, PhaseEvent, PhaseState, Timetable};

#[cfg(test)]
mod tests;
