//! ABIF: `42:Memphis>Nashville=Knoxville`, with scores after a slash, and longer names told as `=id:[Name]`.

use super::{
    fault::{Expected, Fault, Flaw},
    gathering::Gathering,
    index::Index,
    lines::Line,
};
use crate::votes::ballots::Choice;

#[derive(Debug, Default)]
pub struct Abif {
    /// The options by what ballots call them.
    tokens: Index,
    /// Options were declared before the first ballot, so that there are no others.
    is_declared: bool,
    has_ballots: bool,
}

/// What parts an option from the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Above,
    Beside,
    Comma,
}

impl Abif {
    pub fn read(&mut self, line: Line<'_>, gathering: &mut Gathering) -> Result<(), Fault> {
        let text = line.text.trim();
        if text.is_empty() || text.starts_with(['#', '{']) {
            return Ok(());
        }
        match text.strip_prefix('=') {
            Some(declared) => self.declare(line, declared.trim_start(), gathering),
            None => self.ballot(line, text, gathering),
        }
    }

    fn declare(&mut self, line: Line<'_>, text: &str, gathering: &mut Gathering) -> Result<(), Fault> {
        let (token, rest) = take_name(line, text)?;
        let rest = rest.trim_start();
        let name = rest.strip_prefix(':').ok_or_else(|| line.expected_in(rest, Expected::Colon))?.trim_start();
        let (name, rest) = take_name(line, name)?;
        let rest = rest.trim_start();
        if !(rest.is_empty() || rest.starts_with('#')) {
            return Err(line.expected_in(rest, Expected::LineEnd));
        }
        self.is_declared |= !self.has_ballots;
        match self.tokens.find(token) {
            Some(_) if self.is_declared => Err(Flaw::Twice { name: token.to_owned() }),
            Some(choice) => gathering.rename(choice, name),
            None => gathering.add_option(name).map(|choice| {
                self.tokens.add(token.into(), choice);
            }),
        }
        .map_err(|flaw| line.fault_in(text, flaw))
    }

    fn ballot(&mut self, line: Line<'_>, text: &str, gathering: &mut Gathering) -> Result<(), Fault> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (count, rest) = text.split_at(digits);
        let number = line.number_in(count)?;
        let rest = rest.trim_start();
        let mut rest = rest.strip_prefix(':').ok_or_else(|| line.expected_in(rest, Expected::Colon))?.trim_start();
        self.has_ballots = true;
        gathering.begin_paper();
        let mut first_sign = None;
        while !(rest.is_empty() || rest.starts_with('#')) {
            let mut sign = Sign::Above;
            if gathering.entries() > 0 {
                (sign, rest) = take_sign(line, rest)?;
                let first = *first_sign.get_or_insert(sign);
                if (first == Sign::Comma) != (sign == Sign::Comma) {
                    return Err(line.fault_in(rest, Flaw::MixedSigns));
                }
            }
            let option = rest;
            let (token, after) = take_name(line, rest)?;
            let choice = self.find(token, gathering).map_err(|flaw| line.fault_in(option, flaw))?;
            let (score, after) = take_score(line, after)?;
            let shares_place = sign != Sign::Above;
            gathering.enter(choice, shares_place, score).map_err(|flaw| line.fault_in(option, flaw))?;
            rest = after.trim_start();
        }
        if first_sign == Some(Sign::Comma) {
            gathering.order_by_scores();
        } else if !gathering.scores_follow_order() {
            return Err(line.fault_in(text, Flaw::OrderAgainstScores));
        }
        gathering.end_paper(number).map_err(|flaw| line.fault_in(text, flaw))
    }

    fn find(&mut self, token: &str, gathering: &mut Gathering) -> Result<Choice, Flaw> {
        if let Some(choice) = self.tokens.find(token).or_else(|| gathering.find(token)) {
            return Ok(choice);
        }
        if self.is_declared {
            return Err(Flaw::UnknownOption { name: token.to_owned() });
        }
        let choice = gathering.add_option(token)?;
        self.tokens.add(token.into(), choice);
        Ok(choice)
    }
}

/// A name in brackets, in quotes, or as it stands up to the next sign; and what follows it.
fn take_name<'a>(line: Line<'_>, text: &'a str) -> Result<(&'a str, &'a str), Fault> {
    let (closing, missing) = match text.bytes().next() {
        Some(b'[') => (']', Expected::Bracket),
        Some(b'"') => ('"', Expected::Quote),
        _ => {
            let end = text.bytes().position(ends_name).unwrap_or(text.len());
            let name = text[..end].trim_end();
            let named = if name.is_empty() { Err(line.expected_in(text, Expected::Name)) } else { Ok(name) };
            return named.map(|name| (name, &text[end..]));
        }
    };
    let (name, rest) = text[1..].split_once(closing).ok_or_else(|| line.expected_in(text, missing))?;
    let name = name.trim();
    if name.is_empty() { Err(line.expected_in(text, Expected::Name)) } else { Ok((name, rest)) }
}

fn ends_name(byte: u8) -> bool {
    matches!(byte, b'>' | b'=' | b',' | b'/' | b'#' | b':' | b'[' | b']' | b'"')
}

fn take_score<'a>(line: Line<'_>, text: &'a str) -> Result<(Option<i64>, &'a str), Fault> {
    let Some(score) = text.trim_start().strip_prefix('/') else { return Ok((None, text)) };
    let score = score.trim_start();
    let (digits, rest) = score.split_at(score.bytes().take_while(u8::is_ascii_digit).count());
    let number = line.number_in(digits).map_err(|fault| line.fault_in(score, fault.flaw))?;
    let number = i64::try_from(number).map_err(|_| line.fault_in(score, Flaw::NumberTooLarge))?;
    Ok((Some(number), rest))
}

fn take_sign<'a>(line: Line<'_>, text: &'a str) -> Result<(Sign, &'a str), Fault> {
    let sign = match text.bytes().next() {
        Some(b'>') => Sign::Above,
        Some(b'=') => Sign::Beside,
        Some(b',') => Sign::Comma,
        _ => return Err(line.expected_in(text, Expected::Sign)),
    };
    Ok((sign, text[1..].trim_start()))
}
