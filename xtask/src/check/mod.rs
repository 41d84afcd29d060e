//! Holds the house rules: each check finds what breaks one of them.

mod advisories;
mod banned;
mod browser_code;
mod compiler;
mod directions;
mod files;
mod licences;
mod lockfile;
mod pins;
mod sources;
mod words;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::metadata::Metadata;
use crate::setup;
use crate::stages::{Progress, Stages};
use crate::workspace::Workspace;
use crate::{contrast, process};

/// What a check found.
pub enum Verdict {
    /// One sentence for each place that breaks the rule.
    Findings(Vec<String>),
    /// Why it could not be checked.
    Skipped(String),
}

type Check = fn(&Workspace, &Progress) -> Result<Verdict>;

/// The one check that a strict run may skip: its database is on the network.
const MAY_BE_SKIPPED: &str = "advisories";

/// The quick ones first.
const CHECKS: [(&str, Check); 16] = [
    ("files", |workspace, _| findings(files::check(workspace))),
    ("directions", |workspace, _| findings(directions::check(&Metadata::of_members(workspace)?))),
    ("browser-code", |workspace, _| findings(browser_code::check(&Metadata::of_members(workspace)?))),
    ("sources", |workspace, _| {
        let crates = sources::of_crates(&Metadata::of_all(workspace)?.packages);
        findings(Ok([crates, sources::of_npm(&lockfile::read(workspace)?)].concat()))
    }),
    ("licences", |workspace, _| {
        let crates = licences::of_crates(&Metadata::of_all(workspace)?.packages);
        findings(Ok([crates, licences::of_npm(&lockfile::read(workspace)?)].concat()))
    }),
    ("banned", |workspace, _| findings(banned::check(&Metadata::of_all(workspace)?))),
    ("pins", |workspace, _| findings(pins::check(workspace))),
    ("contrast", |workspace, _| findings(contrast::faults(&workspace.root).map(|(faults, _)| faults))),
    ("format", compiler::format),
    ("types", compiler::types),
    ("words", words::check),
    ("clippy", compiler::clippy),
    ("clippy-browser", compiler::clippy_for_browser),
    ("docs", compiler::docs),
    ("tools", compiler::clippy_of_tools),
    (MAY_BE_SKIPPED, advisories::check),
];

fn findings(found: Result<Vec<String>>) -> Result<Verdict> {
    found.map(Verdict::Findings)
}

pub fn run(workspace: &Workspace, arguments: &[&str]) -> Result<ExitCode> {
    let (flags, names): (Vec<&str>, Vec<&str>) = arguments.iter().partition(|argument| argument.starts_with("--"));
    let strict = flags.contains(&"--strict");
    let known = |name: &&str| CHECKS.iter().any(|(known, _)| known == name);
    if let Some(wrong) = flags.iter().find(|flag| **flag != "--strict").or(names.iter().find(|name| !known(name))) {
        bail!("{wrong:?} is no check; there are {}", CHECKS.map(|(name, _)| name).join(", "));
    }
    let mut stages = Stages::default();
    stages.run("set-up", |progress| {
        setup::rust::browser_target(workspace, progress)?;
        setup::rust::components(workspace, progress)?;
        setup::npm::packages(workspace, progress)
    })?;
    let (mut passed, mut failed, mut skipped) = (0, 0, Vec::new());
    for (name, check) in CHECKS.iter().filter(|(name, _)| names.is_empty() || names.contains(name)) {
        match stages.run(name, |progress| hold(*check, workspace, progress)) {
            Ok(None) => passed += 1,
            Ok(Some(why)) => skipped.push((*name, why)),
            Err(fault) if process::interrupted() => return Err(fault),
            Err(fault) => {
                failed += 1;
                println!("{fault:#}");
            }
        }
    }
    stages.summary();
    for (name, why) in &skipped {
        println!("skipped: {name}: {why}");
    }
    println!("{passed} passed, {failed} failed");
    let well = failed == 0 && !(strict && skipped.iter().any(|(name, _)| *name != MAY_BE_SKIPPED));
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Fails where the rule is broken; else tells why it could not be checked, if that is so.
fn hold(check: Check, workspace: &Workspace, progress: &Progress) -> Result<Option<String>> {
    match check(workspace, progress)? {
        Verdict::Findings(found) if found.is_empty() => Ok(None),
        Verdict::Findings(found) => bail!("  {}", found.join("\n  ")),
        Verdict::Skipped(why) => Ok(Some(why)),
    }
}
