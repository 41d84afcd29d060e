//! What people write into fields: one line or a few paragraphs, without what hides itself or turns what stands beside it.

use crate::problem::Reason;

/// Embeddings, overrides and isolates: what comes after them on the page would be read in another order.
pub(crate) fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One line that must be there. Spaces at the ends go, and several in a row become one.
pub fn line(text: &str, max: u32) -> Result<String, Reason> {
    optional_line(text, max)?.ok_or(Reason::Missing)
}

/// One line that may be left empty.
pub fn optional_line(text: &str, max: u32) -> Result<Option<String>, Reason> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    measured(line, max).map(|line| Some(line).filter(|line| !line.is_empty()))
}

/// Lines and paragraphs, or nothing at all. Line ends become one kind.
pub fn paragraphs(text: &str, max: u32) -> Result<String, Reason> {
    let lines = text.trim().lines().map(str::trim_end).collect::<Vec<_>>();
    measured(lines.join("\n"), max)
}

fn measured(text: String, max: u32) -> Result<String, Reason> {
    if text.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || turns_direction(c)) {
        return Err(Reason::Unprintable);
    }
    if text.chars().count() > max as usize { Err(Reason::TooLong { max }) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("  Region \n Uppsala ", 40), Ok("Region Uppsala".into()));
        assert_eq!(line(" \n ", 40), Err(Reason::Missing));
        assert_eq!(line("abc", 2), Err(Reason::TooLong { max: 2 }));
        assert_eq!(line("a\u{202e}b", 9), Err(Reason::Unprintable));
        assert_eq!(paragraphs("a \r\n\r\nb\r\n", 9), Ok("a\n\nb".into()));
        assert_eq!(paragraphs("a\u{0}", 9), Err(Reason::Unprintable));
    }

    proptest! {
        #[test]
        fn what_was_read_once_reads_the_same_again(text in "[\\PC\\n\\r\\t]{0,60}") {
            if let Ok(read) = paragraphs(&text, 50) {
                prop_assert_eq!(paragraphs(&read, 50), Ok(read.clone()));
            }
            if let Ok(Some(read)) = optional_line(&text, 50) {
                prop_assert_eq!(line(&read, 50), Ok(read.clone()));
                prop_assert!(!read.contains('\n'));
            }
        }
    }
}
