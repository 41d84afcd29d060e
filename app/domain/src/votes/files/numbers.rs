//! Decimals as they are written in files, as whole numbers of their last decimal.

use super::fault::{Expected, Flaw};

/// A sum of money in hundredths: `1000`, `1000.5` or `1000.50`.
pub fn hundredths(text: &str) -> Result<u64, Flaw> {
    let units = decimal_units(text, 2)?;
    u64::try_from(units).map_err(|_| Flaw::Expected { what: Expected::Number })
}

/// `-12.5` with at most so many decimals, as a number of the last of them.
pub fn decimal_units(text: &str, decimals: u8) -> Result<i64, Flaw> {
    let not_a_number = Flaw::Expected { what: Expected::Number };
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let ends_in_point = digits.ends_with('.');
    if whole.is_empty() || ends_in_point || part.len() > decimals.into() || !are_digits(whole) || !are_digits(part) {
        return Err(not_a_number);
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    format!("{sign}{whole}{part:0<width$}", width = decimals.into()).parse().map_err(|_| Flaw::NumberTooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        assert_eq!(hundredths("1000"), Ok(100_000));
        assert_eq!(hundredths("1000.5"), Ok(100_050));
        assert_eq!(decimal_units("-12.5", 6), Ok(-12_500_000));
        assert_eq!(decimal_units("0.000001", 6), Ok(1));
        for wrong in ["", ".", "1.", ".5", "1,5", "1.234", "1e3", "--1", "-", " 1"] {
            assert_eq!(decimal_units(wrong, 2), Err(Flaw::Expected { what: Expected::Number }), "{wrong}");
        }
        assert_eq!(hundredths("-1"), Err(Flaw::Expected { what: Expected::Number }));
        assert_eq!(hundredths("184467440737095516150"), Err(Flaw::NumberTooLarge));
    }
}
