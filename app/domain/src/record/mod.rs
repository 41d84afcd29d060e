//! The record: what happened to accounts and their power, for ever, in a chain that shows where somebody cut it.

mod chain;
mod event;

pub use chain::{Break, Chain, Damage, Entry, Hash, Verified};
pub use event::{Event, Means, NotAnEvent};

#[cfg(test)]
mod tests;
