//! The npm packages, as the lockfile names them.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Result;
use serde::Deserialize;

use crate::workspace::Workspace;

#[derive(Deserialize)]
pub struct Lockfile {
    /// By their place in `node_modules`; the one without a place is this repository.
    packages: BTreeMap<String, NpmPackage>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct NpmPackage {
    pub version: String,
    pub license: Option<String>,
    pub integrity: Option<String>,
    pub resolved: Option<String>,
}

pub fn read(workspace: &Workspace) -> Result<Lockfile> {
    Ok(serde_json::from_slice(&fs::read(workspace.root.join("package-lock.json"))?)?)
}

impl Lockfile {
    #[cfg(test)]
    pub fn of(packages: &[(&str, NpmPackage)]) -> Self {
        let place = |name: &str| format!("node_modules/{name}");
        Self { packages: packages.iter().map(|(name, package)| (place(name), package.clone())).collect() }
    }

    /// The packages by name; one that is there in two versions comes twice.
    pub fn packages(&self) -> impl Iterator<Item = (&str, &NpmPackage)> {
        self.packages.iter().filter_map(|(place, package)| {
            let (_, name) = place.rsplit_once("node_modules/")?;
            Some((name, package))
        })
    }
}
