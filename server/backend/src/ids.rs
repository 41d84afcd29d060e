//! Makes ids: in order of time as a rule, random where that order would tell something.

use domain::moment::Moment;
use uuid::{Builder, Uuid};

use crate::{Failure, secrets::random_bytes};

/// A UUIDv7: rows made one after another lie beside each other in the index.
pub fn in_order(now: Moment) -> Result<Uuid, Failure> {
    let milliseconds = u64::try_from(now.0).unwrap_or(0);
    Ok(Builder::from_unix_timestamp_millis(milliseconds, &random_bytes()?).into_uuid())
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
        let random = at_random().expect("made");
        assert_eq!(random.get_version_num(), 4);
        assert_ne!(random, at_random().expect("made"));
    }
}
