//! `radslag person`: lists accounts, makes new ones, and lets one who is locked out in again.

use std::process::ExitCode;

use backend::accounts;
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
    /// Make an account and print a link with which its owner chooses a password
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        /// member, secretariat or administrator
        #[arg(long, default_value = "member", value_parser = office)]
        office: Office,
    },
    /// Print a link with which somebody chooses a new password
    Link {
        #[arg(long)]
        email: String,
    },
    /// Turn the second step off for somebody who has lost phone and recovery codes
    OneStep {
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
            for person in accounts::everyone(&backend).await? {
                let ended = if person.ended_at.is_some() { "  (ended)" } else { "" };
                say(format_args!(
                    "{}  {:<13}  {}  {}{ended}",
                    person.id,
                    person.office.name(),
                    person.email.as_str(),
                    person.name.as_str()
                ));
            }
        }
        What::Add { email, name, office } => {
            accounts::begin_account(&backend, &name, &email, office, None).await?;
            say(accounts::password_link_for(&backend, &email).await?);
        }
        What::Link { email } => say(accounts::password_link_for(&backend, &email).await?),
        What::OneStep { email } => {
            accounts::turn_off_second_step_for(&backend, &email).await?;
            say("the second step is off, and they are signed out everywhere");
        }
    }
    backend.store.close().await?;
    Ok(ExitCode::SUCCESS)
}
