//! What cargo knows of the workspace: its packages and what each depends on.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Deserialize;

use crate::process;
use crate::workspace::Workspace;

#[derive(Deserialize)]
pub struct Metadata {
    pub packages: Vec<Package>,
    pub workspace_members: Vec<String>,
}

#[derive(Default, Deserialize)]
pub struct Package {
    pub id: String,
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    /// Where it comes from; packages of this repository come from nowhere.
    pub source: Option<String>,
    pub dependencies: Vec<Dependency>,
    pub features: BTreeMap<String, Vec<String>>,
}

#[derive(Default, Deserialize)]
pub struct Dependency {
    pub name: String,
    /// The versions asked for.
    pub req: String,
    /// Nothing for what the program itself needs, else `dev` or `build`.
    pub kind: Option<String>,
    pub optional: bool,
    pub features: Vec<String>,
}

impl Metadata {
    /// The packages of this repository.
    pub fn of_members(workspace: &Workspace) -> Result<Self> {
        Self::ask(workspace, &["--no-deps"])
    }

    /// Those and everything that they are built from.
    pub fn of_all(workspace: &Workspace) -> Result<Self> {
        Self::ask(workspace, &["--locked"])
    }

    fn ask(workspace: &Workspace, arguments: &[&str]) -> Result<Self> {
        let mut command = workspace.cargo();
        command.args(["metadata", "--format-version", "1"]).args(arguments);
        Ok(serde_json::from_str(&process::output(&mut command)?)?)
    }

    pub fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| self.workspace_members.contains(&package.id))
    }
}
