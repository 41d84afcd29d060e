//! Ballots as they are counted: equal ones together, all in one stretch of memory.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher as _},
};

use super::fingerprint::{ByFingerprint, Fingerprint};

/// An option by its place in the list of options.
pub type Choice = u16;

/// One option on a ranked ballot, and whether it shares its place with the one before: both in one number, as there may
/// be many millions of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ranked(u16);

/// Above all numbers of options.
const SHARES_PLACE: u16 = 1 << 15;

impl Ranked {
    pub const fn new(choice: Choice, shares_place: bool) -> Self {
        Self(if shares_place { choice | SHARES_PLACE } else { choice })
    }

    pub fn choice(self) -> usize {
        (self.0 & !SHARES_PLACE).into()
    }

    pub const fn shares_place(self) -> bool {
        self.0 & SHARES_PLACE != 0
    }
}

/// The places of a ranked ballot, best first; several options may share one.
pub fn places(ballot: &[Ranked]) -> impl Iterator<Item = &[Ranked]> {
    ballot.chunk_by(|_, next| next.shares_place())
}

/// The options of a ranked ballot up to the first place that is shared; `None` where that is the first of all.
pub fn preferences(ballot: &[Ranked]) -> Option<&[Ranked]> {
    let shared = ballot.iter().position(|ranked| ranked.shares_place());
    match shared {
        None => Some(ballot),
        Some(1) => None,
        Some(second) => Some(&ballot[..second - 1]),
    }
}

/// There are more ballots than can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

#[derive(Debug)]
struct Kind {
    number: u64,
    /// Where in `marks` this kind of ballot ends; it begins where the one before ends.
    end: u32,
    /// The next kind whose fingerprint is the same, or `LAST`.
    next: u32,
}

const LAST: u32 = u32::MAX;

/// All ballots of a vote, each distinct one kept once. `T` is what a ballot consists of; one without is blank.
#[derive(Debug)]
pub struct Ballots<T> {
    marks: Vec<T>,
    kinds: Vec<Kind>,
    first_of: HashMap<u64, u32, ByFingerprint>,
    total: u64,
    invalid: u64,
}

impl<T> Default for Ballots<T> {
    fn default() -> Self {
        Self { marks: Vec::new(), kinds: Vec::new(), first_of: HashMap::default(), total: 0, invalid: 0 }
    }
}

impl<T: Copy + Eq + Hash> Ballots<T> {
    pub fn add(&mut self, ballot: &[T], number: u64) -> Result<(), TooMany> {
        self.raise_total(number)?;
        let mut fingerprint = Fingerprint::default();
        ballot.hash(&mut fingerprint);
        let fingerprint = fingerprint.finish();
        let first = self.first_of.get(&fingerprint).copied().unwrap_or(LAST);
        let mut known = first;
        while known != LAST {
            let at = known as usize;
            if self.marks_of(at) == ballot {
                self.kinds[at].number += number;
                return Ok(());
            }
            known = self.kinds[at].next;
        }
        let at = u32::try_from(self.kinds.len()).ok().filter(|at| *at != LAST).ok_or(TooMany)?;
        self.marks.extend_from_slice(ballot);
        let end = u32::try_from(self.marks.len()).map_err(|_| TooMany)?;
        self.kinds.push(Kind { number, end, next: first });
        self.first_of.insert(fingerprint, at);
        Ok(())
    }

    /// Ballots that break the rules of the vote, known before anything is counted.
    pub fn add_invalid(&mut self, number: u64) -> Result<(), TooMany> {
        self.raise_total(number)?;
        self.invalid += number;
        Ok(())
    }

    fn raise_total(&mut self, number: u64) -> Result<(), TooMany> {
        self.total = self.total.checked_add(number).ok_or(TooMany)?;
        Ok(())
    }

    /// One kind of ballot by its number in the order of `iter`, and how many there are of it.
    pub fn kind(&self, at: usize) -> (&[T], u64) {
        (self.marks_of(at), self.kinds[at].number)
    }

    fn marks_of(&self, kind: usize) -> &[T] {
        let start = kind.checked_sub(1).map_or(0, |before| self.kinds[before].end);
        &self.marks[start as usize..self.kinds[kind].end as usize]
    }

    /// Every distinct ballot and how many there are of it.
    pub fn iter(&self) -> impl Iterator<Item = (&[T], u64)> {
        (0..self.kinds.len()).map(|at| self.kind(at))
    }

    pub const fn total(&self) -> u64 {
        self.total
    }

    pub const fn invalid(&self) -> u64 {
        self.invalid
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ballot(places: &[&[Choice]]) -> Vec<Ranked> {
        let ranked = |place: &&[Choice]| {
            place.iter().enumerate().map(|(n, choice)| Ranked::new(*choice, n > 0)).collect::<Vec<_>>()
        };
        places.iter().flat_map(ranked).collect()
    }

    fn preferred(places: &[&[Choice]]) -> Option<Vec<usize>> {
        preferences(&ballot(places)).map(|ranked| ranked.iter().map(|ranked| ranked.choice()).collect())
    }

    #[test]
    fn a_shared_place_ends_the_preferences() {
        assert_eq!(preferred(&[&[2], &[0], &[1]]), Some(vec![2, 0, 1]));
        assert_eq!(preferred(&[&[2], &[0, 1], &[3]]), Some(vec![2]));
        assert_eq!(preferred(&[&[2, 0], &[1]]), None);
        assert_eq!(preferred(&[]), Some(vec![]));
    }

    #[test]
    fn places_are_told_apart() {
        let ballot = ballot(&[&[2], &[0, 1], &[3]]);
        assert_eq!(places(&ballot).map(<[_]>::len).collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn more_ballots_than_a_number_holds_are_refused() {
        let mut ballots = Ballots::default();
        assert_eq!(ballots.add(&[1_u16], u64::MAX), Ok(()));
        assert_eq!(ballots.add(&[2], 1), Err(TooMany));
        assert_eq!(ballots.add_invalid(1), Err(TooMany));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_when_equal_ballots_are_put_together(
            cast in prop::collection::vec((prop::collection::vec(0_u16..3, 0..3), 1_u64..5), 0..40),
        ) {
            let (mut ballots, mut plainly) = (Ballots::default(), HashMap::<&[u16], u64>::new());
            for (ballot, number) in &cast {
                prop_assert_eq!(ballots.add(ballot, *number), Ok(()));
                *plainly.entry(ballot).or_default() += number;
            }
            prop_assert_eq!(ballots.total(), plainly.values().sum::<u64>());
            prop_assert_eq!(ballots.iter().count(), plainly.len());
            prop_assert_eq!(ballots.iter().collect::<HashMap<_, _>>(), plainly);
        }
    }
}
