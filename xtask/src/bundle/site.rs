//! Writes the site: immutable files in `pkg/`, public files beside it, and `site.json`, which names them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use serde::{Deserialize, Serialize};

use super::names::Named;
use super::{Files, Kind, compress};
use crate::styles::Styles;
use crate::workspace::Workspace;

/// What the server reads at its start.
#[derive(Serialize, Deserialize)]
pub struct Site {
    pub build: String,
    pub script: String,
    pub wasm: String,
    pub loader: Option<String>,
    pub style: String,
    pub groups: BTreeMap<String, Vec<String>>,
}

impl Site {
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("site.json");
        let text = fs::read(&path).with_context(|| format!("{} is missing: cargo xtask bundle", path.display()))?;
        Ok(serde_json::from_slice(&text)?)
    }

    fn write(&self, folder: &Path) -> Result<()> {
        Ok(fs::write(folder.join("site.json"), serde_json::to_string_pretty(self)?)?)
    }
}

pub fn publish(workspace: &Workspace, kind: Kind, scripts: &Named, styles: &Styles) -> Result<()> {
    let site = Site {
        build: scripts.build.clone(),
        script: scripts.script.clone(),
        wasm: scripts.wasm.clone(),
        loader: scripts.loader.clone(),
        style: styles.main.clone(),
        groups: scripts.groups.clone(),
    };
    let mut files = scripts.files.clone();
    files.extend(styles.files.clone());
    write(workspace, kind, &site, &files)
}

/// Puts new styles beside the scripts that are there.
pub fn publish_styles(workspace: &Workspace, styles: &Styles) -> Result<()> {
    let folder = workspace.site();
    let site = Site { style: styles.main.clone(), ..Site::read(&folder)? };
    let pkg = folder.join("pkg");
    let mut files = styles.files.clone();
    for name in [Some(&site.script), Some(&site.wasm), site.loader.as_ref()]
        .into_iter()
        .flatten()
        .chain(site.groups.values().flatten())
    {
        files.insert(name.clone(), fs::read(pkg.join(name))?);
    }
    write(workspace, Kind::Development, &site, &files)
}

fn write(workspace: &Workspace, kind: Kind, site: &Site, files: &Files) -> Result<()> {
    let folder = workspace.site();
    let pkg = folder.join("pkg");
    fs::create_dir_all(&pkg)?;
    let released = Builds::read(workspace);
    let names: BTreeSet<String> = files.keys().cloned().collect();
    let kept = if kind == Kind::Release { released.followed_by(names.clone()) } else { released };
    for entry in fs::read_dir(&pkg)? {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        if !kept.have(&file) && !names.contains(&*file) {
            fs::remove_file(&path)?;
        }
    }
    thread::scope(|scope| {
        let pkg = &pkg;
        let writers: Vec<_> = files
            .iter()
            .map(|(name, content)| scope.spawn(move || write_file(&pkg.join(name), content, kind)))
            .collect();
        writers.into_iter().try_for_each(|writer| writer.join().map_err(|_| anyhow!("a writer failed"))?)
    })?;
    copy_folder(&workspace.root.join("style/public"), &folder)?;
    kept.write(workspace)?;
    // Last, so that a server never learns of files that are not there yet.
    site.write(&folder)
}

/// A name tells the content, so what is there already is not written again.
fn write_file(path: &Path, content: &[u8], kind: Kind) -> Result<()> {
    if !path.exists() {
        fs::write(path, content)?;
    }
    let twin = path.with_added_extension("br");
    if kind == Kind::Release && compress::is_worth_it(path) && !twin.exists() {
        fs::write(twin, compress::brotli(content)?)?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The names of the files of this release and of the one before. Through a deploy, a page that was loaded from the
/// release before still asks for that release's chunks; what is older goes, and so does what was built to develop with.
#[derive(Default, Serialize, Deserialize)]
struct Builds(Vec<BTreeSet<String>>);

impl Builds {
    const KEPT: usize = 2;

    fn read(workspace: &Workspace) -> Self {
        let text = fs::read(Self::path(workspace)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    fn write(&self, workspace: &Workspace) -> Result<()> {
        Ok(fs::write(Self::path(workspace), serde_json::to_string_pretty(self)?)?)
    }

    fn path(workspace: &Workspace) -> PathBuf {
        workspace.target.join("bundle/builds.json")
    }

    fn followed_by(mut self, names: BTreeSet<String>) -> Self {
        self.0.retain(|build| *build != names);
        self.0.insert(0, names);
        self.0.truncate(Self::KEPT);
        self
    }

    /// Whether a file, or that of which it is the compressed twin, belongs to a build that is kept.
    fn have(&self, file: &str) -> bool {
        let name = file.strip_suffix(".br").unwrap_or(file);
        self.0.iter().any(|build| build.contains(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(of: &[&str]) -> BTreeSet<String> {
        of.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn the_build_before_is_kept_and_none_older() {
        let builds =
            Builds::default().followed_by(names(&["a"])).followed_by(names(&["b"])).followed_by(names(&["c", "d"]));
        assert!(builds.have("d") && builds.have("c.br") && builds.have("b"));
        assert!(!builds.have("a") && !builds.have("a.br"));
    }

    #[test]
    fn building_the_same_again_pushes_nothing_out() {
        let builds = Builds::default().followed_by(names(&["a"])).followed_by(names(&["b"])).followed_by(names(&["b"]));
        assert!(builds.have("a") && builds.have("b"));
    }
}
