//! Others' accounts: who is here, who is invited, and what each may do.

#[cfg(feature = "ssr")]
mod change;
mod invitations;
mod list;
mod person;

#[cfg(feature = "ssr")]
pub use self::change::*;
use crate::{pages, parts::form::Choice, viewer::use_words};
use domain::accounts::Office;

pages! { people:
    "/people" => list::read_people, list::draw;
    "/people/{id}" => person::read_person, person::draw;
}

/// The offices, as choices; with a line each when there is room for it.
fn offices(explained: bool) -> Vec<Choice> {
    let words = use_words();
    Office::ALL
        .map(|office| Choice {
            value: office.name(),
            label: (words.accounts().office)(office),
            hint: if explained { (words.people().office_hint)(office) } else { "" },
            ..Choice::default()
        })
        .to_vec()
}
