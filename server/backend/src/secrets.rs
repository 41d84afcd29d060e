//! Secrets that are handed out once: made from the system's randomness, kept only as a hash.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

use crate::{Failure, Unexpected};

/// A token, link or code in clear. It is shown to its owner and never stored or logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// 256 random bits, 43 characters that may stand in an address and in a cookie.
    pub fn token() -> Result<Self, Failure> {
        Ok(Self(BASE64URL_NOPAD.encode(&random_bytes::<32>()?)))
    }

    /// Six digits, each code as likely as any other.
    pub fn six_digits() -> Result<Self, Failure> {
        loop {
            if let Some(code) = six_digits_from(u32::from_le_bytes(random_bytes()?)) {
                return Ok(Self(code));
            }
        }
    }

    /// One that somebody brings back.
    pub fn brought(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored in its place. Enough for a token; a short code is hashed together with a token, see [`hash`].
    pub fn hash(&self) -> [u8; 32] {
        hash(&[self.0.as_bytes()])
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// SHA-256 over the parts, each behind its length, so that no two lists of parts give the same.
pub fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Takes the same time wherever the two differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |different, (a, b)| std::hint::black_box(different | (a ^ b))) == 0
}

pub fn random_bytes<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Unexpected::new(format!("the system gives no randomness: {error}")))?;
    Ok(bytes)
}

/// The last numbers of the range, where not every code fits once more, give none.
fn six_digits_from(random: u32) -> Option<String> {
    const CODES: u32 = 1_000_000;
    (random < u32::MAX - u32::MAX % CODES).then(|| format!("{:06}", random % CODES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_into_an_address_and_does_not_show_itself() {
        let token = Secret::token().expect("made");
        assert_eq!(token.expose().len(), 43);
        assert!(token.expose().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        assert_ne!(token, Secret::token().expect("made"));
        assert_eq!(format!("{token:?}"), "Secret(…)");
        assert_eq!(Secret::brought(token.expose()).hash(), token.hash());
    }

    #[test]
    fn codes_have_six_digits_and_no_bias() {
        assert_eq!(six_digits_from(7).as_deref(), Some("000007"));
        assert_eq!(six_digits_from(4_293_999_999).as_deref(), Some("999999"));
        assert_eq!(six_digits_from(4_294_000_000), None, "from here on, low codes would come once more");
        assert!(Secret::six_digits().expect("made").expose().bytes().all(|byte| byte.is_ascii_digit()));
    }

    #[test]
    fn hashes_know_where_one_part_ends() {
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
        assert!(same(b"abc", b"abc"));
        assert!(!same(b"abc", b"abd") && !same(b"abc", b"ab"));
    }
}
