//! Heat: a table whose cells are the darker the higher their value; the value stands in each.

use leptos::prelude::*;

/// One of five steps of one hue, 0 the lightest.
const STEPS: [&str; 5] = ["cell h0", "cell h1", "cell h2", "cell h3", "cell h4"];

#[component]
pub fn Heat(
    /// What the table is about; names the region one can scroll sideways in.
    caption: &'static str,
    /// The first is that of the row names.
    heads: Vec<&'static str>,
    /// A name, and each cell's value in writing and step.
    rows: Vec<(&'static str, Vec<(&'static str, usize)>)>,
) -> impl IntoView {
    let head =
        |(at, head): (usize, &'static str)| view! { <th scope="col" class=(at > 0).then_some("cell")>{head}</th> };
    let cell = |(value, step): (&'static str, usize)| view! { <td class=STEPS[step.min(4)]>{value}</td> };
    let row = |(name, cells): (&'static str, Vec<_>)| {
        view! { <tr><th scope="row">{name}</th>{cells.into_iter().map(cell).collect_view()}</tr> }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption>
            <table class="table heat">
                <thead><tr>{heads.into_iter().enumerate().map(head).collect_view()}</tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
