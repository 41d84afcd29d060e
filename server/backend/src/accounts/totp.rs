//! Codes of authenticator apps (RFC 6238: SHA-1, six digits, 30 seconds, which is what every app can).

use data_encoding::BASE32_NOPAD;
use domain::accounts::TotpStep;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use crate::{
    Failure, Unexpected,
    secrets::{random_bytes, same},
};

/// What app and server share. 160 bits, as long as the hash.
pub struct TotpKey(Vec<u8>);

impl TotpKey {
    pub fn make() -> Result<Self, Failure> {
        Ok(Self(random_bytes::<20>()?.to_vec()))
    }

    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// As one types it into an app.
    pub fn base32(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// The step whose code this is, if it is one of these.
    pub fn step_of(&self, code: &str, steps: impl Iterator<Item = TotpStep>) -> Result<Option<TotpStep>, Failure> {
        let mut found = None;
        for step in steps {
            if same(self.code(step)?.as_bytes(), code.as_bytes()) {
                found = Some(step);
            }
        }
        Ok(found)
    }

    pub fn code(&self, TotpStep(step): TotpStep) -> Result<String, Failure> {
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.0).map_err(Unexpected::new)?;
        mac.update(&step.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let start = usize::from(hash[19] & 15);
        let word = hash[start..start + 4].iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte));
        Ok(format!("{:06}", (word & 0x7fff_ffff) % 1_000_000))
    }
}

#[cfg(test)]
mod tests {
    use domain::moment::Moment;

    use super::*;

    /// The test vectors of RFC 6238, appendix B, cut to six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let key = TotpKey::from_bytes(b"12345678901234567890".to_vec());
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(key.code(TotpStep::at(Moment(seconds * 1_000))).expect("made"), code);
        }
        assert_eq!(key.base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn a_neighbouring_code_is_found_with_its_step() {
        let key = TotpKey::make().expect("made");
        let code = key.code(TotpStep(9)).expect("made");
        let now = Moment(300_000);
        assert_eq!(key.step_of(&code, TotpStep::taken(now, None)).expect("looked"), Some(TotpStep(9)));
        assert_eq!(key.step_of(&code, TotpStep::taken(now, Some(TotpStep(9)))).expect("looked"), None);
    }
}
