//! Where one is: the page, its address, and the how-manieth it is since the program was loaded.

use leptos::prelude::*;

use crate::{address::Address, page::Drawing};

/// A page that one is on.
#[derive(Clone)]
pub struct Visit {
    pub address: Address,
    pub drawing: Drawing,
    pub number: u32,
}

#[derive(Clone, Copy)]
pub struct Here(RwSignal<Visit>);

impl Here {
    pub fn at(visit: Visit) -> Self {
        Self(RwSignal::new(visit))
    }

    /// The page, and the next one when one moves on.
    pub fn visit(self) -> Visit {
        self.0.get()
    }

    pub fn address(self) -> Address {
        self.0.with_untracked(|visit| visit.address.clone())
    }

    /// Draws the page anew that one is on.
    #[cfg(feature = "hydrate")]
    pub fn draw_anew(self, drawing: Drawing) {
        self.0.update(|visit| visit.drawing = drawing);
    }

    /// Draws another page.
    #[cfg(feature = "hydrate")]
    pub fn move_to(self, address: Address, drawing: Drawing) {
        self.0.update(|visit| *visit = Visit { address, drawing, number: visit.number + 1 });
    }
}

/// The address of the page.
pub fn use_address() -> Address {
    use_context::<Here>().map(Here::address).unwrap_or_default()
}
