//! Fills seats from an order of all options.

use super::{
    journal::{Journal, Verdict},
    ties::Purpose,
};

/// Puts options with equal votes in one place, the most votes first.
pub(super) fn places_by<T: Ord>(worth: &[T]) -> Vec<Vec<usize>> {
    let mut options: Vec<usize> = (0..worth.len()).collect();
    options.sort_by(|one, other| worth[*other].cmp(&worth[*one]));
    options.chunk_by(|one, other| worth[*one] == worth[*other]).map(<[usize]>::to_vec).collect()
}

/// The options in the first places win. Where more stand in a place than there are seats left, the rule for ties says
/// who of them; nobody does when there was nothing to count.
pub(super) fn fill(journal: &mut Journal<'_>, ranking: Vec<Vec<usize>>, seats: u64, counted: bool) -> Verdict {
    let mut winners = Vec::new();
    let mut tied = Vec::new();
    for place in &ranking {
        let left = usize::try_from(seats).unwrap_or(usize::MAX).saturating_sub(winners.len());
        if left == 0 {
            break;
        }
        if place.len() <= left {
            winners.extend_from_slice(place);
            continue;
        }
        tied.clone_from(place);
        for _ in 0..left {
            let chosen = if counted { journal.settle(Purpose::Elect, &tied) } else { None };
            let Some(chosen) = chosen else { break };
            tied.retain(|option| *option != chosen);
            winners.push(chosen);
        }
        if winners.len() < usize::try_from(seats).unwrap_or(usize::MAX) {
            winners.extend_from_slice(&tied);
        } else {
            tied.clear();
        }
        break;
    }
    Verdict { seats: Some(seats), winners, tied, ranking: Some(ranking), quota: None }
}
