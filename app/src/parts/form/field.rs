//! A field: its label, hint and error stand above the box, where neither thumb nor keyboard hides them.

use leptos::prelude::*;

use super::FormState;
use crate::viewer::use_words;

/// What a field takes; it decides the keyboard of a phone and what the browser offers to fill in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Input {
    Name,
    Text,
    /// One's own address.
    Email,
    OthersEmail,
    CurrentPassword,
    NewPassword,
    /// Six digits.
    Code,
    Search,
}

impl Input {
    const fn kind(self) -> &'static str {
        match self {
            Self::Name | Self::Text | Self::Code => "text",
            Self::Email | Self::OthersEmail => "email",
            Self::CurrentPassword | Self::NewPassword => "password",
            Self::Search => "search",
        }
    }

    const fn autocomplete(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Text | Self::Search | Self::OthersEmail => "off",
            Self::Email => "username",
            Self::CurrentPassword => "current-password",
            Self::NewPassword => "new-password",
            Self::Code => "one-time-code",
        }
    }

    const fn keyboard(self) -> Option<&'static str> {
        match self {
            Self::Code => Some("numeric"),
            Self::Email | Self::OthersEmail => Some("email"),
            _ => None,
        }
    }
}

#[component]
pub fn Field(
    name: &'static str,
    label: &'static str,
    input: Input,
    #[prop(optional)] hint: &'static str,
    #[prop(optional, into)] value: String,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let state = expect_context::<FormState>();
    let words = use_words().shell();
    let id = state.id(name);
    let value = state.first_value(name, value);
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                {optional.then(|| view! { " " <span class="hint">{words.optional}</span> })}
            </label>
            {hint_and_error(state, name, hint)}
            <input
                id=id.clone() name=name value=value type=input.kind() autocomplete=input.autocomplete()
                inputmode=input.keyboard() required=!optional class:code=input == Input::Code
                dir=matches!(input, Input::Name | Input::Text | Input::Search).then_some("auto")
                aria-invalid=move || state.fault(name).map(|_| "true")
                aria-describedby=move || state.described_by(name, !hint.is_empty())
            />
        </div>
    }
}

/// A field for one file.
#[component]
pub fn FileField(name: &'static str, label: &'static str, hint: &'static str, accept: &'static str) -> impl IntoView {
    let state = expect_context::<FormState>();
    let id = state.id(name);
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_and_error(state, name, hint)}
            <input
                id=id.clone() name=name type="file" accept=accept
                aria-invalid=move || state.fault(name).map(|_| "true")
                aria-describedby=move || state.described_by(name, !hint.is_empty())
            />
        </div>
    }
}

/// The hint, and the error when there is one, for any control named `name`.
pub fn hint_and_error(state: FormState, name: &'static str, hint: &'static str) -> impl IntoView {
    let words = use_words();
    let id = state.id(name);
    view! {
        {(!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
        {move || state.fault(name).map(|reason| view! {
            <p class="error" id=format!("{id}-error")>{words.shell().error_prefix} {(words.problems().reason)(reason)}</p>
        })}
    }
}
