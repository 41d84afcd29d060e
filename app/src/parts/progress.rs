//! Progress: a line that gets firm, its rest dotted. The words that say the same always stand beside it.

use leptos::prelude::*;

use super::share::Share;

#[component]
pub fn Progress(
    done: Share,
    /// It grows while one looks.
    #[prop(optional)]
    live: bool,
) -> impl IntoView {
    let class = if live { "progress live" } else { "progress" };
    let rest = done.moved(15);
    view! {
        <svg class=class aria-hidden="true">
            {(done < Share::ALL).then(|| view! { <line class="rest" x1=rest.to_string() x2="100%" y1="4" y2="4"></line> })}
            <line class="done" x1="0" x2=done.to_string() y1="4" y2="4"></line>
        </svg>
    }
}
