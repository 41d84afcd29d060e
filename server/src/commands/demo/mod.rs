//! `radslag demo`: fills an empty database with an invented partnership at work, and prints how to sign in.

mod ground;
mod people;
mod seats;
mod work;

use std::process::ExitCode;

use backend::accounts;

use super::{Told, backend, say};
use crate::configuration::Configuration;

pub async fn run(configuration: &Configuration) -> Result<ExitCode, Told> {
    let backend = backend(configuration, configuration.listen).await?;
    if !accounts::is_empty(&backend).await? {
        return Err("the database holds other data; the demo wants an empty one".into());
    }
    people::fill(&backend).await?;
    let ground = ground::fill(&backend).await?;
    seats::fill(&ground).await?;
    work::fill(&ground).await?;
    say("the demo is ready; sign in as");
    for person in people::shown() {
        let how = person.password.unwrap_or("(a code by e-mail: read it in the outbox as Astrid)");
        say(format_args!("  {:<14} {:<22} {how}", person.office.name(), person.email));
    }
    backend.store.close().await?;
    Ok(ExitCode::SUCCESS)
}
