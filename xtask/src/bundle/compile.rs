//! Compiles the crate `client` to one wasm.

use std::path::PathBuf;

use anyhow::Result;

use super::Kind;
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

/// The relocations tell the splitting which function belongs to which part. They are asked for here and not in
/// RUSTFLAGS, which would build every dependency anew.
pub fn client(workspace: &Workspace, kind: Kind, progress: &Progress) -> Result<PathBuf> {
    let (profile, folder) = match kind {
        Kind::Development => ("dev", "debug"),
        Kind::Release => ("release-wasm", "release-wasm"),
    };
    let mut command = workspace.cargo();
    command.args(["rustc", "--package", "client", "--lib", "--crate-type", "cdylib"]);
    command.args(["--target", "wasm32-unknown-unknown", "--profile", profile]);
    command.args(["--", "-Clink-arg=--emit-relocs"]);
    process::run(&mut command, progress)?;
    Ok(workspace.target.join("wasm32-unknown-unknown").join(folder).join("client.wasm"))
}
