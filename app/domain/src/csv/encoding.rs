//! The letters in a file: UTF-8 where it is that, and else Windows-1252, which older spreadsheets write.

use std::borrow::Cow;

/// Never fails: every byte is some letter of Windows-1252.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

/// As browsers read it: five bytes that stand for nothing are taken as control characters.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_encodings_are_read() {
        assert_eq!(decode("\u{feff}Åsa;Öberg".as_bytes()), "Åsa;Öberg");
        assert_eq!(decode(b"\xc5sa;\xd6berg \x96 5 \x80"), "Åsa;Öberg – 5 €");
    }

    proptest! {
        #[test]
        fn utf_8_is_taken_as_it_is(text in "[^\\u{feff}]\\PC{0,40}") {
            let decoded = decode(text.as_bytes());
            prop_assert_eq!(&*decoded, text.as_str());
        }

        #[test]
        fn no_bytes_are_too_strange(bytes: Vec<u8>) {
            prop_assert!(bytes.is_empty() || decode(&bytes).chars().count() <= bytes.len());
        }
    }
}
