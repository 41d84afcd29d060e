//! Who may vote, for whom they speak, and how much their votes weigh.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;

use super::sides::{Side, Sides, whole};

/// `P` tells persons apart, `O` organisations.
#[derive(Clone, Debug)]
pub struct Roll<P, O> {
    pub seats: Vec<Seat<P, O>>,
    pub proxies: Vec<Proxy<P>>,
    /// For how many others one person may vote.
    pub most_proxies: Option<usize>,
    /// What an organisation's vote weighs, if not one.
    pub weights: BTreeMap<O, u64>,
    /// What a person's vote weighs, if not one.
    pub heads: BTreeMap<P, u64>,
}

/// A place that belongs to an organisation; the substitute speaks when the holder does not.
#[derive(Clone, Copy, Debug)]
pub struct Seat<P, O> {
    pub organisation: O,
    pub holder: P,
    pub substitute: Option<P>,
}

/// Somebody votes for a holder, if neither the holder nor the substitute does.
#[derive(Clone, Copy, Debug)]
pub struct Proxy<P> {
    pub from: P,
    pub to: P,
}

/// A side that somebody takes: for one organisation, or for all for which nothing else is said.
#[derive(Clone, Copy, Debug)]
pub struct Spoken<P, O> {
    pub by: P,
    pub organisation: Option<O>,
    pub side: Side,
}

/// Hands that were counted in the room, of people without a ballot of their own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Room {
    pub in_favour: u64,
    pub against: u64,
    pub abstaining: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed<P> {
    pub heads: Sides,
    pub organisations: Sides,
    pub entitled_heads: u64,
    pub entitled_organisations: u64,
    /// Whose ballots or proxies count for nothing, and why.
    pub aside: BTreeSet<(P, AsideBecause)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AsideBecause {
    /// Neither holder nor substitute nor anybody's proxy.
    NotEntitled,
    /// The holder, or somebody nearer to the seat, voted.
    NotNeeded,
    /// They hold more proxies than one may.
    TooManyProxies,
}

/// More people have voted, single and by hand, than may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more have voted than may")]
pub struct MoreThanEntitled;

/// A person with several seats is one head, and speaks for each organisation. Who holds seats that took different sides
/// has a vote that is divided equally among them; so has an organisation whose seats did.
pub fn weigh<P: Ord + Copy, O: Ord + Copy>(
    roll: &Roll<P, O>,
    spoken: &[Spoken<P, O>],
    room: Room,
) -> Result<Weighed<P>, MoreThanEntitled> {
    let said: BTreeMap<(P, Option<O>), Side> =
        spoken.iter().map(|spoken| ((spoken.by, spoken.organisation), spoken.side)).collect();
    let (proxies, mut aside) = proxies(roll);
    let mut used = BTreeSet::new();
    let mut of_heads: BTreeMap<P, Vec<Side>> = BTreeMap::new();
    let mut of_organisations: BTreeMap<O, Vec<Side>> = BTreeMap::new();
    for seat in &roll.seats {
        let heads = of_heads.entry(seat.holder).or_default();
        let organisations = of_organisations.entry(seat.organisation).or_default();
        let nearest = [Some(seat.holder), seat.substitute, proxies.get(&seat.holder).copied()];
        let says = |person: P| {
            let own = said.get(&(person, Some(seat.organisation)));
            own.or_else(|| said.get(&(person, None))).map(|side| (person, *side))
        };
        if let Some((by, side)) = nearest.into_iter().flatten().find_map(says) {
            used.insert(by);
            heads.push(side);
            organisations.push(side);
        }
    }
    let may_speak = |person: P| {
        let sits = |seat: &Seat<P, O>| seat.holder == person || seat.substitute == Some(person);
        roll.seats.iter().any(sits) || proxies.values().any(|to| *to == person)
    };
    for by in spoken.iter().map(|spoken| spoken.by).filter(|by| !used.contains(by)) {
        let why = if may_speak(by) { AsideBecause::NotNeeded } else { AsideBecause::NotEntitled };
        aside.insert((by, why));
    }
    let mut heads = divided(&of_heads, &roll.heads);
    let weight_of_heads = of_heads.keys().map(|person| roll.heads.get(person).copied().unwrap_or(1)).sum();
    for (side, hands) in
        [(Side::InFavour, room.in_favour), (Side::Against, room.against), (Side::Abstaining, room.abstaining)]
    {
        heads.add(side, &whole(hands));
    }
    if heads.present() > whole(weight_of_heads) {
        return Err(MoreThanEntitled);
    }
    Ok(Weighed {
        heads,
        organisations: divided(&of_organisations, &roll.weights),
        entitled_heads: weight_of_heads,
        entitled_organisations: of_organisations.keys().map(|one| roll.weights.get(one).copied().unwrap_or(1)).sum(),
        aside,
    })
}

/// Who votes for whom by proxy; the first ones given are those that count.
fn proxies<P: Ord + Copy, O>(roll: &Roll<P, O>) -> (BTreeMap<P, P>, BTreeSet<(P, AsideBecause)>) {
    let mut proxies = BTreeMap::new();
    let mut aside = BTreeSet::new();
    for Proxy { from, to } in roll.proxies.iter().copied() {
        let held = proxies.values().filter(|holder| **holder == to).count();
        if roll.most_proxies.is_some_and(|most| held >= most) {
            aside.insert((to, AsideBecause::TooManyProxies));
        } else {
            proxies.entry(from).or_insert(to);
        }
    }
    (proxies, aside)
}

/// Each one's vote goes in equal parts to the sides that were taken for it.
fn divided<K: Ord>(taken: &BTreeMap<K, Vec<Side>>, weights: &BTreeMap<K, u64>) -> Sides {
    let mut sides = Sides::default();
    for (one, taken) in taken {
        let weight = weights.get(one).copied().unwrap_or(1);
        for side in taken {
            sides.add(*side, &BigRational::new(weight.into(), taken.len().into()));
        }
    }
    sides
}
