//! Runs one bench of `tests/load` against the release.

use std::process::ExitCode;

use anyhow::Result;

use crate::bundle::{self, Kind};
use crate::cluster::Cluster;
use crate::process;
use crate::setup;
use crate::stages::Stages;
use crate::surroundings::Surroundings;
use crate::workspace::Workspace;

/// The one bench without a server, beside programs in Python.
const TALLY: &str = "tally";

pub fn run(workspace: &Workspace, name: &str) -> Result<ExitCode> {
    let mut stages = Stages::default();
    if name == TALLY {
        return tally(workspace, stages);
    }
    stages.run("set-up", |progress| setup::for_bundle(workspace, progress))?;
    bundle::build(workspace, Kind::Release, &mut stages)?;
    build(workspace, &mut stages)?;
    let cluster =
        stages.run("PostgreSQL", |progress| Cluster::start(&setup::postgres::find_or_install(progress)?, progress))?;
    let surroundings = Surroundings {
        radslag: workspace.radslag("release"),
        site: workspace.site(),
        postgres: Some(cluster.address()),
        chromium: None,
        strict: true,
    };
    measure(workspace, &mut stages, &[name], &surroundings)
}

fn tally(workspace: &Workspace, mut stages: Stages) -> Result<ExitCode> {
    let python = stages.run("set-up", setup::python::with_counters)?;
    build(workspace, &mut stages)?;
    let surroundings = Surroundings {
        radslag: workspace.radslag("release"),
        site: workspace.site(),
        postgres: None,
        chromium: None,
        strict: true,
    };
    measure(workspace, &mut stages, &[TALLY, &python.display().to_string()], &surroundings)
}

fn build(workspace: &Workspace, stages: &mut Stages) -> Result<()> {
    stages.run("build", |progress| {
        for package in ["server", "load"] {
            process::run(workspace.cargo().args(["build", "--release", "--package", package]), progress)?;
        }
        Ok(())
    })
}

fn measure(
    workspace: &Workspace,
    stages: &mut Stages,
    bench: &[&str],
    surroundings: &Surroundings,
) -> Result<ExitCode> {
    let finished = stages.run(bench[0], |progress| {
        let mut command = workspace.cargo();
        command.args(["run", "--release", "--package", "load", "--"]).args(bench).envs(surroundings.variables());
        process::finish(&mut command, progress)
    })?;
    println!("{}{}", finished.stdout, if finished.status.success() { "" } else { &finished.stderr });
    stages.summary();
    Ok(if finished.status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
