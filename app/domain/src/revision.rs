//! The revision of a row that several may change: who changes it says which one was seen.

use serde::{Deserialize, Serialize};

use crate::problem::{FieldValue, Problem, Reason};

/// Starts at 1 and grows by 1 with each change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub i64);

impl Revision {
    pub const FIRST: Self = Self(1);

    /// As a form sends it back.
    pub fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map(Self).map_err(|_| Problem::invalid("revision", Reason::NotANumber))
    }

    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Refuses a change that was made upon another revision, and hands back what stands there now.
    pub fn expect(self, seen: Self, current: impl FnOnce() -> Vec<FieldValue>) -> Result<(), Problem> {
        if self == seen { Ok(()) } else { Err(Problem::Conflict { revision: self, current: current() }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_on_an_old_revision_is_a_conflict_that_shows_what_is_there() {
        let now = FieldValue { field: "name".into(), value: "Ali".into() };
        assert_eq!(Revision(2).expect(Revision(2), Vec::new), Ok(()));
        assert_eq!(
            Revision(3).expect(Revision(2), || vec![now.clone()]),
            Err(Problem::Conflict { revision: Revision(3), current: vec![now] })
        );
    }
}
