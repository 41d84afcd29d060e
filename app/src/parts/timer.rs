//! The timer: digits first, and a line that shortens beside them.

use leptos::prelude::*;

use super::share::Share;

#[component]
pub fn Timer(
    /// As it is read: `6:42`.
    digits: String,
    /// As machines read it: `PT6M42S`.
    duration: String,
    words: &'static str,
    left: Share,
    /// The time is up, or soon.
    #[prop(optional)]
    late: bool,
) -> impl IntoView {
    view! {
        <div class=if late { "timer late" } else { "timer" }>
            <p><time datetime=duration>{digits}</time> " " <span class="dim">{words}</span></p>
            <svg class=if late { "progress late" } else { "progress live" } aria-hidden="true">
                <line class="track" x1="0" x2="100%" y1="4" y2="4"></line>
                <line class="done" x1="0" x2=left.to_string() y1="4" y2="4"></line>
            </svg>
        </div>
    }
}
