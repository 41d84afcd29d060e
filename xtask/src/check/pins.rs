//! Versions that are known to work together are pinned exactly; what npm brings is pinned throughout.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Result;
use serde::Deserialize;

use super::lockfile;
use crate::metadata::{Dependency, Metadata};
use crate::workspace::Workspace;

/// The browser bundle was tried with these together; see `docs/ARCHITECTURE.md`.
const CRATES: [(&str, &str); 7] = [
    ("leptos", "0.8.23"),
    ("leptos_macro", "0.8.20"),
    ("wasm-bindgen", "0.2.130"),
    ("wasm-bindgen-cli-support", "0.2.130"),
    ("wasm_split_cli_support", "0.2.4"),
    ("wasm_split_helpers", "0.2.3"),
    ("wasm_split_macros", "0.2.2"),
];
const NPM: [(&str, &str); 2] = [("binaryen", "132.0.0"), ("playwright-core", "1.65.1")];

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Manifest {
    dependencies: BTreeMap<String, String>,
    dev_dependencies: BTreeMap<String, String>,
}

pub fn check(workspace: &Workspace) -> Result<Vec<String>> {
    let metadata = Metadata::of_all(workspace)?;
    let lockfile = lockfile::read(workspace)?;
    let manifest: Manifest = serde_json::from_slice(&fs::read(workspace.root.join("package.json"))?)?;
    let crates = metadata.packages.iter().map(|package| (package.name.as_str(), package.version.as_str()));
    let packages = lockfile.packages().map(|(name, package)| (name, package.version.as_str()));
    let asked = metadata.members().flat_map(|member| &member.dependencies);
    let mut found = versions(&CRATES, crates);
    found.extend(versions(&NPM, packages));
    found.extend(requirements(asked));
    found.extend(ranges(manifest.dependencies.iter().chain(&manifest.dev_dependencies)));
    Ok(found)
}

/// The pinned ones are there, and in no other version.
fn versions<'a>(pins: &[(&str, &str)], there: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let there: Vec<(&str, &str)> = there.collect();
    let mut found = Vec::new();
    for (name, pin) in pins {
        let mut versions = there.iter().filter(|(other, _)| other == name).map(|(_, version)| version).peekable();
        if versions.peek().is_none() {
            found.push(format!("{name} is pinned to {pin} and not there"));
        }
        found.extend(
            versions.filter(|version| version != &pin).map(|version| format!("{name} is {version}, pinned is {pin}")),
        );
    }
    found
}

/// Whoever asks for a pinned crate asks for exactly that version.
fn requirements<'a>(asked: impl Iterator<Item = &'a Dependency>) -> Vec<String> {
    let pinned = |name: &str| CRATES.iter().any(|(pin, _)| *pin == name);
    let loose = asked.filter(|dependency| pinned(&dependency.name) && !dependency.req.starts_with('='));
    loose.map(|dependency| format!("{} is asked for as {:?}, not exactly", dependency.name, dependency.req)).collect()
}

fn ranges<'a>(asked: impl Iterator<Item = (&'a String, &'a String)>) -> Vec<String> {
    let exact =
        |version: &str| version.split('.').count() == 3 && version.starts_with(|first: char| first.is_ascii_digit());
    let loose = asked.filter(|(_, version)| !exact(version));
    loose.map(|(name, version)| format!("package.json asks for {name} as {version:?}, not exactly")).collect()
}

#[cfg(test)]
mod tests {
    use super::{Dependency, ranges, requirements, versions};

    #[test]
    fn another_version_than_the_pinned_one_is_found() {
        let there = [("leptos", "0.8.24"), ("serde", "1.0.0")];
        assert_eq!(versions(&[("leptos", "0.8.23")], there.into_iter()), ["leptos is 0.8.24, pinned is 0.8.23"]);
        assert_eq!(versions(&[("leptos", "0.8.24")], there.into_iter()), [""; 0]);
    }

    #[test]
    fn a_pin_for_what_is_not_there_is_found() {
        assert_eq!(versions(&[("leptos", "0.8.23")], [].into_iter()).len(), 1);
    }

    #[test]
    fn a_range_is_found() {
        let asked = |req: &str| Dependency { name: "leptos".to_owned(), req: req.to_owned(), ..Dependency::default() };
        assert_eq!(requirements([&asked("^0.8.23")].into_iter()).len(), 1);
        assert_eq!(requirements([&asked("=0.8.23")].into_iter()), [""; 0]);
        let (name, loose, exact) = ("esbuild".to_owned(), "^0.28.2".to_owned(), "0.28.2".to_owned());
        assert_eq!(ranges([(&name, &loose), (&name, &exact)].into_iter()).len(), 1);
    }
}
