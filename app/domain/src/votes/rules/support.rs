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
        (Cast::Marked(ballots), Frame::Consent(consent)) => divide(ballots, parts, |ballot| {
            let mark = ballot.iter().find(|mark| Some(usize::from(mark.choice)) == option);
            match mark.and_then(|mark| usize::try_from(mark.value).ok()) {
                Some(grade) if grade < consent.blocking => Side::Blocking,
                Some(grade) if grade < consent.grades.len() => Side::InFavour,
                _ => Side::Abstaining,
            }
        }),
        (Cast::Marked(ballots), _) => divide(ballots, parts, |_| Side::Abstaining),
    }
}

fn divide<T: Copy + Eq + std::hash::Hash>(ballots: &Ballots<T>, parts: u64, side: impl Fn(&[T]) -> Side) -> Sides {
    let mut taken = BTreeMap::from([(Side::Abstaining, ballots.invalid())]);
    for (ballot, number) in ballots.iter() {
        *taken.entry(side(ballot)).or_default() += number;
    }
    let mut sides = Sides::default();
    for (side, number) in taken {
        sides.add(side, &(whole(number) / whole(parts)));
    }
    sides
}
