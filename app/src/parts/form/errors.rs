//! What is wrong with a form as a whole: above its fields, with a way to each field that needs another look.

use domain::problem::Problem;
use leptos::prelude::*;

use super::FormState;
use crate::{refusal::Refusal, viewer::use_words};

#[component]
pub fn Errors() -> impl IntoView {
    let state = expect_context::<FormState>();
    view! {
        {move || state.refusal.get().map(|refusal| {
            // A single field that says what is wrong needs no second voice above it.
            let alone = state.whole().is_none();
            view! { <div class=if alone { "errors vh" } else { "errors" } role="alert" tabindex="-1">{told(state, &refusal)}</div> }
        })}
    }
}

fn told(state: FormState, refusal: &Refusal) -> AnyView {
    let words = use_words();
    match refusal {
        Refusal::Problem(Problem::Invalid { faults }) => faults
            .iter()
            .map(|fault| {
                let text = (words.problems().reason)(fault.reason);
                if fault.field.is_empty() {
                    view! { <p>{text}</p> }.into_any()
                } else {
                    view! { <p><a href=format!("#{}", state.id(&fault.field)) rel="external">{text}</a></p> }.into_any()
                }
            })
            .collect_view()
            .into_any(),
        Refusal::Problem(Problem::Conflict { current, .. }) => view! {
            <p>{words.problems().conflict}</p>
            <dl class="both">
                {current.iter().map(|now| view! {
                    <div><dt>{words.shell().theirs}</dt><dd class="said" dir="auto">{now.value.clone()}</dd></div>
                }).collect_view()}
            </dl>
        }
        .into_any(),
        other => view! { <p>{other.text(words)}</p> }.into_any(),
    }
}
