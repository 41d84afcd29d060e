//! The tables of accounts, as they are read and written.

pub mod attempt;
pub mod invitation;
pub mod link;
pub mod person;
pub mod recovery_code;
pub mod session;
