//! WebP: chunks in a RIFF file; the still picture, its transparency and its colours are kept.

use super::{picture::Found, reader::Reader};

/// In the extended header: this file also holds …
const ANIMATION: u8 = 0x02;
const XMP: u8 = 0x04;
const EXIF: u8 = 0x08;

pub(super) fn read(bytes: &[u8]) -> Option<Found> {
    let mut outer = Reader(bytes);
    outer.take(4)?;
    let length = usize::try_from(outer.u32_le()?).ok()?;
    let mut rest = Reader(outer.take(length)?);
    rest.take(4)?;
    let mut kept = b"WEBP".to_vec();
    let (mut canvas, mut picture) = (None, None);
    while !rest.0.is_empty() {
        let name: [u8; 4] = rest.array()?;
        let length = rest.u32_le()?;
        let mut data = rest.take(usize::try_from(length).ok()?)?.to_vec();
        if length % 2 == 1 {
            // Some programs leave out the last one.
            rest.take(1.min(rest.0.len()))?;
        }
        match &name {
            b"VP8X" => {
                canvas = Some(extended(&data)?);
                *data.first_mut()? &= !(XMP | EXIF);
            }
            b"VP8 " => picture = Some(lossy(&data)?),
            b"VP8L" => picture = Some(lossless(&data)?),
            b"ALPH" | b"ICCP" => {}
            _ => continue,
        }
        kept.extend_from_slice(&name);
        kept.extend_from_slice(&length.to_le_bytes());
        kept.extend_from_slice(&data);
        if length % 2 == 1 {
            kept.push(0);
        }
    }
    let (width, height) = picture?;
    if canvas.is_some_and(|canvas| canvas != (width, height)) {
        return None;
    }
    let mut bytes = b"RIFF".to_vec();
    bytes.extend_from_slice(&u32::try_from(kept.len()).ok()?.to_le_bytes());
    bytes.extend_from_slice(&kept);
    Some(Found { width, height, bytes })
}

/// Animations are not taken: a face that moves cannot be read past.
fn extended(data: &[u8]) -> Option<(u32, u32)> {
    let mut header = Reader(data);
    let [flags, ..] = header.array::<4>()?;
    let side = |bytes: [u8; 3]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]) + 1;
    (flags & ANIMATION == 0).then_some((side(header.array()?), side(header.array()?)))
}

fn lossy(data: &[u8]) -> Option<(u32, u32)> {
    let mut header = Reader(data);
    header.take(3)?;
    if header.take(3)? != [0x9d, 0x01, 0x2a] {
        return None;
    }
    // The two upper bits ask for enlarging.
    let side = |bytes: [u8; 2]| u32::from(u16::from_le_bytes(bytes) & 0x3fff);
    Some((side(header.array()?), side(header.array()?)))
}

fn lossless(data: &[u8]) -> Option<(u32, u32)> {
    let mut header = Reader(data);
    if header.byte()? != 0x2f {
        return None;
    }
    let bits = header.u32_le()?;
    Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
}
