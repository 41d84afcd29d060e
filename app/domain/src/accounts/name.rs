//! A person's name as the person writes it, and the initials that stand for it in small places.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::{problem::Reason, wording::turns_direction};

/// Any script, emoji too; one line, and nothing that hides itself or turns what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

impl PersonName {
    /// In characters as a reader counts them.
    pub const MAX: u32 = 120;
    /// A reader's character may be made of many; nobody's name needs more than these.
    const MAX_CODE_POINTS: usize = 1_200;

    /// Spaces at the ends go, and several in a row become one.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.chars().any(|c| c.is_control() || turns_direction(c)) {
            return Err(Reason::Unprintable);
        }
        if !name.chars().any(is_seen) {
            return Err(Reason::Missing);
        }
        let too_long =
            name.chars().count() > Self::MAX_CODE_POINTS || name.graphemes(true).count() > Self::MAX as usize;
        if too_long { Err(Reason::TooLong { max: Self::MAX }) } else { Ok(Self(name)) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Of the first and the last word, in the order in which they are written.
    pub fn initials(&self) -> String {
        let mut words = self.0.split(' ').filter_map(initial);
        let first = words.next().unwrap_or_default();
        let last = words.next_back().unwrap_or_default();
        first + &last
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for PersonName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "not a name")
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

/// The first letter or digit of a word; of an emoji or a sign, itself.
fn initial(word: &str) -> Option<String> {
    let lettered = |grapheme: &&str| grapheme.chars().any(char::is_alphanumeric);
    let grapheme =
        word.graphemes(true).find(lettered).or_else(|| word.graphemes(true).find(|g| g.chars().any(is_seen)))?;
    Some(grapheme.to_uppercase())
}

/// Not a space, a joiner, a mark of direction or another character without a picture of its own.
fn is_seen(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180e}'
                | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn initials(name: &str) -> String {
        PersonName::parse(name).expect("a name").initials()
    }

    #[test]
    fn every_script_has_names() {
        for name in ["Åsa Öberg", "مریم حسینی", "נועה לוי", "李小龍", "👩🏽‍🚀 Kim", "Ng", "O", "</textarea><script>"]
        {
            assert_eq!(PersonName::parse(name).expect(name).as_str(), name);
        }
        assert_eq!(PersonName::parse("  Kim \t\n Lind ").expect("a name").as_str(), "Kim Lind");
    }

    #[test]
    fn what_cannot_be_seen_is_no_name() {
        for name in ["", "   ", "\u{200b}\u{200d}", "\u{3164}", "\u{200f} \u{200e}"] {
            assert_eq!(PersonName::parse(name), Err(Reason::Missing), "{name:?}");
        }
        for name in ["Kim\u{202e}dniL", "Kim\u{2066}", "Kim\u{0}Lind", "Kim\u{1b}[31m"] {
            assert_eq!(PersonName::parse(name), Err(Reason::Unprintable), "{name:?}");
        }
    }

    #[test]
    fn length_is_what_a_reader_counts() {
        assert!(PersonName::parse(&"👩🏽‍🚀".repeat(120)).is_ok());
        assert_eq!(PersonName::parse(&"a".repeat(121)), Err(Reason::TooLong { max: 120 }));
        let tower = format!("a{}", "\u{301}".repeat(2_000));
        assert_eq!(PersonName::parse(&tower), Err(Reason::TooLong { max: 120 }));
    }

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("kim lind"), "KL");
        assert_eq!(initials("Anna Karin af Ugglas"), "AU");
        assert_eq!(initials("Åsa"), "Å");
        assert_eq!(initials("مریم حسینی"), "مح");
        assert_eq!(initials("👩🏽‍🚀 Kim"), "👩🏽‍🚀K");
        assert_eq!(initials("(Kim) -Lind"), "KL");
        assert_eq!(initials("e\u{301}va o"), "E\u{301}O");
    }

    proptest! {
        #[test]
        fn what_was_read_once_reads_the_same_again_and_has_initials(text in "\\PC{0,140}") {
            if let Ok(name) = PersonName::parse(&text) {
                prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
                prop_assert!(!name.initials().is_empty());
                prop_assert!(!name.as_str().contains('\n'));
            }
        }
    }
}
