//! The twin of a picture: the same as a table, one press away.

use leptos::prelude::*;

#[component]
pub fn Twin(
    /// "Show as a table"
    show: &'static str,
    /// What the table is about.
    caption: &'static str,
    heads: [&'static str; 2],
    rows: Vec<(&'static str, String)>,
) -> impl IntoView {
    let row = |(name, value): (&'static str, String)| {
        view! { <tr><th scope="row">{name}</th><td class="num">{value}</td></tr> }
    };
    view! {
        <details class="twin">
            <summary>{show}</summary>
            <table class="table">
                <caption class="vh">{caption}</caption>
                <thead><tr><th scope="col">{heads[0]}</th><th scope="col" class="num">{heads[1]}</th></tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </details>
    }
}
