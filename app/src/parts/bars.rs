//! Bars: a table whose values are also lengths.

use leptos::prelude::*;

use super::share::Share;

pub struct Bar {
    pub name: &'static str,
    /// The value in writing.
    pub value: String,
    pub length: Share,
    /// Where it was the last time.
    pub before: Option<Share>,
    /// Below the limit that the picture shows.
    pub soft: bool,
}

#[component]
pub fn Bars(caption: &'static str, bars: Vec<Bar>, #[prop(optional)] limit: Option<Share>) -> impl IntoView {
    let mark = |at: Share, class: &'static str, from: &'static str, to: &'static str| {
        view! { <line class=class x1=at.to_string() x2=at.to_string() y1=from y2=to></line> }
    };
    let row = |bar: Bar| {
        view! {
            <tr>
                <th scope="row">{bar.name}</th>
                <td class="pic">
                    <svg class=if bar.soft { "bar soft" } else { "bar" } aria-hidden="true">
                        <line class="track" x1="0" x2="100%" y1="12" y2="12"></line>
                        <rect width=bar.length.to_string()></rect>
                        {limit.map(|limit| mark(limit, "limit", "-6", "18"))}
                        {bar.before.map(|before| mark(before, "tick", "14", "20"))}
                    </svg>
                </td>
                <td class="num">{bar.value}</td>
            </tr>
        }
    };
    view! {
        <table class="bars">
            <caption class="vh">{caption}</caption>
            <tbody>{bars.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
