//! Names every file of the bundle by its content, so that browsers may keep it for ever.
//!
//! A chunk is named by its own hash. Main script, main wasm and loader name one another, so they share one hash over
//! everything, taken while the placeholder for the loader's name still stands in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Files;
use super::split::{LOADER, NAME, Parts};

/// The alphabet of url-safe base 64.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// As long as the underscores in the placeholder, because names in wasm are replaced byte for byte.
const LENGTH: usize = 22;

/// The scripts of a bundle with their final names.
#[derive(Serialize, Deserialize)]
pub struct Named {
    pub build: String,
    pub script: String,
    pub wasm: String,
    pub loader: Option<String>,
    /// The chunks that each lazy group needs.
    pub groups: BTreeMap<String, Vec<String>>,
    #[serde(skip)]
    pub files: Files,
}

/// The first 132 bits of a SHA-256.
pub fn hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let bit = |at: usize| usize::from(digest[at / 8] >> (7 - at % 8) & 1);
    (0..LENGTH)
        .map(|letter| (0..6).fold(0, |value, place| value << 1 | bit(letter * 6 + place)))
        .map(|value| char::from(ALPHABET[value]))
        .collect()
}

pub fn by_content(parts: Parts) -> Result<Named> {
    let chunk_names: BTreeMap<&str, String> =
        parts.chunks.iter().map(|(stem, wasm)| (stem.as_str(), format!("{stem}.{}.wasm", hash(wasm)))).collect();

    let mut everything = chunk_names.values().cloned().collect::<String>();
    everything.push_str(&hash(parts.main_script.as_bytes()));
    everything.push_str(&hash(&parts.main_wasm));
    everything.push_str(parts.loader.as_deref().unwrap_or_default());
    let build = hash(everything.as_bytes());

    let script = format!("{NAME}.{build}.js");
    let wasm = format!("{NAME}.{build}.wasm");
    let loader = parts.loader.as_ref().map(|_| format!("__wasm_split.{build}.js"));

    let mut files = Files::new();
    for (stem, name) in &chunk_names {
        files.insert(name.clone(), with_loader_named(&parts.chunks[*stem], loader.as_deref())?);
    }
    files.insert(wasm.clone(), with_loader_named(&parts.main_wasm, loader.as_deref())?);
    let mut main_script = parts.main_script.replace(&format!("{NAME}_bg.wasm"), &wasm);
    if let (Some(loader), Some(content)) = (&loader, &parts.loader) {
        main_script = main_script.replace(LOADER, loader);
        let mut content = content.replace(&format!("\"./{NAME}.js\""), &format!("\"./{script}\""));
        for (stem, name) in &chunk_names {
            content = content.replace(&format!("\"./{stem}.wasm\""), &format!("\"./{name}\""));
        }
        files.insert(loader.clone(), content.into_bytes());
    }
    files.insert(script.clone(), main_script.into_bytes());

    let mut groups = BTreeMap::new();
    for (group, stems) in &parts.groups {
        let names = stems.iter().map(|stem| {
            chunk_names.get(stem.as_str()).cloned().with_context(|| format!("{group} needs {stem}, which is not there"))
        });
        groups.insert(group.clone(), names.collect::<Result<Vec<_>>>()?);
    }
    Ok(Named { build, script, wasm, loader, groups, files })
}

/// The wasm with the loader's name in place of its placeholder. Lengths in the file stay what they are.
fn with_loader_named(wasm: &[u8], loader: Option<&str>) -> Result<Vec<u8>> {
    let Some(loader) = loader else { return Ok(wasm.to_vec()) };
    ensure!(loader.len() == LOADER.len(), "the loader's name does not fit its placeholder");
    let mut named = wasm.to_vec();
    let mut from = 0;
    while let Some(offset) = named.get(from..).and_then(|rest| find(rest, LOADER.as_bytes())) {
        from += offset;
        named[from..from + loader.len()].copy_from_slice(loader.as_bytes());
    }
    Ok(named)
}

fn find(content: &[u8], wanted: &[u8]) -> Option<usize> {
    content.windows(wanted.len()).position(|window| window == wanted)
}

impl Named {
    /// Keeps the named files, so that the same wasm is not optimised twice.
    pub fn keep(&self, work: &Path, stamp: &str) -> Result<()> {
        let folder = work.join("named");
        fs::create_dir_all(&folder)?;
        for (name, content) in &self.files {
            fs::write(folder.join(name), content)?;
        }
        Ok(fs::write(work.join(format!("{stamp}.json")), serde_json::to_string(self)?)?)
    }

    /// What was made of a wasm with this stamp the last time, if that is still there.
    pub fn kept(work: &Path, stamp: &str) -> Option<Self> {
        let mut named: Self = serde_json::from_slice(&fs::read(work.join(format!("{stamp}.json"))).ok()?).ok()?;
        for entry in fs::read_dir(work.join("named")).ok()? {
            let path = entry.ok()?.path();
            named.files.insert(path.file_name()?.to_str()?.to_owned(), fs::read(&path).ok()?);
        }
        Some(named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts {
            main_script: format!("import * as lazy from './{LOADER}'; new URL('app_bg.wasm', import.meta.url);"),
            main_wasm: format!("\0asm ./{LOADER} ./{LOADER}").into_bytes(),
            loader: Some("import { initSync } from \"./app.js\"; fetch(\"./split_accounts.wasm\")".to_owned()),
            chunks: Files::from([("split_accounts".to_owned(), b"\0asm accounts".to_vec())]),
            groups: BTreeMap::from([("accounts".to_owned(), vec!["split_accounts".to_owned()])]),
        }
    }

    fn text(named: &Named, name: &str) -> String {
        String::from_utf8(named.files[name].clone()).unwrap()
    }

    #[test]
    fn a_hash_is_the_start_of_base_64() {
        assert_eq!(hash(b""), "47DEQpj8HBSa-_TImW-5JC");
    }

    #[test]
    fn every_file_names_the_others_by_their_new_names() {
        let named = by_content(parts()).unwrap();
        let loader = named.loader.clone().unwrap();
        let chunk = &named.groups["accounts"][0];
        assert!(text(&named, &named.script).contains(&format!("'./{loader}'")));
        assert!(text(&named, &named.script).contains(&format!("'{}'", named.wasm)));
        assert_eq!(text(&named, &named.wasm), format!("\0asm ./{loader} ./{loader}"));
        assert_eq!(
            text(&named, &loader),
            format!("import {{ initSync }} from \"./{}\"; fetch(\"./{chunk}\")", named.script)
        );
        assert!(named.files.values().all(|content| find(content, b"______").is_none()));
    }

    #[test]
    fn another_chunk_means_another_build() {
        let mut changed = parts();
        changed.chunks.insert("split_accounts".to_owned(), b"\0asm other".to_vec());
        assert_ne!(by_content(parts()).unwrap().build, by_content(changed).unwrap().build);
    }

    #[test]
    fn a_group_without_its_chunk_is_refused() {
        let mut broken = parts();
        broken.chunks.clear();
        assert!(by_content(broken).is_err());
    }

    #[test]
    fn a_bundle_without_lazy_groups_has_no_loader() {
        let mut whole = parts();
        whole.loader = None;
        whole.chunks.clear();
        whole.groups.clear();
        let named = by_content(whole).unwrap();
        assert_eq!((named.loader, named.files.len()), (None, 2));
    }
}
