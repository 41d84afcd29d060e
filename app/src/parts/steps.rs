//! Steps: what is done, what is now, what comes.

use leptos::prelude::*;

#[component]
pub fn Steps(
    /// Name and note of each.
    steps: Vec<(&'static str, &'static str)>,
    /// The step that is now, counted from 0.
    now: usize,
) -> impl IntoView {
    let step = |(at, (name, note)): (usize, (&'static str, &'static str))| {
        let class = (at < now).then_some("past");
        view! { <li class=class aria-current=(at == now).then_some("step")>{name} <small class="dim">{note}</small></li> }
    };
    view! { <ol class="steps">{steps.into_iter().enumerate().map(step).collect_view()}</ol> }
}
