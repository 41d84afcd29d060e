//! Writes the brotli twin of each file, once, so that the server compresses nothing while somebody waits.

use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;

/// Fonts and pictures are compressed already.
pub fn is_worth_it(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ["css", "js", "json", "svg", "txt", "wasm"].iter().any(|text| ending == *text))
}

pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed)
}
