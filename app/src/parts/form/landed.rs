//! What came along with a page: a form that was refused, a notice; and whether one has gone on since.

use domain::forms::{FormName, Notice, Refused};
use leptos::prelude::*;

use super::REVISION;
use crate::viewer::Landing;

#[derive(Clone, Copy)]
pub struct Landed {
    refused: StoredValue<Option<Refused>>,
    pub notice: RwSignal<Option<Notice>>,
    pub build: StoredValue<String>,
    moves: RwSignal<u32>,
}

impl Landed {
    pub fn new(landing: Landing) -> Self {
        Self {
            refused: StoredValue::new(landing.refused),
            notice: RwSignal::new(landing.notice),
            build: StoredValue::new(landing.build),
            moves: RwSignal::new(0),
        }
    }

    /// The refused form of this name, if it is this very one: its hidden fields say which.
    pub fn refused(&self, name: FormName, hidden: &[(&'static str, String)]) -> Option<Refused> {
        self.refused.with_value(|refused| {
            refused
                .as_ref()
                .filter(|refused| refused.form == name)
                .filter(|refused| {
                    let mut telling = hidden.iter().filter(|(field, _)| *field != REVISION);
                    telling.all(|(field, value)| refused.value(field) == Some(value))
                })
                .cloned()
        })
    }

    /// One has gone to another page: what belonged to the first one is over.
    pub fn move_on(&self) {
        self.refused.set_value(None);
        self.notice.set(None);
        self.moves.update(|moves| *moves += 1);
    }

    pub fn has_moved_on(&self) -> bool {
        self.moves.get_untracked() > 0
    }
}
