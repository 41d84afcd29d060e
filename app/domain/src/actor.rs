//! Who did something, and as what: both stand on everything that is contributed.

use serde::{Deserialize, Serialize};

use crate::ids::{GuestId, OrganisationId, PersonId, SeatId, TokenId};

/// Who did it. Never a name: names are looked up when shown, so that a person can be forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    Person(PersonId),
    Guest(GuestId),
    /// A program with a person's access token.
    Token {
        token: TokenId,
        of: PersonId,
    },
    /// The server itself: jobs, migrations, commands.
    System,
    /// Somebody who writes down what another said.
    Scribe {
        by: PersonId,
        on_behalf_of: GuestId,
    },
}

/// As what somebody writes or speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    #[default]
    Personal,
    Preliminary(OrganisationId),
    Anchored(OrganisationId),
}

/// The seat somebody acts from, if any, and the voice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActingAs {
    pub seat: Option<SeatId>,
    pub voice: Voice,
}

impl Actor {
    /// The person who answers for it, if there is one.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(id) | Self::Token { of: id, .. } | Self::Scribe { by: id, .. } => Some(id),
            Self::Guest(_) | Self::System => None,
        }
    }
}
