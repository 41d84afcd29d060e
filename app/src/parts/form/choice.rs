//! Choosing one of several: whole rows to press, or a list that opens.

use leptos::prelude::*;

use super::{FormState, field::hint_and_error};
use crate::parts::theme_sample::ThemeSample;

/// One of the things to choose from.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub value: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    /// The language of the label, when it is another than the page's.
    pub lang: Option<&'static str>,
    /// The theme it stands for, shown beside it.
    pub theme: Option<&'static str>,
}

/// Rows to press, all in sight.
#[component]
pub fn Choices(name: &'static str, legend: &'static str, choices: Vec<Choice>, value: String) -> impl IntoView {
    let state = expect_context::<FormState>();
    let chosen = state.first_value(name, value);
    let id = state.id(name);
    view! {
        <fieldset id=id tabindex="-1" aria-describedby=move || state.described_by(name, false)>
            <legend class="vh">{legend}</legend>
            {hint_and_error(state, name, "")}
            <div class="choices">
                {choices.into_iter().map(|choice| view! {
                    <label>
                        <input type="radio" name=name value=choice.value checked=choice.value == chosen/>
                        <span lang=choice.lang>
                            {choice.label}
                            {(!choice.hint.is_empty()).then(|| view! { <span class="hint">{choice.hint}</span> })}
                        </span>
                        {choice.theme.map(|theme| view! { <ThemeSample theme/> })}
                    </label>
                }).collect_view()}
            </div>
        </fieldset>
    }
}

/// A list that opens.
#[component]
pub fn Select(name: &'static str, label: &'static str, choices: Vec<Choice>, value: String) -> impl IntoView {
    let state = expect_context::<FormState>();
    let chosen = state.first_value(name, value);
    let id = state.id(name);
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_and_error(state, name, "")}
            <select
                id=id.clone() name=name
                aria-invalid=move || state.fault(name).map(|_| "true")
                aria-describedby=move || state.described_by(name, false)
            >
                {choices.into_iter().map(|choice| view! {
                    <option value=choice.value selected=choice.value == chosen>{choice.label}</option>
                }).collect_view()}
            </select>
        </div>
    }
}
