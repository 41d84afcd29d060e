//! PostgreSQL's server programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{apt, program};
use crate::process;
use crate::stages::Progress;

const OLDEST: u32 = 15;
/// Debian keeps a folder for each version here.
const VERSIONS: &str = "/usr/lib/postgresql";

/// The folder of `initdb` and `postgres`: what the machine has; else Debian's package.
pub fn find_or_install(progress: &Progress) -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if apt::is_ours() {
        apt::install("postgresql", progress)?;
    }
    find().with_context(|| format!("install PostgreSQL {OLDEST} or newer with its server programs (initdb, postgres)"))
}

fn find() -> Option<PathBuf> {
    let kept = fs::read_dir(VERSIONS).into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    let on_path = program(&["postgres"]).and_then(|path| Some(path.parent()?.to_owned()));
    let found = kept.chain(on_path).filter_map(|folder| Some((version(&folder)?, folder)));
    found.filter(|(version, _)| *version >= OLDEST).max().map(|(_, folder)| folder)
}

fn version(folder: &Path) -> Option<u32> {
    folder.join("initdb").is_file().then_some(())?;
    major(&process::output(Command::new(folder.join("postgres")).arg("--version")).ok()?)
}

/// `postgres (PostgreSQL) 15.18 (Debian …)` is 15.
fn major(answer: &str) -> Option<u32> {
    let version = answer.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    version.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_version_is_read_whatever_stands_round_it() {
        assert_eq!(major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"), Some(15));
        assert_eq!(major("postgres (PostgreSQL) 18beta1"), Some(18));
        assert_eq!(major("postgres"), None);
    }
}
