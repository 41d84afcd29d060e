//! Reads a vote in the product's own form, ballot by ballot, from whatever tells its keys and values in their order.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{
    head::Head,
    paper::{Given, Marks, Paper},
};
use crate::votes::{
    ballots::Choice,
    count::estimate,
    election::{Election, Frame, MET, UNCLEAR, UNMET},
    files::{Expected, Flaw, Gathering, decimal_units},
    method::{BallotKind, Method},
    rules::Basis,
};

/// What stands first, so that nobody takes another file for a vote.
pub const FORMAT: &str = "radslag-vote-1";

/// A vote that has been read: its ballots by every basis on which it is counted.
#[derive(Debug)]
pub struct Vote {
    pub head: Head,
    pub elections: Vec<(Basis, Election)>,
    /// So many hands of people without a ballot of their own were counted in the room.
    pub hands: u64,
}

/// A seed for any deserializer that keeps the order of keys.
#[derive(Debug, Default)]
pub struct Reading {
    state: Option<State>,
    hands: u64,
    /// What was wrong, when reading ended with an error of ours.
    flaw: Option<Flaw>,
}

#[derive(Debug)]
struct State {
    head: Head,
    frame: Frame,
    gatherings: Vec<(Basis, Gathering)>,
}

impl Reading {
    /// Our own word for what was wrong; without one the deserializer's error tells it.
    pub fn flaw(&mut self) -> Option<Flaw> {
        self.flaw.take()
    }

    /// The vote, once all has been read.
    pub fn end(self) -> Result<Vote, Flaw> {
        let State { head, gatherings, .. } = self.state.ok_or(Flaw::Unfinished { missing: Expected::Vote })?;
        let mut elections = Vec::new();
        for (basis, gathering) in gatherings {
            elections.push((basis, gathering.into_election()?));
        }
        Ok(Vote { head, elections, hands: self.hands })
    }

    fn begin(&mut self, head: Head) -> Result<(), Flaw> {
        let frame = head.frame()?;
        let mut gatherings = Vec::new();
        for basis in &head.per {
            let mut gathering = Gathering::new(head.method);
            gathering.frame = frame.clone();
            gathering.seats = head.seats;
            for option in &head.options {
                gathering.add_option(&option.name)?;
            }
            gatherings.push((*basis, gathering));
        }
        self.state = Some(State { head, frame, gatherings });
        Ok(())
    }

    fn take(&mut self, paper: &Paper, by_hand: bool) -> Result<(), Flaw> {
        let state = self.state.as_mut().ok_or(Flaw::Unfinished { missing: Expected::Vote })?;
        let number = paper.count.checked_mul(paper.weight).ok_or(Flaw::TooManyBallots)?;
        let parts = paper.count.checked_mul(paper.organisations).ok_or(Flaw::TooManyBallots)?;
        if by_hand {
            self.hands = self.hands.checked_add(number).ok_or(Flaw::TooManyBallots)?;
        }
        for (basis, gathering) in &mut state.gatherings {
            enter(&state.head, &state.frame, gathering, paper)?;
            match basis {
                Basis::Heads => gathering.end_paper(number)?,
                Basis::Organisations if parts > 0 => gathering.end_paper(parts)?,
                Basis::Organisations => {}
            }
        }
        Ok(())
    }

    fn refuse<E: de::Error>(&mut self, flaw: Flaw) -> E {
        let told = E::custom(format_args!("{flaw:?}"));
        self.flaw = Some(flaw);
        told
    }
}

fn enter(head: &Head, frame: &Frame, gathering: &mut Gathering, paper: &Paper) -> Result<(), Flaw> {
    gathering.begin_paper();
    let kind = head.method.ballots();
    for (key, is_there, fits) in [
        ("ranking", paper.ranking.is_some(), kind == BallotKind::Ranked),
        ("approved", paper.approved.is_some(), kind == BallotKind::Approved),
        ("marks", paper.marks.is_some(), kind == BallotKind::Marked),
    ] {
        if is_there && !fits {
            return Err(Flaw::DoesNotFit { key });
        }
    }
    for place in paper.ranking.iter().flatten() {
        for (at, name) in place.iter().enumerate() {
            gathering.enter(find(gathering, name)?, at > 0, None)?;
        }
    }
    for name in paper.approved.iter().flatten() {
        gathering.enter(find(gathering, name)?, true, None)?;
    }
    for (name, given) in paper.marks.iter().flat_map(|Marks(marks)| marks) {
        let option = find(gathering, name)?;
        match (frame, given) {
            (Frame::Matrix(matrix), Given::Answers(Marks(answers))) => {
                for (name, given) in answers {
                    let criterion = matrix.criteria.iter().position(|criterion| criterion.name.as_str() == name);
                    let criterion = criterion.ok_or_else(|| Flaw::UnknownOption { name: name.clone() })?;
                    let value = match matrix.criteria[criterion].weight {
                        Some(_) => mark(head.method, frame, given)?,
                        None => requirement(given)?,
                    };
                    let cell = Choice::try_from(matrix.cell(option.into(), criterion));
                    gathering.answer(cell.map_err(|_| Flaw::NumberTooLarge)?, value, name)?;
                }
            }
            _ => gathering.enter(option, true, Some(mark(head.method, frame, given)?))?,
        }
    }
    Ok(())
}

fn find(gathering: &Gathering, name: &str) -> Result<Choice, Flaw> {
    gathering.find(name).ok_or_else(|| Flaw::UnknownOption { name: name.to_owned() })
}

/// The number behind a mark: a number, the place of a grade, or an estimate in millionths.
fn mark(method: Method, frame: &Frame, given: &Given) -> Result<i64, Flaw> {
    let grades = match frame {
        Frame::Scale(scale) => &scale.grades[..],
        Frame::Matrix(matrix) => &matrix.scale.grades[..],
        Frame::Consent(consent) => &consent.grades[..],
        _ => &[],
    };
    match given {
        Given::Number(number) if method == Method::Estimate => {
            number.checked_mul(10_i64.pow(estimate::DECIMALS.into())).ok_or(Flaw::NumberTooLarge)
        }
        Given::Number(number) if grades.is_empty() => Ok(*number),
        Given::Word(word) if method == Method::Estimate => decimal_units(word, estimate::DECIMALS),
        Given::Word(word) => {
            let grade = grades.iter().position(|grade| grade.as_str() == word);
            let grade = grade.and_then(|grade| i64::try_from(grade).ok());
            grade.ok_or_else(|| Flaw::NoMark { given: word.clone() })
        }
        Given::Number(number) => Err(Flaw::NoMark { given: number.to_string() }),
        Given::Answers(_) => Err(Flaw::NoMark { given: "{…}".to_owned() }),
    }
}

fn requirement(given: &Given) -> Result<i64, Flaw> {
    match given {
        Given::Word(word) if word == "met" => Ok(MET),
        Given::Word(word) if word == "unmet" => Ok(UNMET),
        Given::Word(word) if word == "unclear" => Ok(UNCLEAR),
        Given::Word(given) => Err(Flaw::NoMark { given: given.clone() }),
        Given::Number(number) => Err(Flaw::NoMark { given: number.to_string() }),
        Given::Answers(_) => Err(Flaw::NoMark { given: "{…}".to_owned() }),
    }
}

impl<'de> DeserializeSeed<'de> for &mut Reading {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Reading {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a vote")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut has_format = false;
        let mut has_ballots = false;
        while let Some(key) = map.next_key::<String>()? {
            match &key[..] {
                "format" => {
                    has_format = map.next_value::<String>()? == FORMAT;
                    if !has_format {
                        return Err(self.refuse(Flaw::DoesNotFit { key: "format" }));
                    }
                }
                _ if !has_format => return Err(self.refuse(Flaw::Lacks { key: "format" })),
                "vote" if self.state.is_none() => {
                    let head = map.next_value()?;
                    self.begin(head).map_err(|flaw| self.refuse(flaw))?;
                }
                "hands" if self.state.is_some() && !has_ballots => {
                    map.next_value_seed(Papers { reading: self, by_hand: true })?;
                }
                "ballots" if self.state.is_some() && !has_ballots => {
                    has_ballots = true;
                    map.next_value_seed(Papers { reading: self, by_hand: false })?;
                }
                _ => return Err(self.refuse(Flaw::Expected { what: Expected::Ballots })),
            }
        }
        if has_ballots { Ok(()) } else { Err(self.refuse(Flaw::Unfinished { missing: Expected::Ballots })) }
    }
}

/// A list of ballots, none of which is kept as it is.
struct Papers<'a> {
    reading: &'a mut Reading,
    by_hand: bool,
}

impl<'de> DeserializeSeed<'de> for Papers<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Papers<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of ballots")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut papers: A) -> Result<(), A::Error> {
        while let Some(paper) = papers.next_element::<Paper>()? {
            self.reading.take(&paper, self.by_hand).map_err(|flaw| self.reading.refuse(flaw))?;
        }
        Ok(())
    }
}
