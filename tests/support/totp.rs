//! The codes of an authenticator app (RFC 6238), reckoned anew and not by the program's own code.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

/// The six digits that an app shows for this secret (in base 32) at this time (milliseconds of UTC).
pub fn code(secret: &str, now_ms: i64) -> String {
    let step = u64::try_from(now_ms).expect("after 1970") / 30_000;
    let mut mac = Hmac::<Sha1>::new_from_slice(&read_base32(secret)).expect("any length will do");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 0xf);
    let four: [u8; 4] = hash[offset..offset + 4].try_into().expect("four bytes");
    format!("{:06}", (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
}

fn read_base32(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.chars().filter(|c| !c.is_whitespace() && *c != '=') {
        let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter.to_ascii_uppercase()).expect("base 32");
        held = (held << 5) | u32::try_from(value).expect("below 32");
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).expect("a byte"));
        }
    }
    bytes
}

#[test]
fn the_examples_of_the_standard_hold() {
    let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    assert_eq!(code(secret, 59_000), "287082");
    assert_eq!(code(secret, 1_111_111_109_000), "081804");
    assert_eq!(code(secret, 20_000_000_000_000), "353130");
}
