//! The invented people of the demo.

use backend::{Backend, Failure, accounts};
use domain::accounts::Office;

/// An invented person of the demo.
pub struct Invented {
    pub name: &'static str,
    pub email: &'static str,
    pub office: Office,
    /// Members sign in with a code that an administrator reads in the outbox.
    pub password: Option<&'static str>,
}

const fn member(name: &'static str, email: &'static str) -> Invented {
    Invented { name, email, office: Office::Member, password: None }
}

const PEOPLE: [Invented; 25] = [
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
    member("Maria Hedlund", "maria@demo.example"),
    member("Ali Rahimi", "ali@demo.example"),
    member("Lena Åkerblom", "lena@demo.example"),
    member("Pekka Virtanen", "pekka@demo.example"),
    member("Tove Granlund", "tove@demo.example"),
    member("Per-Olof Strand", "per-olof@demo.example"),
    member("Jonas Ek", "jonas@demo.example"),
    member("Henrik Falk", "henrik@demo.example"),
    member("Karin Sjöstrand", "karin@demo.example"),
    member("Mohammed Yusuf", "mohammed@demo.example"),
    member("Eva Lindqvist", "eva@demo.example"),
    member("Bo Ahlgren", "bo@demo.example"),
    member("Ingrid Wallin", "ingrid@demo.example"),
    member("Samira Haddad", "samira@demo.example"),
    member("Oskar Nordin", "oskar@demo.example"),
    member("Gun-Britt Öst", "gun-britt@demo.example"),
    member("Daniel Kron", "daniel@demo.example"),
    member("Elin Viklund", "elin@demo.example"),
    member("Nils Hammar", "nils@demo.example"),
    member("Fatima Said", "fatima@demo.example"),
    member("Tomas Rask", "tomas@demo.example"),
    member("Ulrika Bergdahl", "ulrika@demo.example"),
    member("Viktor Palm", "viktor@demo.example"),
];

/// Those with whom one sees most of it.
pub fn shown() -> &'static [Invented] {
    let (shown, _) = PEOPLE.split_at(6);
    shown
}

pub async fn fill(backend: &Backend) -> Result<(), Failure> {
    for person in &PEOPLE {
        accounts::begin_account(backend, person.name, person.email, person.office, person.password).await?;
    }
    Ok(())
}
