//! Cuts a stream of bytes into lines of text.

use super::fault::{Expected, Fault, Flaw};

/// A ballot that ranks thousands of options has room; a file without line ends does not fill the memory.
const LONGEST: usize = 1 << 20;

#[derive(Debug, Default)]
pub struct Lines {
    /// So many have been handed on.
    number: u64,
    /// The beginning of a line whose end has not been read yet.
    begun: Vec<u8>,
    /// There may be control characters in it.
    begun_with_control: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    number: u64,
    pub text: &'a str,
}

impl Lines {
    pub fn feed(&mut self, chunk: &[u8], mut each: impl FnMut(Line<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
        let mut rest = chunk;
        // Whole chunks without control characters are told quickly, and then no line has to be looked through.
        let has_control = chunk.iter().fold(false, |found, byte| found | (is_control(*byte) & (*byte != b'\n')));
        self.begun_with_control |= has_control;
        while let Some(end) = line_end(rest) {
            let (line, after) = (&rest[..end], &rest[end + 1..]);
            if self.begun.is_empty() {
                self.number += 1;
                each(read(self.number, line, has_control)?)?;
            } else {
                self.keep(line)?;
                self.hand_on(&mut each)?;
                self.begun_with_control = has_control;
            }
            rest = after;
        }
        self.keep(rest)
    }

    /// The last line, if nothing ended it.
    pub fn end(&mut self, mut each: impl FnMut(Line<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
        if self.begun.is_empty() { Ok(()) } else { self.hand_on(&mut each) }
    }

    /// Where a fault is that shows only at the end of the file.
    pub fn after_last(&self) -> Line<'static> {
        Line { number: self.number + 1, text: "" }
    }

    fn keep(&mut self, part: &[u8]) -> Result<(), Fault> {
        if self.begun.len() + part.len() > LONGEST {
            let column = u64::try_from(LONGEST).unwrap_or(u64::MAX);
            return Err(Fault { line: self.number + 1, column, flaw: Flaw::LineTooLong { most: LONGEST } });
        }
        self.begun.extend_from_slice(part);
        Ok(())
    }

    fn hand_on(&mut self, each: &mut impl FnMut(Line<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
        self.number += 1;
        let line = std::mem::take(&mut self.begun);
        each(read(self.number, &line, self.begun_with_control)?)
    }
}

/// Looks at many bytes at once before it looks at each.
fn line_end(bytes: &[u8]) -> Option<usize> {
    let mut before = 0;
    for block in bytes.chunks(64) {
        if block.iter().fold(false, |found, byte| found | (*byte == b'\n')) {
            return block.iter().position(|byte| *byte == b'\n').map(|at| before + at);
        }
        before += block.len();
    }
    None
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && byte != b'\t'
}

fn read(number: u64, bytes: &[u8], may_hold_control: bool) -> Result<Line<'_>, Fault> {
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|fault| {
        let column = String::from_utf8_lossy(&bytes[..fault.valid_up_to()]).chars().count();
        Fault { line: number, column: u64::try_from(column + 1).unwrap_or(u64::MAX), flaw: Flaw::NotText }
    })?;
    // Some programs put a mark before the first character of a file in UTF-8.
    let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { text };
    let line = Line { number, text };
    let control = if may_hold_control { text.bytes().position(is_control) } else { None };
    control.map_or(Ok(line), |at| Err(line.fault_at(at, Flaw::ControlCharacter)))
}

impl<'a> Line<'a> {
    /// A fault at its first character.
    pub fn fault(&self, flaw: Flaw) -> Fault {
        self.fault_at(0, flaw)
    }

    /// A fault at the byte `at`, which lies between two characters.
    pub fn fault_at(&self, at: usize, flaw: Flaw) -> Fault {
        let column = self.text.get(..at).unwrap_or(self.text).chars().count() + 1;
        Fault { line: self.number, column: u64::try_from(column).unwrap_or(u64::MAX), flaw }
    }

    /// A fault at the beginning of `part`, which is a part of this line.
    pub fn fault_in(&self, part: &str, flaw: Flaw) -> Fault {
        let at = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.fault_at(at, flaw)
    }

    pub fn expected_in(&self, part: &str, what: Expected) -> Fault {
        self.fault_in(part, Flaw::Expected { what })
    }

    /// The whole number that `part` is.
    pub fn number_in(&self, part: &'a str) -> Result<u64, Fault> {
        if part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(self.expected_in(part, Expected::Number));
        }
        part.parse().map_err(|_| self.fault_in(part, Flaw::NumberTooLarge))
    }
}
