//! `radslag demo`: fills an empty database with invented people, and prints how to sign in as them.

use std::process::ExitCode;

use backend::accounts;
use domain::accounts::Office;

use super::{Told, backend, say};
use crate::configuration::Configuration;

/// An invented person of the demo.
struct Invented {
    name: &'static str,
    email: &'static str,
    office: Office,
    /// Members sign in with a code that an administrator reads in the outbox.
    password: Option<&'static str>,
}

const PEOPLE: [Invented; 6] = [
    Invented {
        name: "Astrid Berglund",
        email: "astrid@demo.example",
        office: Office::Administrator,
        password: Some("lugn sjö om hösten"),
    },
    Invented {
        name: "Sara Nyberg",
        email: "sara@demo.example",
        office: Office::Secretariat,
        password: Some("gul traktor i regn"),
    },
    Invented { name: "Maria Hedlund", email: "maria@demo.example", office: Office::Member, password: None },
    Invented { name: "Ali Rahimi", email: "ali@demo.example", office: Office::Member, password: None },
    Invented { name: "Lena Åkerblom", email: "lena@demo.example", office: Office::Member, password: None },
    Invented { name: "Pekka Virtanen", email: "pekka@demo.example", office: Office::Member, password: None },
];

pub async fn run(configuration: &Configuration) -> Result<ExitCode, Told> {
    let backend = backend(configuration, configuration.listen).await?;
    if !accounts::is_empty(&backend).await? {
        return Err("the database holds other data; the demo wants an empty one".into());
    }
    for person in &PEOPLE {
        accounts::begin_account(&backend, person.name, person.email, person.office, person.password).await?;
    }
    say("the demo is ready; sign in as");
    for person in &PEOPLE {
        let how = person.password.unwrap_or("(a code by e-mail: read it in the outbox as Astrid)");
        say(format_args!("  {:<14} {:<22} {how}", person.office.name(), person.email));
    }
    backend.store.close().await?;
    Ok(ExitCode::SUCCESS)
}
