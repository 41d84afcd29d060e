//! Firmness: a line before a few words that shows how settled they are.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Settled: anchored, saved, counted, sent.
    Firm,
    /// On its way: preliminary, being saved, being sent.
    Loose,
    /// Only mine, or not begun: personal, kept on this device, waiting.
    Own,
}

impl Hold {
    pub const fn class(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Loose => "loose",
            Self::Own => "own",
        }
    }
}

#[component]
pub fn Firmness(hold: Hold, #[prop(into)] text: String) -> impl IntoView {
    view! { <span class=hold.class()>{text}</span> }
}
