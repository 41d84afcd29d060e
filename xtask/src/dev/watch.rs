//! Sees which files were changed, by their times: nothing of the system is needed, and no event is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::workspace::Workspace;

/// The folders and files a change in which means work.
const WATCHED: [&str; 7] = ["app", "migrations", "server", "style", "Cargo.lock", "Cargo.toml", "package-lock.json"];

/// What has to be built anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    pub packages: bool,
    pub styles: bool,
    pub bundle: bool,
    pub server: bool,
}

impl Work {
    pub const NONE: Self = Self { packages: false, styles: false, bundle: false, server: false };

    /// What a change of one file, named from the root of the repository, means.
    fn of(path: &Path) -> Self {
        let within = |folder: &str| path.starts_with(folder);
        if within("style") {
            Self { styles: true, ..Self::NONE }
        } else if within("server") || within("migrations") {
            Self { server: true, ..Self::NONE }
        } else if within("app/client") {
            Self { bundle: true, ..Self::NONE }
        } else if within("package-lock.json") {
            Self { packages: true, styles: true, bundle: true, server: false }
        } else {
            Self { bundle: true, server: true, ..Self::NONE }
        }
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            packages: self.packages || other.packages,
            styles: self.styles || other.styles,
            bundle: self.bundle || other.bundle,
            server: self.server || other.server,
        }
    }
}

/// The times at which the watched files were last changed.
pub struct Watch {
    root: PathBuf,
    seen: BTreeMap<PathBuf, SystemTime>,
}

impl Watch {
    pub fn start(workspace: &Workspace) -> Self {
        let root = workspace.root.clone();
        let seen = look(&root);
        Self { root, seen }
    }

    /// What the changes since the last look mean.
    pub fn changes(&mut self) -> Work {
        let now = look(&self.root);
        let gone = self.seen.keys().filter(|path| !now.contains_key(*path));
        let changed = now.iter().filter(|(path, time)| self.seen.get(*path) != Some(time)).map(|(path, _)| path);
        let paths = changed.chain(gone).filter_map(|path| path.strip_prefix(&self.root).ok());
        let work = paths.map(Work::of).fold(Work::NONE, Work::and);
        self.seen = now;
        work
    }
}

fn look(root: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut seen = BTreeMap::new();
    WATCHED.iter().for_each(|name| add(&mut seen, root.join(name)));
    seen
}

/// A file that goes away while it is looked at has simply gone.
fn add(seen: &mut BTreeMap<PathBuf, SystemTime>, path: PathBuf) {
    let Ok(known) = fs::metadata(&path) else { return };
    if known.is_dir() {
        fs::read_dir(&path).into_iter().flatten().flatten().for_each(|entry| add(seen, entry.path()));
    } else if let Ok(time) = known.modified() {
        seen.insert(path, time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_file_belongs_to_is_built_anew() {
        let work = |path: &str| Work::of(Path::new(path));
        assert_eq!(work("style/start.css"), Work { styles: true, ..Work::NONE });
        assert_eq!(work("server/src/router.rs"), Work { server: true, ..Work::NONE });
        assert_eq!(work("app/client/src/lib.rs"), Work { bundle: true, ..Work::NONE });
        assert_eq!(work("app/domain/src/lib.rs"), Work { bundle: true, server: true, ..Work::NONE });
        assert_eq!(work("Cargo.toml"), Work { bundle: true, server: true, ..Work::NONE });
    }

    #[test]
    fn new_changed_and_removed_files_are_seen_once() {
        let root = std::env::temp_dir().join(format!("radslag-watch-{}", std::process::id()));
        fs::create_dir_all(root.join("style")).unwrap();
        let mut watch = Watch { root: root.clone(), seen: look(&root) };
        fs::write(root.join("style/a.css"), "a").unwrap();
        assert!(watch.changes().styles);
        assert_eq!(watch.changes(), Work::NONE);
        fs::remove_file(root.join("style/a.css")).unwrap();
        assert!(watch.changes().styles);
        fs::remove_dir_all(root).unwrap();
    }
}
