//! How a tie is decided, by a rule said beforehand.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::trace::Settled;
use crate::votes::name::Name;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ties {
    /// Inside a count the option listed first is taken. Who wins is not decided by a list: that tie stays open.
    #[default]
    Order,
    /// A lot that everybody can draw again from a published text.
    Seed(String),
    /// The casting vote, given beforehand as an order of the options, best first.
    Chair(Vec<Name>),
    /// The count ends where it would need a decision.
    Open,
}

/// What one of the tied is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    Elect,
    /// Its surplus goes on first.
    Transfer,
    Exclude,
    /// It is paid for next.
    Buy,
}

impl Ties {
    /// The one of the tied options that is taken, by its place among them; this is the count's draw of this number.
    pub(super) fn settle(&self, purpose: Purpose, tied: &[Name], draw: u32) -> (Option<usize>, Settled) {
        let listed_first = || (Some(0), tied.first().cloned());
        let (at, chosen) = match self {
            Self::Order if purpose != Purpose::Elect => listed_first(),
            Self::Order | Self::Open => (None, None),
            Self::Chair(order) => {
                let place = |name: &Name| order.iter().position(|other| other == name).unwrap_or(order.len());
                let places = tied.iter().map(place).enumerate();
                let taken = match purpose {
                    Purpose::Exclude => places.max_by_key(|(at, place)| (*place, std::cmp::Reverse(*at))),
                    Purpose::Elect | Purpose::Transfer | Purpose::Buy => places.min_by_key(|(_, place)| *place),
                };
                taken.map_or((None, None), |(at, _)| (Some(at), tied.get(at).cloned()))
            }
            Self::Seed(seed) => {
                let tickets = tied.iter().map(|name| ticket(seed, draw, name)).enumerate();
                let Some((at, ticket)) = tickets.min_by(|(_, one), (_, other)| one.cmp(other)) else {
                    return (None, Settled::Open);
                };
                return (Some(at), Settled::Seed { chosen: tied[at].clone(), draw, ticket });
            }
        };
        let settled = match (self, chosen) {
            (Self::Chair(_), Some(chosen)) => Settled::Chair { chosen },
            (_, Some(chosen)) => Settled::Order { chosen },
            (_, None) => Settled::Open,
        };
        (at, settled)
    }
}

/// `printf '%s\n%s\n%s\n' SEED DRAW NAME | sha256sum` gives the same.
fn ticket(seed: &str, draw: u32, name: &Name) -> String {
    let hash = Sha256::digest(format!("{seed}\n{draw}\n{name}\n"));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<Name> {
        names.iter().map(|name| Name::from(*name)).collect()
    }

    fn chosen(ties: &Ties, purpose: Purpose, tied: &[&str]) -> Option<usize> {
        ties.settle(purpose, &names(tied), 1).0
    }

    #[test]
    fn the_order_of_the_list_decides_inside_a_count_and_elects_nobody() {
        assert_eq!(chosen(&Ties::Order, Purpose::Exclude, &["A", "B"]), Some(0));
        assert_eq!(chosen(&Ties::Order, Purpose::Elect, &["A", "B"]), None);
        assert_eq!(chosen(&Ties::Open, Purpose::Exclude, &["A", "B"]), None);
    }

    #[test]
    fn the_chair_elects_whom_they_like_best_and_excludes_whom_they_like_least() {
        let ties = Ties::Chair(names(&["C", "A", "B"]));
        assert_eq!(chosen(&ties, Purpose::Elect, &["A", "B", "C"]), Some(2));
        assert_eq!(chosen(&ties, Purpose::Exclude, &["A", "B", "C"]), Some(1));
        assert_eq!(chosen(&ties, Purpose::Exclude, &["A", "D", "E"]), Some(1));
    }

    #[test]
    fn a_lot_can_be_drawn_again_by_hand() {
        let (at, settled) = Ties::Seed("2026-11-21".to_owned()).settle(Purpose::Elect, &names(&["A", "B"]), 1);
        // printf '%s\n%s\n%s\n' 2026-11-21 1 A | sha256sum, and the same for B
        let tickets = [ticket("2026-11-21", 1, &"A".into()), ticket("2026-11-21", 1, &"B".into())];
        assert!(tickets[0].starts_with("0052cd729f32ebb8"), "{}", tickets[0]);
        assert!(tickets[1].starts_with("22d5f92be77c4e7b"), "{}", tickets[1]);
        let least = usize::from(tickets[1] < tickets[0]);
        assert_eq!(at, Some(least));
        assert!(matches!(settled, Settled::Seed { draw: 1, ticket, .. } if ticket == tickets[least]));
    }
}
