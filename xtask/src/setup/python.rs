//! Programs in Python that count votes too, for the bench that compares.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::program;
use crate::process;
use crate::stages::Progress;

const COUNTERS: [&str; 2] = ["pref_voting==1.18.2", "pabutools==1.2.3"];

/// An interpreter that has them, in an environment of its own outside the repository.
pub fn with_counters(progress: &Progress) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join("radslag-bench-python");
    let python = folder.join("bin/python");
    if !python.is_file() {
        let system = program(&["python3"]).context("the bench needs python3 with venv")?;
        process::run(Command::new(system).args(["-m", "venv"]).arg(&folder), progress)?;
    }
    process::run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(COUNTERS), progress)?;
    Ok(python)
}
