//! Random small elections, always the same ones.

use crate::votes::{
    ballots::{Ballots, Choice, Ranked},
    election::Frame,
    marks::{Mark, Marked},
    name::Name,
};

/// Steele, Lea and Flood's splitmix64.
pub struct Dice(pub u64);

/// Places of options, each place a list, best first.
pub type Ranking = Vec<Vec<usize>>;

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).expect("31 bits") % sides
    }

    /// A ballot that names some of the options; one in eight places is shared.
    pub fn ranking(&mut self, options: usize) -> Ranking {
        let mut left: Vec<usize> = (0..options).collect();
        let mut ranking = Ranking::new();
        for _ in 0..self.roll(options + 1) {
            let option = left.swap_remove(self.roll(left.len()));
            match ranking.last_mut() {
                Some(place) if self.roll(8) == 0 => place.push(option),
                _ => ranking.push(vec![option]),
            }
        }
        ranking
    }

    pub fn rankings(&mut self, options: usize) -> Vec<(Ranking, u64)> {
        (0..self.roll(7)).map(|_| (self.ranking(options), 1 + self.number(4))).collect()
    }

    pub fn approvals(&mut self, options: usize) -> Vec<(Vec<usize>, u64)> {
        let approved = |dice: &mut Self| (0..options).filter(|_| dice.roll(2) == 0).collect();
        (0..self.roll(7)).map(|_| (approved(self), 1 + self.number(3))).collect()
    }

    /// Marks from `least` to `most`; some options get none.
    pub fn marks(&mut self, options: usize, least: i64, most: i64) -> Vec<(Vec<(usize, i64)>, u64)> {
        let values = usize::try_from(most - least + 1).expect("a small scale");
        let ballot = |dice: &mut Self| {
            let named: Vec<usize> = (0..options).filter(|_| dice.roll(4) > 0).collect();
            named.into_iter().map(|option| (option, least + i64::try_from(dice.roll(values)).expect("small"))).collect()
        };
        (0..self.roll(7)).map(|_| (ballot(self), 1 + self.number(3))).collect()
    }

    pub fn number(&mut self, below: usize) -> u64 {
        u64::try_from(self.roll(below)).expect("small")
    }
}

pub fn names(options: usize) -> Vec<Name> {
    ["A", "B", "C", "D", "E", "F", "G", "H"][..options].iter().map(|name| Name::from(*name)).collect()
}

fn choice(option: usize) -> Choice {
    Choice::try_from(option).expect("few options")
}

pub fn ranked(cast: &[(Ranking, u64)]) -> Ballots<Ranked> {
    let mut ballots = Ballots::default();
    for (ranking, number) in cast {
        let place = |place: &Vec<usize>| {
            let ranked = place.iter().enumerate().map(|(at, option)| Ranked::new(choice(*option), at > 0));
            ranked.collect::<Vec<_>>()
        };
        ballots.add(&ranking.iter().flat_map(place).collect::<Vec<_>>(), *number).expect("few ballots");
    }
    ballots
}

pub fn approved(cast: &[(Vec<usize>, u64)]) -> Ballots<Choice> {
    let mut ballots = Ballots::default();
    for (approved, number) in cast {
        let approved: Vec<Choice> = approved.iter().map(|option| choice(*option)).collect();
        ballots.add(&approved, *number).expect("few ballots");
    }
    ballots
}

pub fn marked(cast: &[(Vec<(usize, i64)>, u64)], frame: &Frame) -> Marked {
    let mut ballots = Marked::default();
    for (marks, number) in cast {
        let marks: Vec<Mark> =
            marks.iter().map(|(option, value)| Mark { choice: choice(*option), value: *value }).collect();
        ballots.add(&marks, *number, frame.allows(&marks)).expect("few ballots");
    }
    ballots
}

/// Each ballot as often as it was cast.
pub fn one_by_one<B: Clone>(cast: &[(B, u64)]) -> Vec<B> {
    cast.iter().flat_map(|(ballot, number)| (0..*number).map(|_| ballot.clone())).collect()
}
