//! `cargo xtask dev`: a working demo from a fresh clone, rebuilt whenever something is changed.

mod watch;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

use anyhow::Result;

use crate::bundle::{self, Kind};
use crate::process::{self, Running};
use crate::setup;
use crate::stages::{Progress, Stages};
use crate::styles;
use crate::workspace::Workspace;
use watch::{Watch, Work};

const ADDRESS: &str = "127.0.0.1:3000";
const BETWEEN_LOOKS: Duration = Duration::from_millis(400);

pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    let mut watch = Watch::start(workspace);
    let everything = Work { packages: true, styles: false, bundle: true, server: true };
    let mut stages = Stages::default();
    stages.run("set-up", |progress| setup::rust::browser_target(workspace, progress))?;
    build(workspace, everything, &mut stages)?;
    let demo = Demo::at(workspace);
    stages.run("demo", |progress| demo.seed(workspace, progress))?;
    stages.summary();
    println!("\n{}", demo.log_ins()?);

    let mut server = serve(workspace, &demo)?;
    let mut ended = false;
    while !process::interrupted() {
        thread::sleep(BETWEEN_LOOKS);
        let work = settled(&mut watch);
        if work == Work::NONE {
            if !ended && !process::interrupted() && server.has_ended()? {
                println!("the server has ended; it starts again after the next change");
                ended = true;
            }
            continue;
        }
        match build(workspace, work, &mut Stages::default()) {
            Ok(()) => {
                drop(server);
                server = serve(workspace, &demo)?;
                ended = false;
            }
            Err(_) if process::interrupted() => break,
            Err(fault) => println!("{fault:#}\nwhat was running before goes on"),
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The changes, once they have come to rest: an editor or git may be in the middle of writing many files.
fn settled(watch: &mut Watch) -> Work {
    let mut work = watch.changes();
    let mut last = work;
    while last != Work::NONE {
        thread::sleep(BETWEEN_LOOKS / 4);
        last = watch.changes();
        work = work.and(last);
    }
    work
}

fn build(workspace: &Workspace, work: Work, stages: &mut Stages) -> Result<()> {
    if work.packages {
        stages.run("npm packages", |progress| setup::npm::packages(workspace, progress))?;
    }
    if work.bundle {
        bundle::build(workspace, Kind::Development, stages)?;
    } else if work.styles {
        stages.run("styles", |progress| {
            let styles = styles::build(workspace, Kind::Development, progress)?;
            bundle::site::publish_styles(workspace, &styles)
        })?;
    }
    if work.server {
        stages.run("server", |progress| {
            process::run(workspace.cargo().args(["build", "--package", "server", "--bin", "radslag"]), progress)
        })?;
    }
    Ok(())
}

fn serve(workspace: &Workspace, demo: &Demo) -> Result<Running> {
    Running::start(demo.radslag(workspace).arg("serve").env("RADSLAG_LISTEN", ADDRESS))
}

/// The data that the demo lives on, kept from one time to the next.
struct Demo {
    data: PathBuf,
    log_ins: PathBuf,
}

impl Demo {
    fn at(workspace: &Workspace) -> Self {
        Self { data: workspace.target.join("dev-data"), log_ins: workspace.target.join("dev-log-ins.txt") }
    }

    /// Fills the folder with invented people, the first time.
    fn seed(&self, workspace: &Workspace, progress: &Progress) -> Result<()> {
        if self.log_ins.exists() && self.data.exists() {
            return Ok(());
        }
        remove(&self.data)?;
        fs::create_dir_all(&self.data)?;
        let told = process::run(self.radslag(workspace).arg("demo"), progress)?;
        Ok(fs::write(&self.log_ins, told.stdout)?)
    }

    fn log_ins(&self) -> Result<String> {
        Ok(fs::read_to_string(&self.log_ins)?)
    }

    fn radslag(&self, workspace: &Workspace) -> Command {
        let mut command = Command::new(workspace.radslag("debug"));
        command.current_dir(&workspace.root);
        command.env("RADSLAG_DATA", &self.data).env("RADSLAG_SITE", workspace.site());
        command
    }
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
