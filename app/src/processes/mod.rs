//! Processes: what is being done together, and how far it has come.

mod table;

pub use self::table::{NextLine, ProcessLine, Processes};
#[cfg(feature = "ssr")]
pub use self::table::{line, next_line};
