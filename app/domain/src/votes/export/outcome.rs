//! Counts a vote that was read: by each basis, and whether its winner is carried.

use serde::Serialize;

use super::reading::Vote;
use crate::votes::{
    count::{Count, Terms, Unfit, count},
    name::Name,
    rules::{Basis, Decision, Divided, decide, support},
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// By the first basis, on which the winner is found.
    #[serde(flatten)]
    pub count: Count,
    /// By the other, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<Beside>,
    /// So many hands were counted in the room; they are among the ballots.
    pub hands: u64,
    /// What is carried or not, where a quorum or a threshold was set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decided>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Beside {
    pub basis: Basis,
    /// A vote by organisations is told in parts, of which an organisation has so many.
    pub parts: u64,
    #[serde(flatten)]
    pub count: Count,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// The winner; none while a tie is open.
    pub option: Option<Name>,
    #[serde(flatten)]
    pub decision: Decision,
}

impl Vote {
    /// `terms` as the vote says, unless whoever counts again says otherwise.
    pub fn count(&self, terms: &Terms) -> Result<Outcome, Unfit> {
        let counts: Vec<Count> =
            self.elections.iter().map(|(_, election)| count(election, terms)).collect::<Result<_, Unfit>>()?;
        let decision = self.decide(&counts);
        let mut counts = self.elections.iter().map(|(basis, _)| *basis).zip(counts);
        let (_, count) = counts.next().ok_or(Unfit)?;
        let beside = counts.next().map(|(basis, count)| Beside { basis, parts: self.parts(basis), count });
        Ok(Outcome { count, beside, hands: self.hands, decision })
    }

    fn parts(&self, basis: Basis) -> u64 {
        match basis {
            Basis::Heads => 1,
            Basis::Organisations => self.head.parts,
        }
    }

    fn decide(&self, counts: &[Count]) -> Option<Decided> {
        let rules = self.head.rules();
        if rules.quorum.is_none() && rules.threshold.is_none() {
            return None;
        }
        let first = counts.first()?;
        let option = winner(first).and_then(|winner| first.options.iter().position(|option| option == winner));
        let bases = self.elections.iter().zip(counts).map(|((basis, election), count)| Divided {
            basis: *basis,
            sides: support(election, option, self.parts(*basis)),
            entitled: self.head.entitled.by(*basis),
            wins_ties: option.is_some() && winner(count) == winner(first),
        });
        let mut decision = decide(&rules, &bases.collect::<Vec<_>>());
        decision.carried &= option.is_some() || rules.threshold.is_none();
        Some(Decided { option: winner(first).cloned(), decision })
    }
}

/// The only one, if no tie is open.
fn winner(count: &Count) -> Option<&Name> {
    match &count.winners[..] {
        [winner] if count.tied.is_empty() => Some(winner),
        _ => None,
    }
}
