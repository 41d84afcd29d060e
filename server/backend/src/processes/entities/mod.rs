//! The tables of processes, as they are read and written.

pub mod phase;
pub mod process;
pub mod process_seat;
