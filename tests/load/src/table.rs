//! How the numbers of several runs stand in one cell.

use std::time::Duration;

pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// A part of one, in per cent.
pub fn share(part: f64) -> f64 {
    part * 100.0
}

/// The middle one, and in brackets the least and the greatest.
pub fn spread(numbers: impl Iterator<Item = f64>) -> String {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    match (numbers.first(), numbers.get(numbers.len() / 2), numbers.last()) {
        (Some(least), Some(middle), Some(greatest)) => format!("{middle:.1} ({least:.1}–{greatest:.1})"),
        _ => String::new(),
    }
}

#[test]
fn a_spread_has_its_middle_first() {
    assert_eq!(spread([3.0, 1.0, 2.04].into_iter()), "2.0 (1.0–3.0)");
    assert_eq!(spread([].into_iter()), "");
}
