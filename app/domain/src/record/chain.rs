//! The chain: each entry's hash is over the hash before it, so that nothing in the middle can change unseen.
//!
//! Whoever can write everything can also write a whole new chain. The hash of the last entry, noted elsewhere now and
//! then, shows that too: it must still be there.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::moment::Moment;

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Before the first entry.
    pub const NONE: Self = Self([0; 32]);
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// An entry as it stands in the table, whether it can still be read or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// From 1, without a gap.
    pub number: i64,
    pub at: Moment,
    pub actor: &'a str,
    pub event: &'a str,
}

impl Entry<'_> {
    pub fn hash(&self, previous: &Hash) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(previous.0);
        hasher.update(self.number.to_be_bytes());
        hasher.update(self.at.0.to_be_bytes());
        for text in [self.actor, self.event] {
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text);
        }
        Hash(hasher.finalize().into())
    }
}

/// Where the chain breaks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {number} of the record {damage}")]
pub struct Break {
    pub number: i64,
    pub damage: Damage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It, or its hash, is not what was written.
    Changed,
    /// It is gone, whatever comes after it.
    Missing,
    /// It was never written by this program.
    Added,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Changed => "was changed after it was written",
            Self::Missing => "is missing",
            Self::Added => "does not belong there",
        })
    }
}

/// A chain without a break: how many entries, and the hash to note elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    pub entries: i64,
    pub last: Hash,
}

/// Walks along the entries in the order of their numbers.
#[derive(Clone, Copy, Debug)]
pub struct Chain {
    entries: i64,
    last: Hash,
}

impl Default for Chain {
    fn default() -> Self {
        Self { entries: 0, last: Hash::NONE }
    }
}

impl Chain {
    /// The next entry, and the hash that is stored beside it.
    pub fn check(&mut self, entry: &Entry<'_>, stored: &[u8]) -> Result<(), Break> {
        let number = self.entries + 1;
        if entry.number > number {
            return Err(Break { number, damage: Damage::Missing });
        }
        if entry.number < number {
            return Err(Break { number: entry.number, damage: Damage::Added });
        }
        let hash = entry.hash(&self.last);
        if hash.0 != stored {
            return Err(Break { number, damage: Damage::Changed });
        }
        *self = Self { entries: number, last: hash };
        Ok(())
    }

    /// After the last entry: the head, which is kept apart, must say the same.
    pub fn finish(self, head_number: i64, head_hash: &[u8]) -> Result<Verified, Break> {
        if head_number > self.entries {
            return Err(Break { number: self.entries + 1, damage: Damage::Missing });
        }
        if head_number < self.entries {
            return Err(Break { number: head_number + 1, damage: Damage::Added });
        }
        if self.last.0 != head_hash {
            return Err(Break { number: head_number, damage: Damage::Changed });
        }
        Ok(Verified { entries: self.entries, last: self.last })
    }
}
