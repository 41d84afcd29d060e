//! Tables that people bring from their spreadsheets: read whatever the program called CSV, and refused row by row.

mod encoding;
mod table;

pub use encoding::decode;
pub use table::{Row, Sheet};

use serde::{Deserialize, Serialize};

use crate::problem::{Fault, Reason};

/// More bytes than this no list of ours has.
pub const MOST_BYTES: usize = 8 << 20;
pub const MOST_ROWS: usize = 20_000;

/// A row of a file that cannot be taken, with what is wrong at which column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowFault {
    pub line: u32,
    pub faults: Vec<Fault>,
}

/// A spreadsheet would run what begins like this when it opens it; a name, a number or a telephone number does not.
pub fn is_formula(cell: &str) -> bool {
    let mut letters = cell.trim_start().chars();
    match letters.next() {
        Some('=' | '@') => true,
        Some('+' | '-') => letters.next().is_some_and(|next| !next.is_ascii_digit() && !next.is_whitespace()),
        _ => false,
    }
}

/// One cell as a line of text that is no formula.
pub fn cell(text: &str, max: u32) -> Result<String, Reason> {
    if is_formula(text) { Err(Reason::Formula) } else { crate::wording::line(text, max) }
}

/// Like [`cell`], one that may be empty.
pub fn optional_cell(text: &str, max: u32) -> Result<Option<String>, Reason> {
    if is_formula(text) { Err(Reason::Formula) } else { crate::wording::optional_line(text, max) }
}
