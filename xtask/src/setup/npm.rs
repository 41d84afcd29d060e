//! The npm packages, exactly as the lockfile names them.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

/// Installs the packages unless those of this very lockfile are there. Their install scripts are not run.
pub fn packages(workspace: &Workspace, progress: &Progress) -> Result<()> {
    let wanted = fs::read(workspace.root.join("package-lock.json"))?;
    let stamp = workspace.root.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut install = Command::new("npm");
    install.current_dir(&workspace.root).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run(&mut install, progress).context("npm (it comes with Node 20 or newer)")?;
    Ok(fs::write(stamp, wanted)?)
}
