//! What belongs to the compiler: its target for browsers, its formatter and its lints.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";

pub fn browser_target(workspace: &Workspace, progress: &Progress) -> Result<()> {
    let mut ask = Command::new("rustc");
    ask.current_dir(&workspace.root).args(["--print", "target-libdir", "--target", TARGET]);
    let folder = process::output(&mut ask)?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    add.current_dir(&workspace.root).args(["target", "add", TARGET]);
    process::run(&mut add, progress).with_context(|| format!("this Rust cannot compile for {TARGET}"))?;
    Ok(())
}

pub fn components(workspace: &Workspace, progress: &Progress) -> Result<()> {
    let there = |tool: &str| process::output(workspace.cargo().args([tool, "--version"])).is_ok();
    if there("fmt") && there("clippy") {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    add.current_dir(&workspace.root).args(["component", "add", "rustfmt", "clippy"]);
    process::run(&mut add, progress).context("this Rust has no rustfmt or no clippy")?;
    Ok(())
}
