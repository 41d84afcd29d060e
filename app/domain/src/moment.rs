//! A point in time as everything here keeps it: milliseconds of UTC since 1970.

use serde::{Deserialize, Serialize};

/// Milliseconds of UTC since 1970. Time zones are the server's matter: pages get dates as text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A length of time in milliseconds, never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(u64);

impl Span {
    pub const fn of_milliseconds(n: u32) -> Self {
        Self(n as u64)
    }

    pub const fn seconds(n: u32) -> Self {
        Self(n as u64 * 1_000)
    }

    pub const fn minutes(n: u32) -> Self {
        Self(n as u64 * 60_000)
    }

    pub const fn hours(n: u32) -> Self {
        Self(n as u64 * 3_600_000)
    }

    pub const fn days(n: u32) -> Self {
        Self(n as u64 * 86_400_000)
    }

    pub const fn milliseconds(self) -> u64 {
        self.0
    }

    /// Whole seconds, rounded up, so that "wait 1 s" is never said too early.
    pub fn whole_seconds(self) -> u32 {
        u32::try_from(self.0.div_ceil(1_000)).unwrap_or(u32::MAX)
    }

    /// This span `times` over, at most the longest there is.
    pub const fn times(self, times: u64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Moment {
    pub fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add_unsigned(span.0))
    }

    pub fn minus(self, span: Span) -> Self {
        Self(self.0.saturating_sub_unsigned(span.0))
    }

    /// How long it is from `earlier` to this; nothing when `earlier` is later.
    pub fn since(self, earlier: Self) -> Span {
        Span(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn since_is_never_negative() {
        assert_eq!(Moment(5).since(Moment(9)), Span::default());
        assert_eq!(Moment(61_000).since(Moment(1_000)), Span::minutes(1));
    }

    #[test]
    fn seconds_are_rounded_up() {
        assert_eq!(Moment(1_001).since(Moment(0)).whole_seconds(), 2);
        assert_eq!(Moment(1_000).since(Moment(0)).whole_seconds(), 1);
    }
}
