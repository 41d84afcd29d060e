//! Signing in, and one's own account.

pub mod doors;
pub mod links;
pub mod people;
pub mod settings;
