//! A quick hash for names and ballots, the same wherever it runs; nothing secret or lasting stands on it.

use std::hash::{BuildHasherDefault, Hasher};

pub type ByFingerprint = BuildHasherDefault<Fingerprint>;

#[derive(Clone, Copy, Debug, Default)]
pub struct Fingerprint(u64);

/// Of Pi, as many use it: odd, and with ones and noughts in no order.
const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

impl Fingerprint {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }
}

impl Hasher for Fingerprint {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            self.mix(rest.iter().fold(1, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(number.into());
    }

    fn write_u16(&mut self, number: u16) {
        self.mix(number.into());
    }

    fn write_i64(&mut self, number: i64) {
        self.mix(number.cast_unsigned());
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    /// Tables take both the first and the last digits, so that all have to depend on all.
    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(FACTOR);
        mixed ^ (mixed >> 29)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ballots_that_differ_a_little_differ_at_both_ends() {
        let mut whole = HashSet::new();
        let (mut first, mut last) = (HashSet::new(), HashSet::new());
        for number in 0..10_000_u16 {
            let mut fingerprint = Fingerprint::default();
            [number % 100, number / 100, 7].iter().for_each(|choice| fingerprint.write_u16(*choice));
            let found = fingerprint.finish();
            whole.insert(found);
            first.insert(found >> 52);
            last.insert(found & 0xfff);
        }
        assert_eq!(whole.len(), 10_000);
        // Of 4,096 drawers, 10,000 balls leave about 360 empty.
        assert!(first.len() > 3_500 && last.len() > 3_500, "{} {}", first.len(), last.len());
    }
}
