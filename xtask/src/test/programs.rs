//! Builds the program and every test against it in one go, so that nothing is compiled twice.
//!
//! Cargo unifies features over what it is asked to build: asked for the program and the tests apart, it would build
//! many crates once for each. xtask has its own dependencies and profile, and the browser's crate its own target.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::metadata::Metadata;
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

const ELSEWHERE: [&str; 3] = ["client", "load", "xtask"];
const ACCEPTANCE: &str = "acceptance";

/// What was built.
pub struct Programs {
    pub radslag: PathBuf,
    pub unit: Vec<Harness>,
    pub acceptance: Vec<Harness>,
}

/// A program that holds tests.
pub struct Harness {
    pub name: String,
    pub path: PathBuf,
    /// Cargo starts tests in the folder of their package.
    pub folder: PathBuf,
}

/// A line of what cargo tells while it builds; lines about other things have none of these.
#[derive(Deserialize)]
struct Artifact {
    executable: Option<PathBuf>,
    manifest_path: PathBuf,
    target: Target,
    profile: Profile,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

pub fn build(workspace: &Workspace, progress: &Progress) -> Result<Programs> {
    let mut command = workspace.cargo();
    command.args(["build", "--profile", "ci", "--lib", "--bins", "--tests", "--features", "server/test-clock"]);
    command.arg("--message-format=json-render-diagnostics");
    for member in Metadata::of_members(workspace)?.packages {
        if !ELSEWHERE.contains(&member.name.as_str()) {
            command.args(["--package", &member.name]);
        }
    }
    let told = process::run_with_json(&mut command, progress)?;

    let (mut radslag, mut unit, mut acceptance) = (None, Vec::new(), Vec::new());
    let artifacts = told.lines().filter_map(|line| serde_json::from_str::<Artifact>(line).ok());
    for artifact in artifacts {
        let Some(path) = artifact.executable else { continue };
        let name = artifact.target.name;
        let folder = artifact.manifest_path.parent().context("a package without a folder")?.to_owned();
        match (artifact.profile.test, name.as_str()) {
            (false, "radslag") => radslag = Some(path),
            (false, _) => {}
            (true, ACCEPTANCE) => acceptance.push(Harness { name, path, folder }),
            (true, _) => unit.push(Harness { name, path, folder }),
        }
    }
    Ok(Programs { radslag: radslag.context("cargo built no radslag")?, unit, acceptance })
}

/// The program as it is released, but with a clock that tests may set.
pub fn release(workspace: &Workspace, progress: &Progress) -> Result<PathBuf> {
    let mut command = workspace.cargo();
    command.args(["build", "--release", "--package", "server", "--bin", "radslag", "--features", "test-clock"]);
    process::run(&mut command, progress)?;
    Ok(workspace.radslag("release"))
}
