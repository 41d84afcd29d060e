//! Who is calling.

use serde::{Deserialize, Serialize};

use crate::{
    accounts::Office,
    actor::Actor,
    ids::{PersonId, TokenId},
};

/// What an access token may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Read,
    Write,
}

/// Not `Copy`: roles in partnerships will be held here beside the office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Caller {
    #[default]
    Nobody,
    Person {
        id: PersonId,
        office: Office,
    },
    /// Somebody whose account has been ended: like nobody, but one may tell why.
    Former(PersonId),
    Token {
        token: TokenId,
        of: PersonId,
        office: Office,
        scopes: Vec<Scope>,
    },
}

impl Caller {
    /// The person who acts, and in which office.
    pub const fn person(&self) -> Option<(PersonId, Office)> {
        match self {
            Self::Person { id, office } | Self::Token { of: id, office, .. } => Some((*id, *office)),
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

    /// A token needs the scope; a person needs none.
    pub(super) fn has_scope(&self, scope: Option<Scope>) -> bool {
        match self {
            Self::Token { scopes, .. } => scope.is_some_and(|scope| scopes.contains(&scope)),
            Self::Nobody | Self::Person { .. } | Self::Former(_) => true,
        }
    }
}
