//! The names of contents: a hash over all their bytes, each kind a type of its own.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a hash")]
pub struct NotAHash;

/// Defines a SHA-256 that is written as 64 small hexadecimal digits, in addresses and in the database.
macro_rules! hashes {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name([u8; 32]);

        impl $name {
            pub fn of(bytes: &[u8]) -> Self {
                Self(Sha256::digest(bytes).into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAHash;

            fn from_str(text: &str) -> Result<Self, NotAHash> {
                read(text).map(Self)
            }
        }
    )*};
}

hashes! {
    /// Of a file's bytes.
    FileHash,
    /// Of a text that somebody can stand behind: whoever changes a letter of it has another text.
    TextHash,
}

/// One content has one name: capital digits are none.
fn read(text: &str) -> Result<[u8; 32], NotAHash> {
    let digit = |digit: u8| match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(NotAHash),
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != 32 || !rest.is_empty() {
        return Err(NotAHash);
    }
    let mut hash = [0; 32];
    for (byte, [high, low]) in hash.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_and_read_again_in_one_way_only() {
        let hash = TextHash::of("Vi vill ha fler bussar.".as_bytes());
        let text = hash.to_string();
        assert_eq!(text.parse(), Ok(hash));
        assert_ne!(hash, TextHash::of("Vi vill ha fler bussar".as_bytes()));
        for other in [text.to_uppercase(), text[1..].to_owned(), format!("{text}0"), "å".repeat(32)] {
            assert_eq!(other.parse::<TextHash>(), Err(NotAHash), "{other}");
        }
    }
}
