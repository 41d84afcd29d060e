//! Splits the wasm at its lazy groups and writes the scripts that load it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::Files;

/// The name of the bundle, the one in `LEPTOS_OUTPUT_NAME`.
pub const NAME: &str = "app";
/// The loader's name until its content is known; the underscores leave room for a hash.
pub const LOADER: &str = "__wasm_split.______________________.js";

/// The parts of a bundle, before they get their final names.
pub struct Parts {
    pub main_script: String,
    pub main_wasm: Vec<u8>,
    /// What splits loads the chunks, if there are any.
    pub loader: Option<String>,
    /// Chunks by their stem.
    pub chunks: Files,
    /// The chunks that each lazy group needs, by their stems.
    pub groups: BTreeMap<String, Vec<String>>,
}

pub fn into_parts(wasm: &Path, work: &Path) -> Result<Parts> {
    let whole = fs::read(wasm)?;
    let main = work.join("main.wasm");
    let main_module = format!("./{NAME}.js");
    let link_name = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = work;
    options.main_out_path = &main;
    options.main_module = &main_module;
    options.link_name = &link_name;
    let split = wasm_split_cli_support::transform(options).map_err(|fault| anyhow!("splitting: {fault:#}"))?;

    let lazy = !split.split_modules.is_empty();
    bind(if lazy { &main } else { wasm }, work, lazy)?;
    let mut chunks = Files::new();
    for path in &split.split_modules {
        chunks.insert(stem(path)?, fs::read(path)?);
    }
    Ok(Parts {
        main_script: fs::read_to_string(work.join(format!("{NAME}.js")))?,
        main_wasm: fs::read(work.join(format!("{NAME}_bg.wasm")))?,
        loader: if lazy { Some(fs::read_to_string(work.join(LOADER))?) } else { None },
        chunks,
        groups: split.prefetch_map.into_iter().collect(),
    })
}

/// Only the main part is bound: the chunks speak to it alone, through exports that have to stay.
fn bind(main: &Path, work: &Path, lazy: bool) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(main).out_name(NAME).typescript(false).remove_producers_section(true);
    bindgen.keep_lld_exports(lazy).demangle(!lazy);
    bindgen.web(true)?.generate(work)?;
    if work.join("snippets").exists() {
        bail!("a crate brings inline scripts (wasm-bindgen snippets), which the bundle does not take along");
    }
    Ok(())
}

fn stem(path: &Path) -> Result<String> {
    let stem = path.file_stem().and_then(OsStr::to_str).ok_or_else(|| anyhow!("{} has no name", path.display()))?;
    Ok(stem.to_owned())
}
