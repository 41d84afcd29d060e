//! The project's commands: `cargo xtask dev`, `test`, `check`, `build`, `bundle` and `bench`.
#![expect(clippy::print_stdout, reason = "Commands speak to the person who typed them.")]

mod bundle;
mod check;
mod contrast;
mod metadata;
mod process;
mod setup;
mod stages;
mod styles;
mod test;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::bundle::Kind;
use crate::stages::Stages;
use crate::workspace::Workspace;

const HELP: &str = "\
cargo xtask COMMAND

  check [NAME…] [--strict]
                    hold the house rules
  test [PART…] [--strict] [--release]
                    run all tests, or: unit, bundle, acceptance, browser
  bundle [--dev]    build scripts, styles and fonts into target/site";

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
    stages.run("set-up", |progress| {
        setup::rust::browser_target(workspace, progress)?;
        setup::npm::packages(workspace, progress)
    })?;
    bundle::build(workspace, kind, &mut stages)?;
    stages.summary();
    Ok(())
}
