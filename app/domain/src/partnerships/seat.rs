//! What a seat is: whose it is, where it is, and what whoever holds it is there for.

use serde::{Deserialize, Serialize};

use crate::{
    ids::{BodyId, OrganisationId, PartnershipId, SeatId},
    named::choices,
};

choices! {
    /// What the seat is for.
    Role {
        /// Looks after the partnership or body, its seats and processes.
        Secretariat = "secretariat",
        /// Leads processes and workshops.
        Facilitator = "facilitator",
        /// Votes and stands behind texts for the organisation.
        Delegate = "delegate",
        /// Reads, comments and writes.
        Member = "member",
        /// Reads only.
        Observer = "observer",
        /// Reads, and exports without names.
        Evaluator = "evaluator",
    }
}

/// A partnership, or one body in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    pub partnership: PartnershipId,
    pub body: Option<BodyId>,
}

impl Place {
    pub const fn whole(partnership: PartnershipId) -> Self {
        Self { partnership, body: None }
    }
}

/// A seat that somebody holds now, or stands in for whoever does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HeldSeat {
    pub seat: SeatId,
    pub place: Place,
    /// The one it belongs to today, after every merger.
    pub organisation: OrganisationId,
    pub role: Role,
    pub is_substitute: bool,
}

impl HeldSeat {
    /// A seat in the partnership as a whole counts in each of its bodies; one in a body counts there only.
    pub fn counts_in(&self, place: Place) -> bool {
        self.place.partnership == place.partnership && (self.place.body.is_none() || self.place.body == place.body)
    }

    pub fn is_of(&self, partnership: PartnershipId, organisation: OrganisationId) -> bool {
        self.place.partnership == partnership && self.organisation == organisation
    }
}
