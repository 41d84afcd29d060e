//! A picture: known by its header, small enough to be drawn, and without what its camera wrote into it.

use super::{FileKind, jpeg, png, webp};
use crate::problem::Reason;

/// A side that no screen needs; also what keeps a small file from becoming a huge picture in memory.
pub const LONGEST_SIDE: u32 = 8_000;
pub const MOST_PIXELS: u64 = 40_000_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub kind: FileKind,
    /// As it is shown, after being turned.
    pub width: u32,
    pub height: u32,
    /// The same picture without places, times, names, comments and small copies of itself.
    pub bytes: Vec<u8>,
}

/// What the reader of a format finds; `None` from it means damaged.
pub(super) struct Found {
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

impl Picture {
    pub fn read(bytes: &[u8]) -> Result<Self, Reason> {
        let kind = FileKind::sniff(bytes).ok_or(Reason::FileKind)?;
        let found = match kind {
            FileKind::Png => png::read(bytes),
            FileKind::Jpeg => jpeg::read(bytes),
            FileKind::Webp => webp::read(bytes),
        };
        let Found { width, height, bytes } = found.ok_or(Reason::FileDamaged)?;
        if width == 0 || height == 0 {
            return Err(Reason::FileDamaged);
        }
        if width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(Reason::PictureTooLarge { max_side: LONGEST_SIDE });
        }
        Ok(Self { kind, width, height, bytes })
    }
}
