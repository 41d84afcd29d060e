//! Processes: what is being done together, how far it has come, and who decides what in it.

mod list;
mod mandate;
mod one;
mod picture;
mod table;
mod timetable;

use crate::pages;

pub use self::table::{NextLine, ProcessLine, Processes};
#[cfg(feature = "ssr")]
pub use self::table::{line, next_line};

pages! { processes:
    "/processes" => list::read_list, list::draw;
    "/processes/{id}" => one::read_process, one::draw;
}
