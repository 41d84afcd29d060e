//! Runs one bench of `tests/load` against the release, on both databases.

use std::process::ExitCode;

use anyhow::Result;

use crate::bundle::{self, Kind};
use crate::cluster::Cluster;
use crate::process;
use crate::setup;
use crate::stages::Stages;
use crate::surroundings::Surroundings;
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, name: &str) -> Result<ExitCode> {
    let mut stages = Stages::default();
    stages.run("set-up", |progress| setup::for_bundle(workspace, progress))?;
    bundle::build(workspace, Kind::Release, &mut stages)?;
    stages.run("build", |progress| {
        for package in ["server", "load"] {
            process::run(workspace.cargo().args(["build", "--release", "--package", package]), progress)?;
        }
        Ok(())
    })?;
    let cluster =
        stages.run("PostgreSQL", |progress| Cluster::start(&setup::postgres::find_or_install(progress)?, progress))?;
    let surroundings = Surroundings {
        radslag: workspace.radslag("release"),
        site: workspace.site(),
        postgres: Some(cluster.address()),
        chromium: None,
        strict: true,
    };
    let finished = stages.run(name, |progress| {
        let mut command = workspace.cargo();
        command.args(["run", "--release", "--package", "load", "--", name]).envs(surroundings.variables());
        process::finish(&mut command, progress)
    })?;
    println!("{}{}", finished.stdout, if finished.status.success() { "" } else { &finished.stderr });
    stages.summary();
    Ok(if finished.status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
