//! Pabulib's `.pb`: projects with costs, a budget, and who approves of which projects.

use std::collections::HashSet;

use sha2::{Digest as _, Sha256};

use super::{
    cells::{self, Cell},
    fault::{Expected, Fault, Flaw},
    gathering::Gathering,
    lines::Line,
    numbers::hundredths,
};
use crate::votes::election::{Budget, Frame};

#[derive(Debug, Default)]
pub struct Pabulib {
    section: Option<Section>,
    /// The names of the section's columns, once they have been read.
    columns: Option<Vec<String>>,
    budget: Option<u64>,
    projects: Option<u64>,
    votes: Option<u64>,
    /// So many projects a voter may approve of.
    most: Option<u64>,
    costs: Vec<u64>,
    /// How many votes each project is said to have, and how many have been read.
    said: Vec<Option<u64>>,
    found: Vec<u64>,
    voters: HashSet<[u8; 16]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Meta,
    Projects,
    Votes,
}

impl Pabulib {
    pub fn read(&mut self, line: Line<'_>, gathering: &mut Gathering) -> Result<(), Fault> {
        let text = line.text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let section = match text {
            "META" => Some(Section::Meta),
            "PROJECTS" => Some(Section::Projects),
            "VOTES" => Some(Section::Votes),
            _ => None,
        };
        if section.is_some() {
            return self.begin(line, section);
        }
        let mut row = Vec::new();
        cells::split(line, b';', |cell| {
            row.push(cell);
            Ok(())
        })?;
        let Some(section) = self.section else {
            return Err(line.expected_in(text, Expected::Section));
        };
        if self.columns.is_none() {
            self.columns = Some(row.iter().map(|cell| cell.text.to_lowercase()).collect());
            return Ok(());
        }
        match section {
            Section::Meta => self.meta(line, &row),
            Section::Projects => self.project(line, &row, gathering),
            Section::Votes => self.vote(line, &row, gathering),
        }
    }

    /// The sections come in their order, each once.
    fn begin(&mut self, line: Line<'_>, section: Option<Section>) -> Result<(), Fault> {
        let next = match self.section {
            None => Section::Meta,
            Some(Section::Meta) => Section::Projects,
            Some(_) => Section::Votes,
        };
        if section != Some(next) || self.section == Some(Section::Votes) {
            return Err(line.fault(Flaw::Expected { what: Expected::Section }));
        }
        (self.section, self.columns) = (section, None);
        Ok(())
    }

    fn meta(&mut self, line: Line<'_>, row: &[Cell<'_>]) -> Result<(), Fault> {
        let [key, value, ..] = row else {
            return Err(line.fault_at(line.text.len(), Flaw::Expected { what: Expected::Cell }));
        };
        match &key.text[..] {
            "budget" => self.budget = Some(money(line, value)?),
            "num_projects" => self.projects = Some(number(line, value)?),
            "num_votes" => self.votes = Some(number(line, value)?),
            "max_length" => self.most = Some(number(line, value)?),
            "vote_type" if value.text != "approval" => return Err(line.fault_in(value.raw, Flaw::NotApprovals)),
            _ => {}
        }
        Ok(())
    }

    fn project(&mut self, line: Line<'_>, row: &[Cell<'_>], gathering: &mut Gathering) -> Result<(), Fault> {
        let id = self.cell(line, row, "project_id")?.ok_or_else(|| missing_cell(line))?;
        gathering.add_option(&id.text).map_err(|flaw| line.fault_in(id.raw, flaw))?;
        let cost = self.cell(line, row, "cost")?.ok_or_else(|| missing_cell(line))?;
        self.costs.push(money(line, cost)?);
        if self.costs.last() == Some(&0) {
            return Err(line.expected_in(cost.raw, Expected::Positive));
        }
        let said = match self.cell(line, row, "votes") {
            Ok(Some(cell)) if !cell.text.is_empty() => Some(number(line, cell)?),
            _ => None,
        };
        self.said.push(said);
        self.found.push(0);
        Ok(())
    }

    fn vote(&mut self, line: Line<'_>, row: &[Cell<'_>], gathering: &mut Gathering) -> Result<(), Fault> {
        let voter = self.cell(line, row, "voter_id")?.ok_or_else(|| missing_cell(line))?;
        let mut fingerprint = [0; 16];
        fingerprint.copy_from_slice(&Sha256::digest(voter.text.as_bytes())[..16]);
        if !self.voters.insert(fingerprint) {
            return Err(line.fault_in(voter.raw, Flaw::Twice { name: voter.text.to_string() }));
        }
        let vote = self.cell(line, row, "vote")?;
        gathering.begin_paper();
        for id in vote.iter().flat_map(|cell| cell.text.split(',')).map(str::trim).filter(|id| !id.is_empty()) {
            let raw = vote.map_or(line.text, |cell| cell.raw);
            let place = raw.find(id).map_or(raw, |at| &raw[at..]);
            let choice =
                gathering.find(id).ok_or_else(|| line.fault_in(place, Flaw::UnknownOption { name: id.to_owned() }))?;
            gathering.enter(choice, true, None).map_err(|flaw| line.fault_in(place, flaw))?;
            self.found[usize::from(choice)] += 1;
        }
        let too_many = self.most.is_some_and(|most| u64::try_from(gathering.entries()).is_ok_and(|named| named > most));
        let taken = if too_many { gathering.end_invalid_paper(1) } else { gathering.end_paper(1) };
        taken.map_err(|flaw| line.fault(flaw))
    }

    /// What stands in a column that the section must have; nothing where the row ends before it.
    fn cell<'r, 'a>(&self, line: Line<'_>, row: &'r [Cell<'a>], column: &str) -> Result<Option<&'r Cell<'a>>, Fault> {
        let at = self.columns.iter().flatten().position(|name| name == column);
        at.map(|at| row.get(at)).ok_or_else(|| line.fault(Flaw::Expected { what: Expected::Column }))
    }

    pub fn end(&mut self, gathering: &mut Gathering) -> Result<(), Flaw> {
        if self.section != Some(Section::Votes) {
            return Err(Flaw::Unfinished { missing: Expected::Section });
        }
        let total = self.budget.ok_or(Flaw::Unfinished { missing: Expected::Budget })?;
        let projects = u64::try_from(gathering.options()).unwrap_or(u64::MAX);
        let numbers = [(self.projects, projects), (self.votes, gathering.total())];
        let projects = self.said.iter().copied().zip(self.found.iter().copied());
        for (said, found) in numbers.into_iter().chain(projects) {
            if let Some(said) = said.filter(|said| *said != found) {
                return Err(Flaw::WrongNumber { said, found });
            }
        }
        gathering.frame = Frame::Budget(Budget { total, costs: std::mem::take(&mut self.costs) });
        Ok(())
    }
}

fn missing_cell(line: Line<'_>) -> Fault {
    line.fault_at(line.text.len(), Flaw::Expected { what: Expected::Cell })
}

fn number(line: Line<'_>, cell: &Cell<'_>) -> Result<u64, Fault> {
    let fault = |flaw| line.fault_in(cell.raw, flaw);
    if cell.text.is_empty() || !cell.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(fault(Flaw::Expected { what: Expected::Number }));
    }
    cell.text.parse().map_err(|_| fault(Flaw::NumberTooLarge))
}

fn money(line: Line<'_>, cell: &Cell<'_>) -> Result<u64, Fault> {
    hundredths(&cell.text).map_err(|flaw| line.fault_in(cell.raw, flaw))
}
