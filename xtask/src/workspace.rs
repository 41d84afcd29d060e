//! Where things are: the root of the repository, the target directory, and the site that the bundle is written to.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process;

/// The places that every command works in.
#[derive(Clone)]
pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
}

#[derive(Deserialize)]
struct Places {
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

impl Workspace {
    /// Asks cargo, which knows of `CARGO_TARGET_DIR` and of every other way to move the target directory.
    pub fn find() -> Result<Self> {
        let mut ask = cargo();
        ask.args(["metadata", "--no-deps", "--format-version", "1"]);
        let answer = process::output(&mut ask).context("cargo metadata")?;
        let places: Places = serde_json::from_str(&answer).context("the answer of cargo metadata")?;
        Ok(Self { root: places.workspace_root, target: places.target_directory })
    }

    /// The folder the server takes its assets from.
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The program as a profile builds it.
    pub fn radslag(&self, profile: &str) -> PathBuf {
        self.target.join(profile).join("radslag")
    }

    pub fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root);
        command
    }

    /// A program that came with the npm packages.
    pub fn npm_program(&self, name: &str) -> Command {
        let mut command = Command::new(self.root.join("node_modules/.bin").join(name));
        command.current_dir(&self.root);
        command
    }
}

/// Cargo without the variables it set for xtask itself: build scripts that watch them would run anew each time.
fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"].iter().any(|start| text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command
}
