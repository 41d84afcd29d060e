//! Brings what a command needs and the machine lacks. Nothing is done that was done before.

pub mod npm;
pub mod rust;
