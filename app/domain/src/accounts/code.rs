//! The code that is sent by e-mail to sign in with: six digits, ten minutes, five tries, once.

use std::fmt;

use crate::{
    moment::{Moment, Span},
    problem::{Problem, Reason},
};

/// Six digits as somebody typed them, without the spaces that mail programs and people put between.
#[derive(Clone, PartialEq, Eq)]
pub struct SixDigits(String);

impl SixDigits {
    pub fn parse(text: &str) -> Result<Self, Reason> {
        let digits = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>();
        if digits.is_empty() {
            return Err(Reason::Missing);
        }
        let is_code = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_code { Ok(Self(digits)) } else { Err(Reason::NotACode) }
    }

    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SixDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SixDigits(…)")
    }
}

/// One sign-in that has been begun in one browser and waits for its code. A new one replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeAttempt {
    pub begun_at: Moment,
    /// How often a wrong code was given.
    pub tries: u32,
    pub used: bool,
}

impl CodeAttempt {
    pub const TRIES: u32 = 5;
    pub const VALID_FOR: Span = Span::minutes(10);

    pub fn begun(now: Moment) -> Self {
        Self { begun_at: now, tries: 0, used: false }
    }

    pub fn left(self) -> u32 {
        Self::TRIES.saturating_sub(self.tries)
    }

    pub fn is_open(self, now: Moment) -> bool {
        !self.used && self.left() > 0 && now < self.begun_at.plus(Self::VALID_FOR)
    }

    /// What becomes of the attempt when a code is given that `fits` or not, and what is answered.
    ///
    /// The state that comes back must be kept before the answer is given: otherwise tries could be had for nothing.
    pub fn enter(self, fits: bool, now: Moment) -> (Self, Result<(), Problem>) {
        if !self.is_open(now) {
            return (self, Err(Problem::invalid("code", Reason::SpentCode)));
        }
        if fits {
            return (Self { used: true, ..self }, Ok(()));
        }
        let after = Self { tries: self.tries + 1, ..self };
        (after, Err(Problem::invalid("code", Reason::WrongCode { left: after.left() })))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_are_read_as_people_copy_them() {
        for text in ["012345", " 012 345 ", "012-345", "0 1 2 3 4 5"] {
            assert_eq!(SixDigits::parse(text).expect(text).expose(), "012345");
        }
        assert_eq!(SixDigits::parse(" "), Err(Reason::Missing));
        for text in ["12345", "1234567", "12345a", "１２３４５６"] {
            assert_eq!(SixDigits::parse(text), Err(Reason::NotACode), "{text}");
        }
    }

    #[test]
    fn a_code_is_right_once_and_for_ten_minutes() {
        let begun = CodeAttempt::begun(Moment(0));
        let (after, answer) = begun.enter(true, Moment(0).plus(Span::seconds(599)));
        assert_eq!(answer, Ok(()));
        let spent = Err(Problem::invalid("code", Reason::SpentCode));
        assert_eq!(after.enter(true, Moment(600)).1, spent);
        assert_eq!(begun.enter(true, Moment(0).plus(Span::minutes(10))).1, spent);
    }

    #[test]
    fn five_wrong_codes_spend_it_even_for_the_right_one() {
        let mut attempt = CodeAttempt::begun(Moment(0));
        for left in [4, 3, 2, 1, 0] {
            let (after, answer) = attempt.enter(false, Moment(1));
            assert_eq!(answer, Err(Problem::invalid("code", Reason::WrongCode { left })));
            attempt = after;
        }
        assert_eq!(attempt.enter(true, Moment(1)).1, Err(Problem::invalid("code", Reason::SpentCode)));
    }

    proptest! {
        #[test]
        fn whatever_is_tried_it_opens_at_most_once_and_looks_at_five_codes_at_most(
            tries in prop::collection::vec((any::<bool>(), 0_i64..120_000), 0..40)
        ) {
            let (mut attempt, mut now, mut opened, mut evaluated) = (CodeAttempt::begun(Moment(0)), 0, 0, 0);
            for (fits, later) in tries {
                now += later;
                let (after, answer) = attempt.enter(fits, Moment(now));
                evaluated += u32::from(answer != Err(Problem::invalid("code", Reason::SpentCode)));
                if answer.is_ok() {
                    opened += 1;
                    prop_assert!(fits && now < 600_000);
                }
                attempt = after;
            }
            prop_assert!(opened <= 1 && evaluated <= CodeAttempt::TRIES);
        }
    }
}
