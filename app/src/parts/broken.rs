//! What stands where a page cannot: why, where to go, and the ring that lacks some of its points.

use leptos::prelude::*;

use super::{page_title::PageTitle, ring::Ring};

#[component]
pub fn Broken(
    title: String,
    text: String,
    /// The way on, as buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="broken">
            <div>
                <PageTitle text=title/>
                <p class="lead">{text}</p>
                <p class="btn-row">{children()}</p>
            </div>
            <Ring broken=true/>
        </div>
    }
}
