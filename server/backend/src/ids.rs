//! Makes ids: in order of time as a rule, random where that order would tell something.

use std::sync::atomic::{AtomicU64, Ordering};

use domain::moment::Moment;
use uuid::{Builder, Uuid};

use crate::{Failure, secrets::random_bytes};

/// Of the id that was made last: its millisecond, and in the last bits its number within that.
static LATEST: AtomicU64 = AtomicU64::new(0);
const NUMBER_BITS: u32 = 12;

/// A UUIDv7: rows made one after another lie beside each other in the index, and in the order in which they were made,
/// also within a millisecond (RFC 9562, 6.2: the first bits after the time are a counter).
pub fn in_order(now: Moment) -> Result<Uuid, Failure> {
    let now = u64::try_from(now.0).unwrap_or(0) << NUMBER_BITS;
    let next = |latest: u64| now.max(latest + 1);
    let latest = LATEST.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |latest| Some(next(latest)));
    let made = next(latest.unwrap_or_else(|latest| latest));
    let [_, _, _, _, _, _, high, low] = made.to_be_bytes();
    let mut random: [u8; 10] = random_bytes()?;
    [random[0], random[1]] = [high & 0x0f, low];
    Ok(Builder::from_unix_timestamp_millis(made >> NUMBER_BITS, &random).into_uuid())
}

/// A UUIDv4: tells neither when it was made nor what was made beside it.
pub fn at_random() -> Result<Uuid, Failure> {
    Ok(Builder::from_random_bytes(random_bytes()?).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_in_order_follow_time_and_random_ones_do_not_hold_it() {
        let (first, second) = (in_order(Moment(1_000)).expect("made"), in_order(Moment(1_001)).expect("made"));
        assert!(first < second);
        assert_eq!(first.get_version_num(), 7);
        let at_once: Vec<Uuid> = (0..10_000).map(|_| in_order(Moment(1_001)).expect("made")).collect();
        assert!(at_once.is_sorted() && second < at_once[0], "also within a millisecond");
        let random = at_random().expect("made");
        assert_eq!(random.get_version_num(), 4);
        assert_ne!(random, at_random().expect("made"));
    }
}
