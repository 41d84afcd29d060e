//! The project's commands: `cargo xtask dev`, `test`, `check`, `build`, `bundle` and `bench`.
#![expect(clippy::print_stdout, reason = "Commands speak to the person who typed them.")]

mod bench;
mod build;
mod bundle;
mod check;
mod cluster;
mod contrast;
mod dev;
mod metadata;
mod process;
mod setup;
mod stages;
mod styles;
mod surroundings;
mod test;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::bundle::Kind;
use crate::stages::Stages;
use crate::workspace::Workspace;

const HELP: &str = "\
cargo xtask COMMAND

  dev               build, seed the demo and serve it; rebuild on change
  test [PART…] [--strict] [--release]
                    run all tests, or: unit, bundle, acceptance, browser
  check [NAME…] [--strict]
                    hold the house rules
  build             one release file with its assets embedded: target/radslag
  bundle [--dev]    scripts, styles and fonts only: target/site
  bench NAME        one bench of tests/load

--strict fails when anything was skipped; --release tests the program as it is released.";

fn main() -> ExitCode {
    match command(std::env::args().skip(1).collect()) {
        Ok(code) => code,
        Err(fault) => {
            println!("{fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: Vec<String>) -> Result<ExitCode> {
    process::end_children_on_interrupt()?;
    let workspace = Workspace::find()?;
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["dev"] => return dev::run(&workspace),
        ["build"] => return build::run(&workspace),
        ["bench", name] => return bench::run(&workspace, name),
        ["bundle"] => build_bundle(&workspace, Kind::Release)?,
        ["bundle", "--dev"] => build_bundle(&workspace, Kind::Development)?,
        ["check", arguments @ ..] => return check::run(&workspace, arguments),
        ["test", arguments @ ..] => return test::run(&workspace, &test::Request::read(arguments)?),
        [] | ["help" | "--help" | "-h"] => println!("{HELP}"),
        other => bail!("there is no command {:?}\n\n{HELP}", other.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

fn build_bundle(workspace: &Workspace, kind: Kind) -> Result<()> {
    let mut stages = Stages::default();
    stages.run("set-up", |progress| setup::for_bundle(workspace, progress))?;
    bundle::build(workspace, kind, &mut stages)?;
    stages.summary();
    Ok(())
}
