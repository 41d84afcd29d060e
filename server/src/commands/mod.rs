//! What the program can be told to do on the command line.

mod demo;
mod migrate;
mod person;
mod routes;
mod serve;
mod tally;
mod verify;

use std::{net::SocketAddr, path::PathBuf, process::ExitCode, sync::Arc};

use backend::Backend;
use clap::{Parser, Subcommand};

use crate::{
    configuration::{Configuration, VALUES},
    logs,
};

/// Why a command did not do what it was told, for whoever stands at the terminal.
pub type Told = Box<dyn std::error::Error + Send + Sync>;

#[derive(Parser)]
#[command(
    name = "radslag",
    version,
    about = "Rådslag: workshops, co-drafting and decisions for partnerships",
    after_help = configurable()
)]
struct Line {
    /// A TOML file with any of the values below; the environment goes before it
    #[arg(long, global = true, env = "RADSLAG_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(flatten)]
    OnServer(OnServer),
    /// Count a vote from a file, round by round
    Tally(tally::Options),
}

/// What needs the configuration of a server.
#[derive(Subcommand)]
enum OnServer {
    /// Bring the database up to date and serve
    Serve,
    /// Bring the database up to date, or say what is missing
    Migrate(migrate::Options),
    /// Fill an empty database with invented people to try things with
    Demo,
    /// Look after accounts from the terminal
    Person(person::Options),
    /// Check that nothing in the record was changed or removed
    Verify,
    /// List every route, for tests
    #[command(hide = true)]
    Routes,
}

pub async fn run() -> ExitCode {
    let line = Line::parse();
    match obey(line).await {
        Ok(code) => code,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "the answer to whoever stands at the terminal")]
            {
                eprintln!("radslag: {error}");
            }
            ExitCode::FAILURE
        }
    }
}

async fn obey(line: Line) -> Result<ExitCode, Told> {
    let command = match line.command {
        Command::Tally(options) => return Ok(tally::run(&options)),
        Command::OnServer(command) => command,
    };
    let configuration = Configuration::read(line.config.as_deref())?;
    logs::begin(&configuration);
    match command {
        OnServer::Serve => serve::run(&configuration).await,
        OnServer::Migrate(options) => migrate::run(&configuration, &options).await,
        OnServer::Demo => demo::run(&configuration).await,
        OnServer::Person(options) => person::run(&configuration, options).await,
        OnServer::Verify => verify::run(&configuration).await,
        OnServer::Routes => routes::run(),
    }
}

/// The backend on a database that is up to date; for commands that work without a server.
async fn backend(configuration: &Configuration, address: SocketAddr) -> Result<Arc<Backend>, Told> {
    let backend = Backend::open(configuration.settings(address)).await?;
    migrations::up(backend.store.schema()).await?;
    Ok(backend)
}

/// One line for whoever stands at the terminal.
fn say(text: impl std::fmt::Display) {
    #[expect(clippy::print_stdout, reason = "what the command is for")]
    {
        println!("{text}");
    }
}

/// The list of what may be configured, as part of `--help`.
fn configurable() -> String {
    let lines = VALUES.iter().map(|value| {
        format!("  {:<20} {:<11} {} (default: {})\n", value.variable, value.name, value.means, value.default)
    });
    format!("Configuration, by environment or by its second name in the file:\n{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Line::command().debug_assert();
    }

    #[test]
    fn the_readme_tells_of_everything_that_may_be_configured() {
        let readme = include_str!("../../../README.md");
        for value in VALUES {
            let row = format!("| `{}` | `{}` | {} | {} |", value.variable, value.name, value.default, value.means);
            assert!(readme.contains(&row), "the README lacks this row:\n{row}");
        }
    }
}
