//! The stack: how many of all said what, as one bar with its key; a table tells the same.

use leptos::prelude::*;

use super::{share::Share, twin::Twin};

/// What was said, and by how many.
pub type Part = (&'static str, u32);

/// The first is against, and has an edge of its own; each next one is more for it.
const CLASSES: [&str; 5] = ["against", "s1", "s2", "s3", "s4"];

#[component]
pub fn Stack(
    caption: &'static str,
    parts: [Part; 5],
    /// "Show as a table"
    show_table: &'static str,
    heads: [&'static str; 2],
) -> impl IntoView {
    let all = parts.iter().map(|(_, count)| count).sum::<u32>();
    let mut before = 0;
    let mut pieces = Vec::new();
    for ((_, count), class) in parts.into_iter().zip(CLASSES).filter(|((_, count), _)| *count > 0) {
        let (start, width) = (Share::of(before, all), Share::of(count, all));
        let middle = Share::of(before * 2 + count, all * 2);
        before += count;
        pieces.push(view! {
            <rect class=class x=start.to_string() width=width.to_string()></rect>
            <text class=(class == "s4").then_some("on") x=middle.to_string() y="50%">{count}</text>
        });
    }
    // The first is drawn last, so that its edge lies above its neighbour's.
    pieces.reverse();
    let key = |((word, _), class): (Part, &'static str)| {
        view! { <li><svg viewBox="0 0 14 14" aria-hidden="true"><rect class=class width="14" height="14"></rect></svg>{word}</li> }
    };
    let rows = parts.into_iter().map(|(word, count)| (word, count.to_string())).collect();
    view! {
        <figure>
            <svg class="stack" aria-hidden="true">{pieces}</svg>
            <ul class="key" aria-hidden="true">{parts.into_iter().zip(CLASSES).map(key).collect_view()}</ul>
            <Twin show=show_table caption heads rows/>
        </figure>
    }
}
