//! The laws that counts keep, and slow counts written plainly beside them.

mod degenerate;
mod dice;
mod laws;
mod slow_marks;
mod slow_ranked;
mod slow_shares;
mod slow_transfers;

/// So many random elections are counted twice by each method.
const CASES: u64 = 10_000;
