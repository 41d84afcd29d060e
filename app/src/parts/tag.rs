//! A tag: a code or a kind in a thin frame; never a heap of them.

use leptos::prelude::*;

#[component]
pub fn Tag(#[prop(into)] text: String) -> impl IntoView {
    view! { <span class="tag">{text}</span> }
}
