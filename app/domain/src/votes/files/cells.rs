//! The cells of a line whose cells are parted by a sign and may be quoted.

use std::borrow::Cow;

use super::{
    fault::{Expected, Fault},
    lines::Line,
};

pub struct Cell<'a> {
    /// As it stands in the line, to tell where it is.
    pub raw: &'a str,
    pub text: Cow<'a, str>,
}

/// Hands each cell to `each`, parted by a sign of ASCII, trimmed and without its quotes; a doubled quote inside quotes stands for one.
pub fn split<'a>(line: Line<'a>, sign: u8, mut each: impl FnMut(Cell<'a>) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut rest = Some(line.text);
    while let Some(text) = rest {
        let raw = text.trim_start();
        let (cell, after) = match raw.strip_prefix('"') {
            None => {
                let end = raw.bytes().position(|byte| byte == sign);
                let (cell, after) = end.map_or((raw, None), |end| (&raw[..end], Some(&raw[end + 1..])));
                (Cow::Borrowed(cell.trim_end()), after)
            }
            Some(quoted) => {
                let end = end_of_quoted(quoted).ok_or_else(|| line.expected_in(raw, Expected::Quote))?;
                let behind = quoted[end + 1..].trim_start();
                let after = match behind.strip_prefix(char::from(sign)) {
                    None if behind.is_empty() => None,
                    None => return Err(line.expected_in(behind, Expected::LineEnd)),
                    after => after,
                };
                let inside = &quoted[..end];
                (if inside.contains('"') { inside.replace("\"\"", "\"").into() } else { inside.into() }, after)
            }
        };
        each(Cell { raw, text: cell })?;
        rest = after;
    }
    Ok(())
}

/// Where the quote is that ends this; a doubled one does not.
fn end_of_quoted(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.get(at..)?.find('"')?;
        if text[at + 1..].starts_with('"') {
            at += 2;
        } else {
            return Some(at);
        }
    }
}
