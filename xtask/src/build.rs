//! Builds the release: one file that carries all its assets.

use std::fs;
use std::process::ExitCode;

use anyhow::Result;

use crate::bundle::{self, Kind, budget};
use crate::process;
use crate::setup;
use crate::stages::Stages;
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    let mut stages = Stages::default();
    stages.run("set-up", |progress| setup::for_bundle(workspace, progress))?;
    bundle::build(workspace, Kind::Release, &mut stages)?;
    let result = workspace.target.join("radslag");
    stages.run("server", |progress| {
        let mut command = workspace.cargo();
        command.args(["build", "--release", "--package", "server", "--bin", "radslag", "--features", "embedded"]);
        command.env("RADSLAG_EMBED", workspace.site());
        process::run(&mut command, progress)?;
        Ok(fs::copy(workspace.radslag("release"), &result)?)
    })?;
    stages.summary();
    let rows = budget::measure(&workspace.site())?;
    println!("\nto load before a page is alive, compressed:");
    rows.iter().for_each(|row| println!("{}", row.line()));
    println!("\n{}: {} MB", result.display(), fs::metadata(&result)?.len() / 1_000_000);
    Ok(if rows.iter().all(budget::Row::holds) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
