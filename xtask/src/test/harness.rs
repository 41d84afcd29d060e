//! Runs programs that Rust's test harness was built into.

use std::process::Command;

use anyhow::Result;

use super::programs::Harness;
use super::tally::Tally;
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

pub fn run(harnesses: &[Harness], variables: &[(&'static str, String)], progress: &Progress) -> Result<Tally> {
    let mut tally = Tally::default();
    for harness in harnesses {
        progress.say(&harness.name);
        let mut command = Command::new(&harness.path);
        command.current_dir(&harness.folder).env("CARGO_MANIFEST_DIR", &harness.folder);
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        tally += counted(&mut command, progress)?;
    }
    Ok(tally)
}

/// The tests of these very commands; they are built like the commands themselves, so that little is compiled anew.
pub fn xtask(workspace: &Workspace, progress: &Progress) -> Result<Tally> {
    counted(workspace.cargo().args(["test", "--package", "xtask"]), progress)
}

fn counted(command: &mut Command, progress: &Progress) -> Result<Tally> {
    let finished = process::finish(command, progress)?;
    let output = format!("{}{}", finished.stdout, finished.stderr);
    let tally = Tally::of_harness(&output, finished.status.success());
    if tally.failed > 0 {
        println!("{}", process::end_of(&output));
    }
    Ok(tally)
}
