//! The mark: the ring that å wears, above a line of text.

use leptos::prelude::*;

#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="6" r="4"></circle>
            <path d="M1 13h14v2H1z"></path>
        </svg>
    }
}
