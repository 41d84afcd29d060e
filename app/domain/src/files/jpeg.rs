//! JPEG: segments, of which those stay that are needed to draw it; of EXIF only which side is up.

use super::{picture::Found, reader::Reader};

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const EXIF: u8 = 0xe1;
const COMMENT: u8 = 0xfe;

pub(super) fn read(bytes: &[u8]) -> Option<Found> {
    let mut rest = Reader(bytes);
    let mut kept = rest.take(2)?.to_vec();
    let (mut size, mut up, mut has_scan) = (None, 1, false);
    loop {
        let marker = next_marker(&mut rest)?;
        match marker {
            END => break,
            // Other markers without a length have no place between segments.
            0x00 | 0x01 | 0xd0..=0xd8 => return None,
            _ => {}
        }
        let mut length = Reader(rest.0);
        let length = usize::from(length.u16_be()?);
        let segment = rest.take(length)?;
        let data = segment.get(2..)?;
        match marker {
            EXIF => {
                if up == 1
                    && let Some(turned) = data.strip_prefix(b"Exif\0\0").and_then(orientation)
                {
                    up = turned;
                    kept.extend_from_slice(&exif_with(turned));
                }
                continue;
            }
            // A frame: baseline, progressive and so on, but not the tables that have numbers between them.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let mut frame = Reader(data.get(1..)?);
                let (height, width) = (frame.u16_be()?, frame.u16_be()?);
                if size.replace((u32::from(width), u32::from(height))).is_some() {
                    return None;
                }
            }
            _ if !draws(marker, data) => continue,
            _ => {}
        }
        kept.extend_from_slice(&[0xff, marker]);
        kept.extend_from_slice(segment);
        if marker == SCAN {
            has_scan = true;
            kept.extend_from_slice(rest.take(scan_length(rest.0)?)?);
        }
    }
    kept.extend_from_slice(&[0xff, END]);
    let (width, height) = size.filter(|_| has_scan)?;
    let (width, height) = if up >= 5 { (height, width) } else { (width, height) };
    Some(Found { width, height, bytes: kept })
}

fn next_marker(rest: &mut Reader<'_>) -> Option<u8> {
    if rest.byte()? != 0xff {
        return None;
    }
    loop {
        match rest.byte()? {
            0xff => {}
            marker => return Some(marker),
        }
    }
}

/// How long the compressed picture is: up to the next marker that is neither a stuffed zero nor a restart.
fn scan_length(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff))
}

/// Of what programs may add, only colours stay.
fn draws(marker: u8, data: &[u8]) -> bool {
    match marker {
        0xe0 => data.starts_with(b"JFIF\0"),
        0xe2 => data.starts_with(b"ICC_PROFILE\0"),
        0xee => data.starts_with(b"Adobe"),
        0xe0..=0xef | COMMENT => false,
        _ => true,
    }
}

/// From 2 to 8: how the picture has to be turned or mirrored. Nothing when it stands upright or is not told.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let mut header = Reader(tiff);
    let big = match header.take(4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let number = |bytes: &mut Reader<'_>| if big { bytes.u32_be() } else { bytes.u32_le() };
    let short = |bytes: [u8; 2]| if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) };
    let start = usize::try_from(number(&mut header)?).ok()?;
    let mut directory = Reader(tiff.get(start..)?);
    for _ in 0..short(directory.array()?) {
        let (tag, kind) = (short(directory.array()?), short(directory.array()?));
        let (_count, value): ([u8; 4], [u8; 4]) = (directory.array()?, directory.array()?);
        if (tag, kind) == (0x0112, 3) {
            let up = short([value[0], value[1]]);
            return u8::try_from(up).ok().filter(|up| (2..=8).contains(up));
        }
    }
    None
}

/// A segment that tells nothing but which side is up.
fn exif_with(up: u8) -> Vec<u8> {
    let mut segment = vec![0xff, EXIF, 0, 34];
    segment.extend_from_slice(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    segment.extend_from_slice(&[up, 0, 0, 0, 0, 0, 0]);
    segment
}
