//! CSV: one ballot a line, names in order of preference, how many such ballots there are before them if it says so.

use super::{
    cells,
    fault::{Fault, Flaw},
    gathering::Gathering,
    lines::Line,
};

#[derive(Debug, Default)]
pub struct Csv;

impl Csv {
    pub fn read(&mut self, line: Line<'_>, gathering: &mut Gathering) -> Result<(), Fault> {
        gathering.begin_paper();
        let mut number = 1;
        let mut is_first = true;
        cells::split(line, b',', |cell| {
            let is_number = !cell.text.is_empty() && cell.text.bytes().all(|byte| byte.is_ascii_digit());
            // In quotes a number is a name.
            if std::mem::take(&mut is_first) && is_number && !cell.raw.starts_with('"') {
                number = cell.text.parse().map_err(|_| line.fault_in(cell.raw, Flaw::NumberTooLarge))?;
                return Ok(());
            }
            if cell.text.is_empty() {
                return Ok(());
            }
            let choice = gathering.find_or_add(&cell.text).map_err(|flaw| line.fault_in(cell.raw, flaw))?;
            gathering.enter(choice, false, None).map_err(|flaw| line.fault_in(cell.raw, flaw))
        })?;
        gathering.end_paper(number).map_err(|flaw| line.fault(flaw))
    }
}
