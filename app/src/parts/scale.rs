//! The scale: a row of numbered steps for a thumb, each with its word.

use leptos::prelude::*;

#[component]
pub fn Scale(
    /// The field the step is sent as.
    name: &'static str,
    legend: &'static str,
    /// The word of each step; the first is 1.
    steps: Vec<&'static str>,
    /// The chosen step, if any.
    #[prop(optional)]
    chosen: Option<usize>,
) -> impl IntoView {
    let step = |(at, word): (usize, &'static str)| {
        let number = at + 1;
        view! {
            <label>
                <input type="radio" name=name value=number checked=chosen == Some(number)/>
                <span>{number} <small>{word}</small></span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            <div class="scale">{steps.into_iter().enumerate().map(step).collect_view()}</div>
        </fieldset>
    }
}
