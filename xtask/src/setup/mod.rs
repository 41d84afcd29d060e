//! Brings what a command needs and the machine lacks. Nothing is done that was done before.

mod apt;
pub mod chromium;
pub mod npm;
pub mod postgres;
pub mod python;
pub mod rust;

use std::path::PathBuf;

use anyhow::Result;

use crate::stages::Progress;
use crate::workspace::Workspace;

/// What the browser bundle is built with.
pub fn for_bundle(workspace: &Workspace, progress: &Progress) -> Result<()> {
    rust::browser_target(workspace, progress)?;
    npm::packages(workspace, progress)
}

/// A program on the search path, under the first of these names that is there.
fn program(names: &[&str]) -> Option<PathBuf> {
    let places = std::env::var_os("PATH")?;
    let places: Vec<PathBuf> = std::env::split_paths(&places).collect();
    names.iter().find_map(|name| places.iter().map(|place| place.join(name)).find(|path| path.is_file()))
}
