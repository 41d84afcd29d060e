//! Work that the server does by itself: when it may start, when it is tried again, and when it is given up.

mod kind;
mod standing;

pub use kind::JobKind;
pub use standing::{JobState, LEASE, MOST_ATTEMPTS, Outcome, Standing, Taken, pause_after};

#[cfg(test)]
mod tests;
