//! The tables of reference lists, as they are read and written.

pub mod item;
pub mod list;
pub mod version;
