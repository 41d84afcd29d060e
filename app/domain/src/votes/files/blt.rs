//! BLT, as programs for the single transferable vote write it: numbers first, ballots, names, a title.

use std::collections::BTreeSet;

use super::{
    fault::{Expected, Fault, Flaw},
    gathering::Gathering,
    lines::Line,
};
use crate::votes::ballots::Choice;

/// Options are numbers until their names are read, after all ballots.
#[derive(Debug, Default)]
pub struct Blt {
    part: Part,
    options: u16,
    withdrawn: BTreeSet<u16>,
    /// What each number on a ballot stands for; nobody, if that option was withdrawn.
    choices: Vec<Option<Choice>>,
    /// So many names have been read.
    named: usize,
}

#[derive(Debug, Default)]
enum Part {
    #[default]
    Head,
    Ballots,
    Names,
    Title,
    End,
}

impl Blt {
    pub fn read(&mut self, line: Line<'_>, gathering: &mut Gathering) -> Result<(), Fault> {
        // `#` begins a remark, but not inside a name.
        let text = match self.part {
            Part::Head | Part::Ballots => line.text.split('#').next().unwrap_or_default().trim(),
            _ if line.text.trim_start().starts_with('#') => "",
            _ => line.text.trim(),
        };
        if text.is_empty() {
            return Ok(());
        }
        match self.part {
            Part::Head => self.head(line, text, gathering),
            Part::Ballots => self.ballot(line, text, gathering),
            Part::Names => self.name(line, text, gathering),
            Part::Title => {
                self.part = Part::End;
                quoted(line, text).map(drop)
            }
            Part::End => Err(line.fault_in(text, Flaw::AfterEnd)),
        }
    }

    fn head(&mut self, line: Line<'_>, text: &str, gathering: &mut Gathering) -> Result<(), Fault> {
        let mut words = text.split_whitespace();
        let options = words.next().unwrap_or_default();
        let number = line.number_in(options)?;
        self.options = u16::try_from(number).map_err(|_| line.fault_in(options, Flaw::NumberTooLarge))?;
        let seats = words.next().ok_or_else(|| line.fault_at(line.text.len(), wanted(Expected::Seats)))?;
        gathering.seats = Some(line.number_in(seats)?);
        if gathering.seats == Some(0) {
            return Err(line.expected_in(seats, Expected::Positive));
        }
        if let Some(more) = words.next() {
            return Err(line.expected_in(more, Expected::LineEnd));
        }
        self.part = Part::Ballots;
        Ok(())
    }

    /// `-2 -5`: options that were withdrawn.
    fn withdraw(&mut self, line: Line<'_>, text: &str) -> Result<(), Fault> {
        for word in text.split_whitespace() {
            let number = line.number_in(word.strip_prefix('-').unwrap_or_default())?;
            let known = u16::try_from(number).ok().filter(|number| (1..=self.options).contains(number));
            let option = known.ok_or_else(|| line.fault_in(word, Flaw::UnknownOption { name: word.to_owned() }))?;
            if !self.withdrawn.insert(option) {
                return Err(line.fault_in(word, Flaw::Twice { name: word.to_owned() }));
            }
        }
        Ok(())
    }

    fn add_options(&mut self, line: Line<'_>, gathering: &mut Gathering) -> Result<(), Fault> {
        for number in 1..=self.options {
            let is_withdrawn = self.withdrawn.contains(&number);
            // A name for the time being, which no file can give: it holds a line end.
            let added = (!is_withdrawn).then(|| gathering.add_option(&format!("\n{number}"))).transpose();
            self.choices.push(added.map_err(|flaw| line.fault(flaw))?);
        }
        Ok(())
    }

    fn ballot(&mut self, line: Line<'_>, text: &str, gathering: &mut Gathering) -> Result<(), Fault> {
        if self.choices.is_empty() {
            if text.starts_with('-') {
                return self.withdraw(line, text);
            }
            self.add_options(line, gathering)?;
        }
        let mut words = text.split_whitespace();
        let first = words.next().unwrap_or_default();
        let number = line.number_in(first)?;
        if number == 0 {
            self.part = Part::Names;
            return words.next().map_or(Ok(()), |more| Err(line.expected_in(more, Expected::LineEnd)));
        }
        gathering.begin_paper();
        let mut is_ended = false;
        for word in words {
            if is_ended {
                return Err(line.expected_in(word, Expected::LineEnd));
            }
            if word == "0" {
                is_ended = true;
                continue;
            }
            let mut shares_place = false;
            for option in word.split('=') {
                let Some(choice) = self.choice(line, option)? else { continue };
                gathering.enter(choice, shares_place, None).map_err(|_| twice(line, option))?;
                shares_place = true;
            }
        }
        if !is_ended {
            return Err(line.fault_at(line.text.len(), wanted(Expected::Nought)));
        }
        gathering.end_paper(number).map_err(|flaw| line.fault_in(first, flaw))
    }

    /// What a number on a ballot stands for.
    fn choice(&self, line: Line<'_>, option: &str) -> Result<Option<Choice>, Fault> {
        let at = line.number_in(option)?.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        let choice = at.and_then(|at| self.choices.get(at)).copied();
        choice.ok_or_else(|| line.fault_in(option, Flaw::UnknownOption { name: option.to_owned() }))
    }

    fn name(&mut self, line: Line<'_>, text: &str, gathering: &mut Gathering) -> Result<(), Fault> {
        let name = quoted(line, text)?;
        if name.is_empty() {
            return Err(line.expected_in(text, Expected::Name));
        }
        if let Some(Some(choice)) = self.choices.get(self.named) {
            gathering.rename(*choice, name).map_err(|flaw| line.fault_in(text, flaw))?;
        }
        self.named += 1;
        if self.named == self.choices.len() {
            self.part = Part::Title;
        }
        Ok(())
    }

    pub fn end(&self) -> Result<(), Flaw> {
        let missing = match self.part {
            Part::Head => Expected::Seats,
            Part::Ballots => Expected::Nought,
            Part::Names => Expected::Name,
            Part::Title | Part::End => return Ok(()),
        };
        Err(Flaw::Unfinished { missing })
    }
}

fn wanted(what: Expected) -> Flaw {
    Flaw::Expected { what }
}

fn twice(line: Line<'_>, option: &str) -> Fault {
    line.fault_in(option, Flaw::Twice { name: option.to_owned() })
}

fn quoted<'a>(line: Line<'_>, text: &'a str) -> Result<&'a str, Fault> {
    let inside = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    Ok(inside.ok_or_else(|| line.expected_in(text, Expected::Quote))?.trim())
}
