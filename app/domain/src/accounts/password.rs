//! A password that somebody chooses: long enough, and not one that is tried first.

use std::{collections::BTreeSet, fmt};

use super::{EmailAddress, PersonName};
use crate::problem::{Faults, Reason};

/// One that has been checked. It shows itself only when asked, and never in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPassword(String);

/// Words that are tried first, a line each.
const COMMON: &str = include_str!("common_passwords.txt");

/// Fewer different characters than these are a pattern, not a password.
const DIFFERENT: usize = 5;

impl NewPassword {
    pub const MIN: u32 = 12;
    pub const MAX: u32 = 200;

    /// Reads the fields `password` and `again`. Spaces belong to a password wherever they stand.
    pub fn read(
        password: &str,
        again: &str,
        email: &EmailAddress,
        name: Option<&PersonName>,
        faults: &mut Faults,
    ) -> Option<Self> {
        let checked = faults.check("password", Self::check(password, email, name));
        if checked.is_some() && password != again {
            faults.add("again", Reason::Different);
            return None;
        }
        checked
    }

    fn check(password: &str, email: &EmailAddress, name: Option<&PersonName>) -> Result<Self, Reason> {
        let length = password.chars().count();
        if password.is_empty() {
            return Err(Reason::Missing);
        }
        if length < Self::MIN as usize {
            return Err(Reason::TooShort { min: Self::MIN });
        }
        if length > Self::MAX as usize {
            return Err(Reason::TooLong { max: Self::MAX });
        }
        if is_own(password, email, name) || is_guessable(password) {
            return Err(Reason::WeakPassword);
        }
        Ok(Self(password.to_owned()))
    }

    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(…)")
    }
}

/// The address, what stands before its @, or the name, whatever stands around it in digits and signs.
fn is_own(password: &str, email: &EmailAddress, name: Option<&PersonName>) -> bool {
    let own = [Some(email.as_str()), Some(email.local_part()), name.map(PersonName::as_str)];
    own.into_iter().flatten().any(|own| {
        let bare = letters(own);
        password.to_lowercase() == own.to_lowercase() || (!bare.is_empty() && letters(password) == bare)
    })
}

/// A common word (once or repeated, with digits and signs around it), a row of keys, or a pattern.
fn is_guessable(password: &str) -> bool {
    let lower = password.to_lowercase();
    let letters = letters(password);
    let different = lower.chars().collect::<BTreeSet<_>>().len();
    different < DIFFERENT
        || is_sequence(&lower)
        || COMMON.lines().any(|word| {
            lower == word || letters == word || (!letters.is_empty() && letters.replace(word, "").is_empty())
        })
}

/// Every character follows the one before it, up or down, as in `abcdefghijkl`; a digit may start over after 9.
fn is_sequence(text: &str) -> bool {
    let codes = text.chars().map(|c| i64::from(u32::from(c))).collect::<Vec<_>>();
    let steps = codes.windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<_>>();
    steps.iter().all(|step| matches!(step, 1 | -9)) || steps.iter().all(|step| matches!(step, -1 | 9))
}

fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(password: &str) -> Result<NewPassword, Reason> {
        let email = EmailAddress::parse("kimberly.lindqvist@example.se").expect("an address");
        let name = PersonName::parse("Kimberly Lindqvist").expect("a name");
        NewPassword::check(password, &email, Some(&name))
    }

    #[test]
    fn four_words_are_a_good_password() {
        for password in ["gul traktor under månen", "Vv7-xk2!qPz9", "مرحبا بالعالم الجديد", "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧"]
        {
            assert!(check(password).is_ok(), "{password}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(check(""), Err(Reason::Missing));
        assert_eq!(check("elva tecken"), Err(Reason::TooShort { min: 12 }));
        assert_eq!(check(&"gul traktor ".repeat(17)), Err(Reason::TooLong { max: 200 }));
    }

    #[test]
    fn what_is_tried_first_is_weak() {
        for password in [
            "kimberly.lindqvist@example.se",
            "Kimberly Lindqvist",
            "kimberlylindqvist1975!",
            "Lösenord1234",
            "passwordpassword",
            "Sommar2026!!",
            "qwertyuiopåasdf",
            "123456789012",
            "abcdefghijklm",
            "987654321098",
            "aaaaaaaaaaaaaaa",
            "abababababab",
            "Rådslag2026!",
            "1q2w3e4r5t6y",
        ] {
            assert_eq!(check(password), Err(Reason::WeakPassword), "{password}");
        }
    }

    #[test]
    fn the_two_must_be_the_same_and_neither_is_shown() {
        let email = EmailAddress::parse("kim@example.se").expect("an address");
        let mut faults = Faults::default();
        assert_eq!(NewPassword::read("gul traktor under", "gul traktor", &email, None, &mut faults), None);
        let problem = faults.done().expect_err("they differ");
        assert_eq!(problem.at("again"), Some(Reason::Different));
        assert!(!format!("{:?}", check("gul traktor under månen")).contains("traktor"));
    }

    #[test]
    fn the_list_holds_what_it_is_compared_with() {
        for word in COMMON.lines() {
            assert_eq!(word, word.trim().to_lowercase());
            assert!(word.chars().count() >= 4, "{word} would refuse too much");
        }
    }
}
