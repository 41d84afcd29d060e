//! Makes each part of the wasm small: no custom sections, then `wasm-opt` on what is worth it.

use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result, anyhow};

use super::split::Parts;
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

/// Below this size there is nothing to gain.
const WORTH_IT: usize = 8 * 1024;

/// What browsers have had for years and the compiler uses.
const FEATURES: [&str; 6] =
    ["bulk-memory", "nontrapping-float-to-int", "reference-types", "sign-ext", "mutable-globals", "multivalue"];

/// Optimises all parts, as many at a time as there are processors.
pub fn each(parts: &mut Parts, work: &Path, workspace: &Workspace, progress: &Progress) -> Result<()> {
    let mut all: Vec<(&str, &mut Vec<u8>)> = vec![("main part", &mut parts.main_wasm)];
    all.extend(parts.chunks.iter_mut().map(|(stem, wasm)| (stem.as_str(), wasm)));
    for (_, wasm) in &mut all {
        **wasm = without_custom_sections(wasm).context("a part of the wasm is broken")?;
    }
    all.retain(|(_, wasm)| wasm.len() > WORTH_IT);

    // The largest one is taken first, so that it is not what everybody waits for at the end.
    all.sort_by_key(|(_, wasm)| wasm.len());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let waiting = Mutex::new(all);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers)
            .map(|worker| {
                let waiting = &waiting;
                scope.spawn(move || -> Result<()> {
                    let file = work.join(format!("optimise-{worker}.wasm"));
                    while let Some((stem, wasm)) = waiting.lock().map_err(|_| anyhow!("a worker failed"))?.pop() {
                        progress.say(stem);
                        *wasm = optimised(wasm, &file, workspace, progress).with_context(|| stem.to_owned())?;
                    }
                    Ok(())
                })
            })
            .collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("a worker failed"))?)
    })
}

fn optimised(wasm: &[u8], file: &Path, workspace: &Workspace, progress: &Progress) -> Result<Vec<u8>> {
    fs::write(file, wasm)?;
    let mut command = workspace.npm_program("wasm-opt");
    // Smaller to load than by `-Oz`, though not before it is compressed.
    command.args([
        "--flatten",
        "--rereloop",
        "-Os",
        "-Os",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ]);
    command.args(FEATURES.map(|feature| format!("--enable-{feature}")));
    command.arg(file).arg("-o").arg(file);
    process::run(&mut command, progress)?;
    Ok(fs::read(file)?)
}

/// A wasm file is eight bytes of header and then sections: an id, a length in LEB128, the content. Id 0 is custom.
fn without_custom_sections(wasm: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = wasm.split_at_checked(8)?;
    let mut kept = header.to_vec();
    while let Some(&id) = rest.first() {
        let (length, content) = leb128(rest.get(1..)?)?;
        let after = content.get(length..)?;
        let section = rest.get(..rest.len() - after.len())?;
        if id != 0 {
            kept.extend_from_slice(section);
        }
        rest = after;
    }
    Some(kept)
}

fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0_usize;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(index + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_custom_sections;

    const HEADER: [u8; 8] = [0, b'a', b's', b'm', 1, 0, 0, 0];

    #[test]
    fn custom_sections_go_and_the_others_stay() {
        let custom = [&[0, 130, 0][..], &[1; 2]].concat();
        let code = [10, 3, 7, 8, 9];
        let wasm = [&HEADER[..], &custom, &code, &custom].concat();
        assert_eq!(without_custom_sections(&wasm), Some([&HEADER[..], &code].concat()));
    }

    #[test]
    fn a_section_longer_than_the_file_is_no_wasm() {
        assert_eq!(without_custom_sections(&[&HEADER[..], &[1, 9, 0]].concat()), None);
        assert_eq!(without_custom_sections(b"wasm"), None);
    }
}
