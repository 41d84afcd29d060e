//! Processes, kept: begun, changed, opened to more or fewer, moved in time, and what their phases hand over.

mod access;
mod beginning;
mod changes;
mod deliveries;
pub(crate) mod entities;
mod expected;
mod found;
mod list;
mod page;
mod phases;

pub use access::{change_access, name_seat, unname_seat};
pub use beginning::begin_process;
pub use changes::{change_mandate, change_process, remove_process, restore_process};
pub use deliveries::{deliver, plan_delivery};
pub use list::{NextDate, ProcessRow, my_processes, processes};
pub use page::{MemberRow, PhaseRow, ProcessPage, process};
pub use phases::{go_back, move_phase};

#[cfg(test)]
mod tests;
