//! `radslag migrate`: brings the database up to date, or says how far it is behind.

use std::process::ExitCode;

use backend::Backend;
use clap::Args;

use super::{Told, say};
use crate::configuration::Configuration;

#[derive(Args)]
pub struct Options {
    /// Only say how many steps are missing; the exit code is 1 when there are any
    #[arg(long)]
    check: bool,
}

pub async fn run(configuration: &Configuration, options: &Options) -> Result<ExitCode, Told> {
    let backend = Backend::open(configuration.settings(configuration.listen)).await?;
    let pending = migrations::pending(backend.store.schema()).await?;
    if options.check {
        say(format_args!("{pending} steps are missing"));
        return Ok(if pending == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    migrations::up(backend.store.schema()).await?;
    say(format_args!("the database is up to date ({pending} steps taken)"));
    backend.store.close().await?;
    Ok(ExitCode::SUCCESS)
}
