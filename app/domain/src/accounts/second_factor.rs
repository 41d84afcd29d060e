//! The second step of signing in: codes of an authenticator app (TOTP), and recovery codes for when it is lost.

use std::fmt;

use super::SixDigits;
use crate::{
    moment::Moment,
    problem::{Problem, Reason},
};

/// How far a person has come with turning it on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecondFactor {
    #[default]
    Off,
    /// There is a key, which no code has confirmed yet; it is not asked for at sign-in.
    Begun,
    On,
}

impl SecondFactor {
    /// A new key replaces one that was never confirmed.
    pub fn begin(self) -> Result<Self, Problem> {
        match self {
            Self::Off | Self::Begun => Ok(Self::Begun),
            Self::On => Err(Problem::NotAllowed),
        }
    }

    pub fn confirm(self, fits: bool) -> Result<Self, Problem> {
        match self {
            Self::Begun if fits => Ok(Self::On),
            Self::Begun => Err(not_fitting()),
            Self::Off | Self::On => Err(Problem::NotAllowed),
        }
    }

    pub fn remove(self, fits: bool) -> Result<Self, Problem> {
        match self {
            Self::On if fits => Ok(Self::Off),
            Self::On => Err(not_fitting()),
            Self::Off | Self::Begun => Err(Problem::NotAllowed),
        }
    }
}

fn not_fitting() -> Problem {
    Problem::invalid("code", Reason::CodeDoesNotFit)
}

/// A step of 30 seconds since 1970. The code of a step is taken once, so that nobody can use what was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TotpStep(pub i64);

impl TotpStep {
    pub fn at(now: Moment) -> Self {
        Self(now.0.div_euclid(30_000))
    }

    /// The steps whose code is taken now: this one and its neighbours, as clocks differ, but none up to the last used.
    pub fn taken(now: Moment, last_used: Option<Self>) -> impl Iterator<Item = Self> {
        let Self(this) = Self::at(now);
        (this - 1..=this + 1).map(Self).filter(move |step| last_used.is_none_or(|last| *step > last))
    }
}

/// 80 bits in four groups of letters and digits, without those that look alike.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// So many are handed out at once; each is good once.
    pub const SET: usize = 10;
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    const LENGTH: usize = 16;

    pub fn from_random(bytes: [u8; 10]) -> Self {
        let bits = bytes.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let letter = |place: usize| char::from(Self::LETTERS[usize::try_from(bits >> (5 * place) & 31).unwrap_or(0)]);
        Self((0..Self::LENGTH).rev().map(letter).collect())
    }

    /// As it was written down: case, spaces and hyphens do not matter, nor do o for 0 and i or l for 1.
    pub fn parse(text: &str) -> Option<Self> {
        let letters = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            })
            .collect::<String>();
        let fits = letters.len() == Self::LENGTH && letters.bytes().all(|byte| Self::LETTERS.contains(&byte));
        fits.then_some(Self(letters))
    }

    /// In the form that is hashed.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// In groups of four, as it is shown.
    pub fn shown(&self) -> String {
        let (a, rest) = self.0.split_at(4);
        let (b, rest) = rest.split_at(4);
        let (c, d) = rest.split_at(4);
        format!("{a}-{b}-{c}-{d}")
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// What may be given at the second step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecondCode {
    Totp(SixDigits),
    Recovery(RecoveryCode),
}

impl SecondCode {
    pub fn parse(text: &str) -> Result<Self, Reason> {
        match RecoveryCode::parse(text) {
            Some(code) => Ok(Self::Recovery(code)),
            None => SixDigits::parse(text).map(Self::Totp),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::moment::Span;

    #[test]
    fn it_is_on_only_after_a_code_has_confirmed_it() {
        assert_eq!(SecondFactor::Off.begin(), Ok(SecondFactor::Begun));
        assert_eq!(SecondFactor::Begun.begin(), Ok(SecondFactor::Begun));
        assert!(SecondFactor::On.begin().is_err(), "otherwise it could be replaced without a code");
        assert_eq!(SecondFactor::Begun.confirm(true), Ok(SecondFactor::On));
        assert_eq!(SecondFactor::Begun.confirm(false), Err(not_fitting()));
        assert!(SecondFactor::Off.confirm(true).is_err());
        assert_eq!(SecondFactor::On.remove(true), Ok(SecondFactor::Off));
        assert_eq!(SecondFactor::On.remove(false), Err(not_fitting()));
        assert!(SecondFactor::Begun.remove(true).is_err());
    }

    #[test]
    fn neighbouring_steps_are_taken_and_none_twice() {
        let now = Moment(0).plus(Span::seconds(60));
        let taken = |last| TotpStep::taken(now, last).collect::<Vec<_>>();
        assert_eq!(taken(None), [TotpStep(1), TotpStep(2), TotpStep(3)]);
        assert_eq!(taken(Some(TotpStep(2))), [TotpStep(3)]);
        assert_eq!(taken(Some(TotpStep(3))), []);
    }

    #[test]
    fn either_kind_of_code_is_read() {
        assert!(matches!(SecondCode::parse("012 345"), Ok(SecondCode::Totp(_))));
        assert!(matches!(SecondCode::parse("0123-4567-89AB-CDEF"), Ok(SecondCode::Recovery(_))));
        assert_eq!(SecondCode::parse("0123-4567"), Err(Reason::NotACode));
        assert_eq!(SecondCode::parse(""), Err(Reason::Missing));
    }

    proptest! {
        #[test]
        fn recovery_codes_are_read_as_they_are_shown(bytes in any::<[u8; 10]>()) {
            let code = RecoveryCode::from_random(bytes);
            prop_assert_eq!(RecoveryCode::parse(&code.shown()), Some(code.clone()));
            prop_assert_eq!(RecoveryCode::parse(&code.shown().to_uppercase().replace('0', "O")), Some(code));
        }

        #[test]
        fn different_bytes_are_different_codes(a in any::<[u8; 10]>(), b in any::<[u8; 10]>()) {
            prop_assert_eq!(a == b, RecoveryCode::from_random(a) == RecoveryCode::from_random(b));
        }
    }
}
