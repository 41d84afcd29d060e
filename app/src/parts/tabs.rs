//! Tabs: the pages of one matter as words on a line; the open one stands on ink.

use leptos::prelude::*;

use crate::parts::link::Link;

#[component]
pub fn Tabs(
    label: &'static str,
    /// Address and word of each.
    pages: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let tab = |(href, word): (&'static str, &'static str)| view! { <Link to=href exact=true>{word}</Link> };
    view! { <nav class="tabs" aria-label=label>{pages.into_iter().map(tab).collect_view()}</nav> }
}
