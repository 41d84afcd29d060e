//! The browser that the browser tests drive.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{apt, program};
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// The one the machine has; else Debian's package; else the one that Playwright keeps for itself.
pub fn find_or_install(workspace: &Workspace, progress: &Progress) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("RADSLAG_CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(found) = program(&NAMES) {
        return Ok(found);
    }
    if apt::is_ours() {
        apt::install("chromium", progress)?;
        return program(&NAMES).context("apt installed chromium, and it is not there");
    }
    process::run(workspace.npm_program("playwright").args(["install", "chromium"]), progress)
        .context("install Chromium, or name one in RADSLAG_CHROMIUM")?;
    let mut ask = Command::new("node");
    ask.current_dir(&workspace.root);
    ask.args(["--print", "require('playwright-core').chromium.executablePath()"]);
    Ok(process::output(&mut ask)?.trim().into())
}
