//! Tabs: the pages of one matter as words on a line; the open one stands on ink.

use leptos::prelude::*;

#[component]
pub fn Tabs(
    label: &'static str,
    /// Address and word of each.
    pages: Vec<(&'static str, &'static str)>,
    /// The address of the open one.
    open: &'static str,
) -> impl IntoView {
    let tab = |(href, word): (&'static str, &'static str)| {
        view! { <a href=href aria-current=(href == open).then_some("page")>{word}</a> }
    };
    view! { <nav class="tabs" aria-label=label>{pages.into_iter().map(tab).collect_view()}</nav> }
}
