//! Readers of ballot files: they are fed with bytes and hand back an election, or say where the file is wrong.

mod abif;
mod blt;
mod cells;
mod csv;
mod fault;
mod gathering;
mod index;
mod lines;
mod numbers;
mod pabulib;

pub use fault::{Expected, Fault, Flaw};
pub(super) use gathering::Gathering;
pub(super) use numbers::{decimal_units, hundredths};

use self::lines::Lines;
use super::{election::Election, method::Method};

/// The formats of others, by the ending of a file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Abif,
    Blt,
    Csv,
    Pabulib,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Abif, Self::Blt, Self::Csv, Self::Pabulib];

    pub const fn ending(self) -> &'static str {
        match self {
            Self::Abif => "abif",
            Self::Blt => "blt",
            Self::Csv => "csv",
            Self::Pabulib => "pb",
        }
    }

    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }

    /// Whether a file of this format can hold what the method counts.
    pub const fn serves(self, method: Method) -> bool {
        match (self, method) {
            (_, Method::Consent | Method::Matrix | Method::Estimate) => false,
            (Self::Pabulib, method) => matches!(method, Method::Approval | Method::EqualShares),
            (Self::Abif, method) => !matches!(method, Method::EqualShares),
            (Self::Blt | Self::Csv, method) => !matches!(method, Method::EqualShares | Method::Score | Method::Dots),
        }
    }
}

/// Reads one file, chunk by chunk.
#[derive(Debug)]
pub struct Reader {
    lines: Lines,
    grammar: Grammar,
    gathering: Gathering,
}

/// Where each grammar stands between two lines.
#[derive(Debug)]
enum Grammar {
    Abif(abif::Abif),
    Blt(blt::Blt),
    Csv(csv::Csv),
    Pabulib(pabulib::Pabulib),
}

impl Reader {
    pub fn new(format: Format, method: Method) -> Self {
        let grammar = match format {
            Format::Abif => Grammar::Abif(abif::Abif::default()),
            Format::Blt => Grammar::Blt(blt::Blt::default()),
            Format::Csv => Grammar::Csv(csv::Csv),
            Format::Pabulib => Grammar::Pabulib(pabulib::Pabulib::default()),
        };
        Self { lines: Lines::default(), grammar, gathering: Gathering::new(method) }
    }

    pub fn feed(&mut self, chunk: &[u8]) -> Result<(), Fault> {
        let Self { lines, grammar, gathering } = self;
        lines.feed(chunk, |line| grammar.read(line, gathering))
    }

    pub fn end(mut self) -> Result<Election, Fault> {
        let Self { lines, grammar, gathering } = &mut self;
        lines.end(|line| grammar.read(line, gathering))?;
        let last = lines.after_last();
        grammar.end(gathering).and_then(|()| self.gathering.into_election()).map_err(|flaw| last.fault(flaw))
    }

    /// How many ballots have been read so far.
    pub fn ballots(&self) -> u64 {
        self.gathering.total()
    }
}

impl Grammar {
    fn read(&mut self, line: lines::Line<'_>, gathering: &mut Gathering) -> Result<(), Fault> {
        match self {
            Self::Abif(abif) => abif.read(line, gathering),
            Self::Blt(blt) => blt.read(line, gathering),
            Self::Csv(csv) => csv.read(line, gathering),
            Self::Pabulib(pabulib) => pabulib.read(line, gathering),
        }
    }

    /// Whether all is there that has to be.
    fn end(&mut self, gathering: &mut Gathering) -> Result<(), Flaw> {
        match self {
            Self::Abif(_) | Self::Csv(_) => Ok(()),
            Self::Blt(blt) => blt.end(),
            Self::Pabulib(pabulib) => pabulib.end(gathering),
        }
    }
}

#[cfg(test)]
mod tests;
