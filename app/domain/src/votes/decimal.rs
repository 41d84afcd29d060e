//! Numbers with so many decimals as the rule in force prescribes, kept as whole numbers of their last decimal.

use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;
use serde::{Serialize, Serializer};

/// `units` of the last of so many `decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    units: i128,
    decimals: u8,
}

/// So many decimals of a share of money or of a mean are told; the count itself goes on with the exact fraction.
const TOLD: u8 = 6;

impl Decimal {
    pub const ZERO: Self = Self::whole(0);

    pub const fn new(units: i128, decimals: u8) -> Self {
        Self { units, decimals }
    }

    pub const fn whole(number: i128) -> Self {
        Self::new(number, 0)
    }

    /// A fraction as it is told to people: cut (towards less) after six decimals, without noughts at the end.
    pub fn told(fraction: &BigRational) -> Self {
        let units = (fraction * BigInt::from(10_i64.pow(u32::from(TOLD)))).floor().to_integer();
        Self::new(units.to_i128().unwrap_or(i128::MAX), TOLD).shortest()
    }

    /// The same number with as few decimals as it needs.
    pub fn shortest(self) -> Self {
        let mut number = self;
        while number.decimals > 0 && number.units % 10 == 0 {
            number = Self::new(number.units / 10, number.decimals - 1);
        }
        number
    }

    pub const fn units(self) -> i128 {
        self.units
    }
}

impl From<u64> for Decimal {
    fn from(number: u64) -> Self {
        Self::whole(number.into())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs();
        if self.decimals == 0 {
            return write!(f, "{sign}{digits}");
        }
        let one = 10_u128.pow(self.decimals.into());
        write!(f, "{sign}{}.{:0width$}", digits / one, digits % one, width = self.decimals.into())
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_out() {
        assert_eq!(Decimal::new(499_998, 5).to_string(), "4.99998");
        assert_eq!(Decimal::new(-5, 1).to_string(), "-0.5");
        assert_eq!(Decimal::whole(19_370).to_string(), "19370");
        assert_eq!(Decimal::new(1_000_000_001, 9).to_string(), "1.000000001");
    }

    #[test]
    fn a_fraction_is_told_cut_after_six_decimals() {
        let told = |above: i64, below: i64| Decimal::told(&BigRational::new(above.into(), below.into())).to_string();
        assert_eq!(told(2, 3), "0.666666");
        assert_eq!(told(7, 2), "3.5");
        assert_eq!(told(-1, 3), "-0.333334");
        assert_eq!(told(12, 1), "12");
    }
}
