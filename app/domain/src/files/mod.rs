//! Files that people bring: which kinds are taken for what, how large, and what is removed before they are kept.

mod jpeg;
mod kind;
mod picture;
mod png;
mod reader;
mod webp;

pub use kind::FileKind;
pub use picture::{LONGEST_SIDE, MOST_PIXELS, Picture};

pub use crate::hash::{FileHash, NotAHash};
use crate::{
    ids::PersonId,
    problem::{Problem, Reason},
};

/// What a file is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileUse {
    /// The picture of a person.
    Picture(PersonId),
}

impl FileUse {
    /// What stands in the database; also the field of the form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Picture(_) => "picture",
        }
    }

    /// Whose it is.
    pub const fn owner(self) -> PersonId {
        match self {
            Self::Picture(person) => person,
        }
    }

    /// In bytes.
    pub const fn limit(self) -> usize {
        match self {
            Self::Picture(_) => 2 * 1024 * 1024,
        }
    }

    /// Reads what was brought; what comes back is safe to keep and to show.
    pub fn accept(self, bytes: &[u8]) -> Result<Picture, Problem> {
        let refused = |reason| Problem::invalid(self.name(), reason);
        if bytes.is_empty() {
            return Err(refused(Reason::Missing));
        }
        if bytes.len() > self.limit() {
            let max_kb = u32::try_from(self.limit() / 1024).unwrap_or(u32::MAX);
            return Err(refused(Reason::FileTooLarge { max_kb }));
        }
        Picture::read(bytes).map_err(refused)
    }
}

#[cfg(test)]
mod tests;
