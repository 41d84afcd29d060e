//! The ring of points above its line: all who sit at the table, or, where something is missing, not quite all.

use leptos::prelude::*;

/// As many points as the first partnership has organisations.
const POINTS: usize = 57;

/// Where something is missing, a gap of so many points.
const GAP: usize = 12;

#[component]
pub fn Ring(#[prop(optional)] broken: bool) -> impl IntoView {
    let dashes = if broken { format!("{}0 {GAP}", "0 1 ".repeat(POINTS - GAP)) } else { "0 1".to_owned() };
    view! {
        <svg viewBox="0 0 320 320" aria-hidden="true">
            <circle cx="160" cy="128" r="120" pathLength=POINTS.to_string() stroke-dasharray=dashes></circle>
            <path d="M0 310h320v5H0z"></path>
        </svg>
    }
}
