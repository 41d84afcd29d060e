//! What is wrong with a ballot file, and where.

use serde::Serialize;

/// Lines and columns (in characters) are counted from one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("line {line}, column {column}: {flaw:?}")]
pub struct Fault {
    pub line: u64,
    pub column: u64,
    pub flaw: Flaw,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "flaw", rename_all = "kebab-case")]
pub enum Flaw {
    /// Not UTF-8.
    NotText,
    /// A control character; files in UTF-16 are full of them.
    ControlCharacter,
    LineTooLong {
        most: usize,
    },
    /// Something else was to stand here.
    Expected {
        what: Expected,
    },
    NumberTooLarge,
    TooManyBallots,
    TooManyOptions {
        most: u16,
    },
    NoOptions,
    UnknownOption {
        name: String,
    },
    /// A ballot, or the list of options, names it a second time.
    Twice {
        name: String,
    },
    /// The method counts scores, and this option has none.
    NoScore {
        name: String,
    },
    /// `,` beside `>` or `=`.
    MixedSigns,
    /// The order says one thing and the scores another.
    OrderAgainstScores,
    /// There is something after the end.
    AfterEnd,
    /// The file says how many there are, and there are more or fewer.
    WrongNumber {
        said: u64,
        found: u64,
    },
    /// The file ends before it has to.
    Unfinished {
        missing: Expected,
    },
    /// It holds other ballots than approvals.
    NotApprovals,
    /// The method needs this, and the vote lacks it.
    Lacks {
        key: &'static str,
    },
    /// This does not go with the method, or with what else stands in the vote.
    DoesNotFit {
        key: &'static str,
    },
    /// The ballot gives something that is no mark of this vote.
    NoMark {
        given: String,
    },
}

/// What has to stand somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expected {
    Number,
    /// A number above nought.
    Positive,
    Name,
    Quote,
    Bracket,
    Colon,
    /// `>`, `=` or `,` between two options.
    Sign,
    /// The `0` that ends a ballot or all ballots.
    Nought,
    Seats,
    Section,
    Column,
    Budget,
    Cell,
    Vote,
    Ballots,
    LineEnd,
}
