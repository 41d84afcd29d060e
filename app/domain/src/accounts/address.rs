//! An e-mail address, in the one form in which it is kept and compared.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{problem::Reason, wording::turns_direction};

/// Trimmed and in lower case: few servers tell `Ali@` from `ali@`, and people do not.
///
/// An address must be plainly one that mail can be sent to; whether it is there only a mail can tell.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    pub const MAX: u32 = 254;

    pub fn parse(text: &str) -> Result<Self, Reason> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Reason::Missing);
        }
        if text.chars().any(|c| c.is_control() || turns_direction(c)) {
            return Err(Reason::Unprintable);
        }
        let address = text.to_lowercase();
        if address.len() > Self::MAX as usize {
            return Err(Reason::TooLong { max: Self::MAX });
        }
        let (local, domain) = address.rsplit_once('@').ok_or(Reason::NotAnAddress)?;
        if is_local_part(local) && is_domain(domain) { Ok(Self(address)) } else { Err(Reason::NotAnAddress) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the @.
    pub fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or(self.0.as_str(), |(local, _)| local)
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "not an e-mail address")
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

/// Dots stand between words; quoted local parts are not taken, as nobody has one.
fn is_local_part(local: &str) -> bool {
    local.len() <= 64
        && local.split('.').all(|word| {
            !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c))
        })
}

/// At least two labels, none empty, none with a hyphen at an end. Letters of every script may stand in it.
fn is_domain(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_compared_without_case_and_spaces() {
        let address = EmailAddress::parse("  Kim.Åström+nrpp@Region-Örebro.SE ").expect("an address");
        assert_eq!(address.as_str(), "kim.åström+nrpp@region-örebro.se");
        assert_eq!(address.local_part(), "kim.åström+nrpp");
    }

    #[test]
    fn what_mail_cannot_reach_is_refused() {
        for text in [
            "kim",
            "@example.se",
            "kim@",
            "kim@localhost",
            "kim@@example.se",
            "kim@example..se",
            "kim@-example.se",
            ".kim@example.se",
            "k..m@example.se",
            "kim lind@example.se",
            "<kim@example.se>",
            "Kim <kim@example.se>",
            "a@example.se,b@example.se",
            "\"kim\"@example.se",
        ] {
            assert_eq!(EmailAddress::parse(text), Err(Reason::NotAnAddress), "{text}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(Reason::Missing));
        assert_eq!(EmailAddress::parse("kim\u{202e}@example.se"), Err(Reason::Unprintable));
        assert_eq!(EmailAddress::parse("kim@example.se\r\nBcc: a@b.se"), Err(Reason::Unprintable));
        let long = format!("kim@{}.se", "a.".repeat(150));
        assert_eq!(EmailAddress::parse(&long), Err(Reason::TooLong { max: 254 }));
    }

    proptest! {
        #[test]
        fn what_was_read_once_reads_the_same_again(text in "\\PC{0,20}@\\PC{0,20}|[a-zA-ZåÄİ.+-]{1,20}@[a-zA-ZÖß-]{1,10}\\.[a-z]{2,4}") {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address.clone()));
                prop_assert!(address.as_str().len() <= 254);
                prop_assert!(!address.as_str().contains(|c: char| c.is_whitespace() || c.is_control()));
            }
        }
    }
}
