//! Bundles the styles: `style/main.css` with all it imports, and the fonts and pictures it names.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::bundle::{Files, Kind};
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

const ENTRY: &str = "style/main.css";

/// The endings of what a style may name; each such file gets a name of its own.
const NAMED_BY_STYLES: [&str; 4] = ["woff2", "svg", "png", "webp"];

/// The bundled styles and the files that go with them.
pub struct Styles {
    pub main: String,
    pub files: Files,
}

/// What esbuild tells about what it wrote; the paths start at the folder it ran in.
#[derive(Deserialize)]
struct Report {
    outputs: BTreeMap<PathBuf, Output>,
}

#[derive(Deserialize)]
struct Output {
    #[serde(rename = "entryPoint")]
    entry: Option<String>,
}

pub fn build(workspace: &Workspace, kind: Kind, progress: &Progress) -> Result<Styles> {
    let work = workspace.target.join("bundle/styles");
    let report = work.join("report.json");
    let mut command = workspace.npm_program("esbuild");
    command.args([ENTRY, "--bundle", "--entry-names=[name].[hash]", "--asset-names=[name].[hash]"]);
    command.args(NAMED_BY_STYLES.map(|ending| format!("--loader:.{ending}=file")));
    command.arg(format!("--outdir={}", work.display())).arg(format!("--metafile={}", report.display()));
    if kind == Kind::Release {
        command.arg("--minify");
    }
    process::run(&mut command, progress)?;

    let report: Report = serde_json::from_slice(&fs::read(report)?)?;
    let mut files = Files::new();
    let mut main = None;
    for (path, output) in &report.outputs {
        let name = file_name(path)?;
        files.insert(name.clone(), fs::read(workspace.root.join(path))?);
        if output.entry.as_deref() == Some(ENTRY) {
            main = Some(name);
        }
    }
    Ok(Styles { main: main.context("esbuild wrote no styles")?, files })
}

fn file_name(path: &Path) -> Result<String> {
    Ok(path.file_name().and_then(|name| name.to_str()).with_context(|| format!("{path:?} has no name"))?.to_owned())
}
