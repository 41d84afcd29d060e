//! What the compiler and its kin say of the sources.

use anyhow::Result;

use super::Verdict;
use crate::metadata::Metadata;
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

/// Built with other dependencies, or for another target, than the program and its tests.
const TOOLS: [&str; 2] = ["load", "xtask"];
const BROWSER: &str = "client";

pub fn format(workspace: &Workspace, progress: &Progress) -> Result<Verdict> {
    let mut command = workspace.cargo();
    command.args(["fmt", "--all", "--check"]);
    process::run(&mut command, progress)?;
    Ok(Verdict::Findings(Vec::new()))
}

/// Of the browser tests, which Playwright runs without looking at their types.
pub fn types(workspace: &Workspace, progress: &Progress) -> Result<Verdict> {
    let mut command = workspace.npm_program("tsc");
    command.args(["--project", "tests/browser/tsconfig.json", "--pretty", "false"]);
    process::run(&mut command, progress)?;
    Ok(Verdict::Findings(Vec::new()))
}

/// The profile is that of the tests, so that what runs while compiling is built once for both.
pub fn clippy(workspace: &Workspace, progress: &Progress) -> Result<Verdict> {
    let members = Metadata::of_members(workspace)?;
    let names = members.packages.iter().map(|package| package.name.as_str());
    let names: Vec<&str> = names.filter(|name| *name != BROWSER && !TOOLS.contains(name)).collect();
    lint(workspace, &names, &["--profile", "ci", "--all-targets", "--features", "server/test-clock"], progress)
}

/// For the browser, `app` is another program: without `backend`, with all that wakes it.
pub fn clippy_for_browser(workspace: &Workspace, progress: &Progress) -> Result<Verdict> {
    lint(workspace, &[BROWSER], &["--profile", "ci", "--target", "wasm32-unknown-unknown"], progress)
}

pub fn clippy_of_tools(workspace: &Workspace, progress: &Progress) -> Result<Verdict> {
    let members = Metadata::of_members(workspace)?;
    let names = members.packages.iter().map(|package| package.name.as_str());
    let names: Vec<&str> = names.filter(|name| TOOLS.contains(name)).collect();
    lint(workspace, &names, &["--all-targets"], progress)
}

fn lint(workspace: &Workspace, packages: &[&str], how: &[&str], progress: &Progress) -> Result<Verdict> {
    let mut command = workspace.cargo();
    command.arg("clippy").args(how);
    command.args(packages.iter().flat_map(|name| ["--package", name]));
    command.args(["--", "--deny", "warnings"]);
    process::run(&mut command, progress)?;
    Ok(Verdict::Findings(Vec::new()))
}

pub fn docs(workspace: &Workspace, progress: &Progress) -> Result<Verdict> {
    let mut command = workspace.cargo();
    command.args(["doc", "--no-deps", "--document-private-items", "--workspace", "--profile", "ci"]);
    command.args(["--features", "server/test-clock", "--exclude", BROWSER]);
    command.args(TOOLS.iter().flat_map(|name| ["--exclude", name]));
    command.env("RUSTDOCFLAGS", "--cfg erase_components --deny warnings");
    process::run(&mut command, progress)?;
    Ok(Verdict::Findings(Vec::new()))
}
