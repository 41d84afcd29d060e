//! PNG: chunks behind a signature; those that say how to draw it are kept.

use super::{picture::Found, reader::Reader};

const SIGNATURE: usize = 8;

pub(super) fn read(bytes: &[u8]) -> Option<Found> {
    let mut rest = Reader(bytes);
    let mut kept = rest.take(SIGNATURE)?.to_vec();
    let (mut size, mut has_data) = (None, false);
    loop {
        let whole = rest.0;
        let length = usize::try_from(rest.u32_be()?).ok()?;
        let name: [u8; 4] = rest.array()?;
        let data = rest.take(length)?;
        let _check: [u8; 4] = rest.array()?;
        match (&name, size) {
            (b"IHDR", None) if length == 13 => {
                let mut header = Reader(data);
                size = Some((header.u32_be()?, header.u32_be()?));
            }
            (b"IHDR", _) | (_, None) => return None,
            (b"IDAT", _) => has_data = true,
            _ => {}
        }
        if draws(&name) {
            kept.extend_from_slice(&whole[..whole.len() - rest.0.len()]);
        }
        if &name == b"IEND" {
            break;
        }
    }
    // What follows the end is not the picture.
    let (width, height) = size.filter(|_| has_data)?;
    Some(Found { width, height, bytes: kept })
}

/// Texts, times, EXIF and the further pictures of an animation are left out.
fn draws(name: &[u8; 4]) -> bool {
    matches!(
        name,
        b"IHDR"
            | b"PLTE"
            | b"IDAT"
            | b"IEND"
            | b"tRNS"
            | b"gAMA"
            | b"cHRM"
            | b"sRGB"
            | b"iCCP"
            | b"sBIT"
            | b"pHYs"
            | b"cICP"
    )
}
