//! Known faults in what we build from. Both databases are on the network; where it is not, that is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use semver::{Version, VersionReq};
use serde::Deserialize;

use super::Verdict;
use crate::metadata::Metadata;
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

const DATABASE: &str = "https://github.com/rustsec/advisory-db.git";
/// Not faults: nobody looks after the crate any more, or there is something to know about it.
const NO_FAULT: [&str; 2] = ["notice", "unmaintained"];

pub fn check(workspace: &Workspace, progress: &Progress) -> Result<Verdict> {
    let mut found = Vec::new();
    let mut unreachable = Vec::new();
    match of_crates(workspace, progress) {
        Ok(faults) => found.extend(faults),
        Err(fault) if process::interrupted() => return Err(fault),
        Err(_) => unreachable.push("the database of advisories about crates is not reachable"),
    }
    match of_npm(workspace)? {
        Some(faults) => found.extend(faults),
        None => unreachable.push("that about npm packages is not reachable"),
    }
    Ok(if found.is_empty() && !unreachable.is_empty() {
        Verdict::Skipped(unreachable.join("; "))
    } else {
        Verdict::Findings(found)
    })
}

fn of_crates(workspace: &Workspace, progress: &Progress) -> Result<Vec<String>> {
    let folder = workspace.target.join("advisories");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut clone = Command::new("git");
    clone.args(["clone", "--quiet", "--depth", "1", DATABASE]).arg(&folder).env("GIT_TERMINAL_PROMPT", "0");
    process::run(&mut clone, progress)?;
    let mut found = Vec::new();
    for package in Metadata::of_all(workspace)?.packages.iter().filter(|package| package.source.is_some()) {
        let version = Version::parse(&package.version)?;
        for advisory in advisories(&folder.join("crates").join(&package.name))? {
            let text = fs::read_to_string(&advisory)?;
            found.extend(fault(&text, &version).with_context(|| advisory.display().to_string())?);
        }
    }
    Ok(found)
}

fn advisories(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(paths.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect())
}

#[derive(Deserialize)]
struct Entry {
    advisory: Advisory,
    versions: Versions,
}

#[derive(Deserialize)]
struct Advisory {
    id: String,
    package: String,
    informational: Option<String>,
    withdrawn: Option<String>,
}

#[derive(Deserialize)]
struct Versions {
    patched: Vec<VersionReq>,
    #[serde(default)]
    unaffected: Vec<VersionReq>,
}

/// What an advisory says about a version of its crate: it opens with a block of TOML.
fn fault(text: &str, version: &Version) -> Result<Option<String>> {
    let (_, block) = text.split_once("```toml").context("it has no block of TOML")?;
    let (block, _) = block.split_once("```").context("its block of TOML has no end")?;
    let Entry { advisory, versions } = toml::from_str(block)?;
    let is_fault = !advisory.informational.is_some_and(|kind| NO_FAULT.contains(&kind.as_str()));
    let mended = versions.patched.iter().chain(&versions.unaffected).any(|range| range.matches(version));
    let stands = is_fault && advisory.withdrawn.is_none() && !mended;
    Ok(stands.then(|| format!("{} {version} has a known fault: {}", advisory.package, advisory.id)))
}

#[derive(Deserialize)]
struct Audit {
    vulnerabilities: std::collections::BTreeMap<String, Vulnerability>,
}

#[derive(Deserialize)]
struct Vulnerability {
    severity: String,
}

/// Nothing where the registry does not answer.
fn of_npm(workspace: &Workspace) -> Result<Option<Vec<String>>> {
    let mut ask = Command::new("npm");
    // It fails when it finds something, and that is an answer too.
    let answer = ask.current_dir(&workspace.root).args(["audit", "--json"]).output().context("npm")?;
    Ok(faults_of_audit(&answer.stdout))
}

fn faults_of_audit(answer: &[u8]) -> Option<Vec<String>> {
    let audit: Audit = serde_json::from_slice(answer).ok()?;
    let told = audit.vulnerabilities.iter();
    Some(told.map(|(name, fault)| format!("{name} (npm) has a known fault: {}", fault.severity)).collect())
}

#[cfg(test)]
mod tests {
    use semver::Version;

    use super::{fault, faults_of_audit};

    const ADVISORY: &str = r#"```toml
[advisory]
id = "RUSTSEC-2026-0001"
package = "example"
date = "2026-01-01"

[versions]
patched = [">= 1.2.3"]
unaffected = ["< 1.0.0"]
```

# It forgets what it was told
"#;

    fn found(version: &str) -> Option<String> {
        fault(ADVISORY, &Version::parse(version).unwrap()).unwrap()
    }

    #[test]
    fn a_version_with_a_known_fault_is_found() {
        assert_eq!(found("1.1.0").as_deref(), Some("example 1.1.0 has a known fault: RUSTSEC-2026-0001"));
    }

    #[test]
    fn one_that_was_mended_or_never_had_it_is_not() {
        assert_eq!((found("1.2.3"), found("0.9.0")), (None, None));
    }

    #[test]
    fn an_answer_of_npm_is_told_from_none() {
        assert_eq!(faults_of_audit(br#"{"vulnerabilities": {"a": {"severity": "high"}}}"#).unwrap().len(), 1);
        assert_eq!(faults_of_audit(br#"{"message": "not allowed"}"#), None);
    }
}
