//! As what somebody may write or speak in a place: for oneself, preliminarily for an organisation, or anchored in it.

use super::Caller;
use crate::{
    actor::{ActingAs, Voice},
    partnerships::{Place, Role},
    problem::Problem,
};

/// Everything one may choose there, for oneself first. Who only reads has nothing to choose.
pub fn voices(caller: &Caller, place: Place) -> Vec<ActingAs> {
    let mut found = Vec::new();
    for seat in caller.seats_in(place).filter(|seat| seat.role.speaks()) {
        let mut add = |voice| found.push(ActingAs { seat: Some(seat.seat), voice });
        add(Voice::Personal);
        add(Voice::Preliminary(seat.organisation));
        if seat.role == Role::Delegate {
            add(Voice::Anchored(seat.organisation));
        }
    }
    found.sort_by_key(|acting| !matches!(acting.voice, Voice::Personal));
    found
}

/// Refuses a voice that is not one's own.
pub fn acting_as(caller: &Caller, place: Place, wanted: ActingAs) -> Result<ActingAs, Problem> {
    if voices(caller, place).contains(&wanted) { Ok(wanted) } else { Err(Problem::NotAllowed) }
}

impl Role {
    /// Observers and evaluators read.
    pub const fn speaks(self) -> bool {
        !matches!(self, Self::Observer | Self::Evaluator)
    }
}
