//! Who is calling.

use serde::{Deserialize, Serialize};

use crate::{
    accounts::Office,
    actor::Actor,
    ids::{PartnershipId, PersonId, TokenId},
    partnerships::{HeldSeat, Place},
};

/// What an access token may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Read,
    Write,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Caller {
    #[default]
    Nobody,
    Person {
        id: PersonId,
        office: Office,
        seats: Vec<HeldSeat>,
    },
    /// Somebody whose account has been ended: like nobody, but one may tell why.
    Former(PersonId),
    Token {
        token: TokenId,
        of: PersonId,
        office: Office,
        seats: Vec<HeldSeat>,
        scopes: Vec<Scope>,
    },
}

impl Caller {
    /// The person who acts, and in which office.
    pub const fn person(&self) -> Option<(PersonId, Office)> {
        match self {
            Self::Person { id, office, .. } | Self::Token { of: id, office, .. } => Some((*id, *office)),
            Self::Nobody | Self::Former(_) => None,
        }
    }

    /// As what is written down; nobody who may do anything is without one.
    pub const fn actor(&self) -> Option<Actor> {
        match self {
            Self::Person { id, .. } => Some(Actor::Person(*id)),
            Self::Token { token, of, .. } => Some(Actor::Token { token: *token, of: *of }),
            Self::Nobody | Self::Former(_) => None,
        }
    }

    /// The seats that the person has today.
    pub fn seats(&self) -> &[HeldSeat] {
        match self {
            Self::Person { seats, .. } | Self::Token { seats, .. } => seats,
            Self::Nobody | Self::Former(_) => &[],
        }
    }

    /// Those that count in this place.
    pub fn seats_in(&self, place: Place) -> impl Iterator<Item = &HeldSeat> {
        self.seats().iter().filter(move |seat| seat.counts_in(place))
    }

    /// Whoever sits anywhere in a partnership knows of all that is in it.
    pub fn sits_in(&self, partnership: PartnershipId) -> bool {
        self.seats().iter().any(|seat| seat.place.partnership == partnership)
    }

    /// A token needs the scope; a person needs none.
    pub(super) fn has_scope(&self, scope: Option<Scope>) -> bool {
        match self {
            Self::Token { scopes, .. } => scope.is_some_and(|scope| scopes.contains(&scope)),
            Self::Nobody | Self::Person { .. } | Self::Former(_) => true,
        }
    }
}
