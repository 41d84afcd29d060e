//! How the ballots of a count divide on one of its options.

use std::collections::BTreeMap;

use super::sides::{Side, Sides, whole};
use crate::votes::{
    ballots::{Ballots, preferences},
    election::{Cast, Election, Frame},
};

/// Who names another first, or does not approve, is against; who does not say, and whose ballot is blank or invalid,
/// abstains. Without an option, or with ballots that are neither for nor against, all of them do. `parts` is how many
/// parts of a vote the ballots are counted in.
pub fn support(election: &Election, option: Option<usize>, parts: u64) -> Sides {
    match (&election.ballots, &election.frame) {
        (Cast::Ranked(ballots), _) => divide(ballots, parts, |ballot| match preferences(ballot) {
            Some([first, ..]) if Some(first.choice()) == option => Side::InFavour,
            Some([_, ..]) if option.is_some() => Side::Against,
            _ => Side::Abstaining,
        }),
        (Cast::Approved(ballots), _) => divide(ballots, parts, |ballot| match ballot {
            [_, ..] if ballot.iter().any(|choice| Some(usize::from(*choice)) == option) => Side::InFavour,
            [_, ..] if option.is_some() => Side::Against,
            _ => Side::Abstaining,
        }),
        (Cast::Marked(ballots), Frame::Consent(consent)) => {
            let side = |grade: i64| match usize::try_from(grade) {
                Ok(grade) if grade < consent.blocking => Side::Blocking,
                _ => Side::InFavour,
            };
            let given = option.into_iter().flat_map(|option| ballots.given(option));
            taken(ballots.total(), parts, given.map(|(grade, number)| (side(grade), number)))
        }
        (Cast::Marked(ballots), _) => taken(ballots.total(), parts, std::iter::empty()),
    }
}

fn divide<T: Copy + Eq + std::hash::Hash>(ballots: &Ballots<T>, parts: u64, side: impl Fn(&[T]) -> Side) -> Sides {
    taken(ballots.total(), parts, ballots.iter().map(|(ballot, number)| (side(ballot), number)))
}

/// Whoever of the `total` takes no side abstains.
fn taken(total: u64, parts: u64, sides_taken: impl Iterator<Item = (Side, u64)>) -> Sides {
    let mut taken = BTreeMap::<Side, u64>::new();
    for (side, number) in sides_taken {
        *taken.entry(side).or_default() += number;
    }
    *taken.entry(Side::Abstaining).or_default() += total - taken.values().sum::<u64>();
    let mut sides = Sides::default();
    for (side, number) in taken {
        sides.add(side, &(whole(number) / whole(parts)));
    }
    sides
}
