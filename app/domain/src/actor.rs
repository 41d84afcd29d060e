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

/// As it stands in tables and in the record: `person:…`, `guest:…`, `token:…:person:…`, `system`, `scribe:…:guest:…`.
impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Guest(id) => write!(f, "guest:{id}"),
            Self::Token { token, of } => write!(f, "token:{token}:person:{of}"),
            Self::System => f.write_str("system"),
            Self::Scribe { by, on_behalf_of } => write!(f, "scribe:{by}:guest:{on_behalf_of}"),
        }
    }
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an actor: {0}")]
pub struct NotAnActor(String);

impl std::str::FromStr for Actor {
    type Err = NotAnActor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = |_| NotAnActor(text.to_owned());
        let parts: Vec<&str> = text.split(':').collect();
        Ok(match parts.as_slice() {
            ["system"] => Self::System,
            ["person", id] => Self::Person(id.parse().map_err(refused)?),
            ["guest", id] => Self::Guest(id.parse().map_err(refused)?),
            ["token", token, "person", of] => {
                Self::Token { token: token.parse().map_err(refused)?, of: of.parse().map_err(refused)? }
            }
            ["scribe", by, "guest", guest] => {
                Self::Scribe { by: by.parse().map_err(refused)?, on_behalf_of: guest.parse().map_err(refused)? }
            }
            _ => return Err(NotAnActor(text.to_owned())),
        })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn actors_are_written_and_read_again() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        for actor in [
            Actor::System,
            Actor::Person(PersonId(one)),
            Actor::Guest(GuestId(one)),
            Actor::Token { token: TokenId(one), of: PersonId(two) },
            Actor::Scribe { by: PersonId(one), on_behalf_of: GuestId(two) },
        ] {
            assert_eq!(actor.to_string().parse(), Ok(actor));
        }
        assert!("person".parse::<Actor>().is_err() && "person:x".parse::<Actor>().is_err());
    }
}
