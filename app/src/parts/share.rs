//! A share of a whole, written the way the attributes of a picture want it.

use std::fmt;

/// Thousandths of a whole, at most all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u32);

impl Share {
    pub const ALL: Self = Self(1000);

    pub fn of(part: u32, whole: u32) -> Self {
        let thousandths = u64::from(part) * 1000 / u64::from(whole.max(1));
        Self(u32::try_from(thousandths).unwrap_or(1000).min(1000))
    }

    /// What lies this much further on, or before, but never outside the whole.
    pub fn moved(self, thousandths: i32) -> Self {
        Self(self.0.saturating_add_signed(thousandths).min(1000))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}%", self.0 / 10, self.0 % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_cut_to_a_tenth_of_a_percent() {
        assert_eq!(Share::of(1, 3).to_string(), "33.3%");
        assert_eq!(Share::of(112, 300).to_string(), "37.3%");
    }

    #[test]
    fn a_share_stays_within_its_whole() {
        assert_eq!(Share::of(5, 0), Share::ALL);
        assert_eq!(Share::of(7, 4), Share::ALL);
        assert_eq!(Share::of(u32::MAX, 1), Share::ALL);
        assert_eq!(Share::of(1, 4).moved(-500).to_string(), "0.0%");
    }
}
