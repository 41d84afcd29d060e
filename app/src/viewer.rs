//! For whom the page is drawn and how: constant from one full page load to the next.

use domain::{
    accounts::Office,
    forms::{Notice, Refused},
    ids::PersonId,
    language::{Language, Theme},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use words::Words;

/// Who looks at the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Viewer {
    pub me: Option<Me>,
    pub language: Language,
    pub theme: Theme,
}

/// One who is signed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Me {
    pub id: PersonId,
    pub name: String,
    pub initials: String,
    pub office: Office,
    /// The address of the person's picture.
    pub picture: Option<String>,
}

/// All that a page is handed by the server besides its own data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Landing {
    pub viewer: Viewer,
    pub notice: Option<Notice>,
    pub refused: Option<Refused>,
    /// Which build of the program drew the page.
    pub build: String,
}

pub fn use_viewer() -> Viewer {
    use_context::<StoredValue<Viewer>>().map(|viewer| viewer.get_value()).unwrap_or_default()
}

/// The words of the page's language.
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or_else(|| Words::in_language(Language::default()))
}
