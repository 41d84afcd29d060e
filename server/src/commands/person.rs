//! `radslag person`: lists accounts, invites, and lets one who is locked out in again.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use domain::accounts::Office;

use super::{Told, backend, say};
use crate::configuration::Configuration;

#[derive(Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Everyone who has an account
    List,
    /// Print a link with which somebody new gets an account
    Invite {
        #[arg(long)]
        email: String,
        /// member, secretariat or administrator
        #[arg(long, default_value = "member", value_parser = office)]
        office: Office,
    },
    /// Print a link with which somebody chooses a new password
    Link {
        #[arg(long)]
        email: String,
    },
}

fn office(text: &str) -> Result<Office, String> {
    Office::from_name(text).ok_or_else(|| "member, secretariat or administrator".to_owned())
}

pub async fn run(configuration: &Configuration, options: Options) -> Result<ExitCode, Told> {
    let backend = backend(configuration, configuration.listen).await?;
    match options.what {
        What::List => {
            for person in backend::accounts::everyone(&backend).await? {
                let ended = if person.ended_at.is_some() { "  (ended)" } else { "" };
                say(format_args!("{}  {:<13}  {}  {}{ended}", person.id, person.office.name(), person.email, person.name));
            }
        }
        What::Invite { email, office } => {
            say(backend::accounts::invite_from_the_terminal(&backend, &email, office).await?);
        }
        What::Link { email } => say(backend::accounts::password_link_from_the_terminal(&backend, &email).await?),
    }
    backend.store.close().await?;
    Ok(ExitCode::SUCCESS)
}
