//! Builds what the browser loads: one wasm, split into a main part and one chunk per lazy group, and the styles.
//!
//! The order is that of the steps below; each has a file of its own. The result is the folder `target/site`, which
//! the server reads or `cargo xtask build` embeds.

pub mod budget;
mod compile;
mod compress;
mod names;
mod optimise;
pub mod site;
mod split;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::stages::Stages;
use crate::styles;
use crate::workspace::Workspace;

/// Development is quick to build, release is small to load.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Development,
    Release,
}

/// Named files with their content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Builds scripts, styles and fonts, and writes them to the site.
pub fn build(workspace: &Workspace, kind: Kind, stages: &mut Stages) -> Result<()> {
    let scripts = scripts(workspace, kind, stages)?;
    let styles = stages.run("styles", |progress| styles::build(workspace, kind, progress))?;
    stages.run("site", |_| site::publish(workspace, kind, &scripts, &styles))
}

/// The wasm and the scripts, with their final names.
fn scripts(workspace: &Workspace, kind: Kind, stages: &mut Stages) -> Result<names::Named> {
    let wasm = stages.run("client", |progress| compile::client(workspace, kind, progress))?;
    let work = workspace.target.join("bundle/work");
    let stamp = names::hash(&fs::read(&wasm)?);
    if kind == Kind::Release
        && let Some(kept) = names::Named::kept(&work, &stamp)
    {
        return Ok(kept);
    }
    empty(&work)?;
    let mut parts = stages.run("split and bind", |_| split::into_parts(&wasm, &work))?;
    if kind == Kind::Release {
        stages.run("wasm-opt", |progress| optimise::each(&mut parts, &work, workspace, progress))?;
    }
    let named = names::by_content(parts)?;
    named.keep(&work, &stamp)?;
    Ok(named)
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}
