//! Who follows upon whom: which organisation stands in another's place on a day, and that no chain comes back to itself.

use std::collections::HashMap;

use super::organisation::Ending;
use crate::{day::Day, ids::OrganisationId};

/// The endings of all organisations that have ended; whoever is not in it goes on.
#[derive(Clone, Debug, Default)]
pub struct Succession(HashMap<OrganisationId, Ending>);

impl FromIterator<(OrganisationId, Ending)> for Succession {
    fn from_iter<I: IntoIterator<Item = (OrganisationId, Ending)>>(endings: I) -> Self {
        Self(endings.into_iter().collect())
    }
}

impl Succession {
    /// The organisation that stands in this one's place that day: itself, as long as it is there or has no successor.
    pub fn standing_for(&self, organisation: OrganisationId, day: Day) -> OrganisationId {
        self.chain(organisation, |ending| ending.on <= day).last().unwrap_or(organisation)
    }

    /// All that follow upon it, the nearest first, on whatever days.
    pub fn successors(&self, organisation: OrganisationId) -> impl Iterator<Item = OrganisationId> {
        self.chain(organisation, |_| true).skip(1)
    }

    /// Those whose place it has taken by that day, the nearest and those before them.
    pub fn predecessors(&self, organisation: OrganisationId, day: Day) -> Vec<OrganisationId> {
        let goes_up = |other: &OrganisationId| *other != organisation && self.standing_for(*other, day) == organisation;
        let mut found = self.0.keys().copied().filter(goes_up).collect::<Vec<_>>();
        found.sort();
        found
    }

    /// Whether one comes from `first` to `last` by going from successor to successor, on whatever days.
    pub(super) fn leads(&self, first: OrganisationId, last: OrganisationId) -> bool {
        self.chain(first, |_| true).any(|one| one == last)
    }

    pub(super) fn is_there_on(&self, organisation: OrganisationId, day: Day) -> bool {
        self.0.get(&organisation).is_none_or(|ending| day < ending.on)
    }

    /// From one to its successor and on, as long as `goes_on`; never longer than there are endings.
    fn chain(&self, first: OrganisationId, goes_on: impl Fn(&Ending) -> bool) -> impl Iterator<Item = OrganisationId> {
        let next = move |one: &OrganisationId| self.0.get(one).filter(|ending| goes_on(ending))?.successor;
        std::iter::successors(Some(first), next).take(self.0.len() + 1)
    }
}
