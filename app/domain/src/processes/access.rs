//! To whom a process is open: one sentence for the partnership, and beside it what single seats have been given.

use crate::{
    named::choices,
    partnerships::{HeldSeat, Place, Role},
    problem::Reason,
};

choices! {
    /// The four sentences: what everybody in the partnership may do.
    Access {
        SecretariatOnly = "secretariat_only",
        PartnershipReads = "partnership_reads",
        PartnershipProposes = "partnership_proposes",
        PartnershipWrites = "partnership_writes",
    }
}

choices! {
    /// How far somebody may go in a process; each includes those before it.
    Level {
        Reads = "reads",
        Proposes = "proposes",
        Writes = "writes",
    }
}

impl Level {
    /// As a form's choice for a seat of that role: who only reads can be given no more.
    pub fn parse_for(text: &str, role: Role) -> Result<Self, Reason> {
        let level =
            Self::from_name(text).ok_or(if text.is_empty() { Reason::Missing } else { Reason::UnknownChoice })?;
        if level <= Self::most(role) { Ok(level) } else { Err(Reason::ReadsOnly) }
    }

    const fn most(role: Role) -> Self {
        if role.speaks() { Self::Writes } else { Self::Reads }
    }
}

impl Access {
    const fn level(self) -> Option<Level> {
        match self {
            Self::SecretariatOnly => None,
            Self::PartnershipReads => Some(Level::Reads),
            Self::PartnershipProposes => Some(Level::Proposes),
            Self::PartnershipWrites => Some(Level::Writes),
        }
    }
}

/// How far one with these seats may go in a process of that place; `named` is the most that one of them was given there.
pub fn level(seats: &[HeldSeat], place: Place, access: Access, named: Option<Level>) -> Option<Level> {
    let of_seat = |seat: &HeldSeat| {
        let leads = matches!(seat.role, Role::Secretariat | Role::Facilitator) && seat.counts_in(place);
        let given = if leads { Some(Level::Writes) } else { access.level().max(named) };
        given.map(|level| level.min(Level::most(seat.role)))
    };
    let here = seats.iter().filter(|seat| seat.place.partnership == place.partnership);
    here.filter_map(of_seat).max()
}
