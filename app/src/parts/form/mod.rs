//! The one form that every form is: plain where there are no scripts, and sent without leaving the page where there are.

mod choice;
mod errors;
mod field;
mod landed;
#[cfg(feature = "hydrate")]
mod send;

use domain::{
    forms::FormName,
    problem::{Problem, Reason},
};
use leptos::{context::Provider, html, prelude::*};

pub use self::{
    choice::{Choice, Choices, Select},
    errors::Errors,
    field::{Field, FileField, Input},
    landed::Landed,
};
use crate::{refusal::Refusal, viewer::use_words};

/// The hidden field that says which revision was seen; it does not tell one form from another.
const REVISION: &str = "revision";

/// What the parts inside a form know of it.
#[derive(Clone, Copy)]
pub struct FormState {
    pub name: FormName,
    /// Tells several forms of the same name on one page apart.
    pub key: StoredValue<String>,
    pub refusal: RwSignal<Option<Refusal>>,
    pub sending: RwSignal<bool>,
    typed: StoredValue<Vec<(String, String)>>,
}

impl FormState {
    /// What stands in a field at first: what was typed before a refusal, or else `value`.
    pub fn first_value(&self, field: &str, value: String) -> String {
        self.typed
            .with_value(|typed| typed.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()))
            .unwrap_or(value)
    }

    /// What is wrong with a field, if anything.
    pub fn fault(&self, field: &str) -> Option<Reason> {
        self.refusal.with(|refusal| match refusal {
            Some(Refusal::Problem(problem)) => problem.at(field),
            _ => None,
        })
    }

    /// What goes along unseen. After a conflict one has seen what stands there now, and may save over it.
    fn hidden_value(&self, field: &str, value: &str) -> String {
        self.refusal.with(|refusal| match refusal {
            Some(Refusal::Problem(Problem::Conflict { revision, .. })) if field == REVISION => revision.0.to_string(),
            _ => value.to_owned(),
        })
    }

    /// Which of its hint and its error a field is described by.
    pub fn described_by(&self, field: &str, has_hint: bool) -> Option<String> {
        let id = self.id(field);
        match (has_hint, self.fault(field).is_some()) {
            (true, true) => Some(format!("{id}-hint {id}-error")),
            (true, false) => Some(format!("{id}-hint")),
            (false, true) => Some(format!("{id}-error")),
            (false, false) => None,
        }
    }

    /// The id of a field, unique on the page.
    pub fn id(&self, field: &str) -> String {
        format!("{}{}-{field}", self.name.name(), self.key.get_value())
    }
}

/// A form. `hidden` fields go along as they are; a form with a file says `files`.
#[component]
pub fn Form(
    name: FormName,
    #[prop(optional)] hidden: Vec<(&'static str, String)>,
    #[prop(optional)] files: bool,
    #[prop(default = "form")] class: &'static str,
    children: Children,
) -> impl IntoView {
    let landed = expect_context::<Landed>();
    let refused = landed.refused(name, &hidden);
    let key = hidden.iter().filter(|(field, _)| *field != REVISION).map(|(_, value)| format!("-{value}")).collect();
    let state = FormState {
        name,
        key: StoredValue::new(key),
        refusal: RwSignal::new(refused.as_ref().map(|refused| Refusal::Problem(refused.problem.clone()))),
        sending: RwSignal::new(false),
        typed: StoredValue::new(refused.map(|refused| refused.values).unwrap_or_default()),
    };
    let form = NodeRef::<html::Form>::new();
    #[cfg(feature = "hydrate")]
    let on_submit = send::on_submit(state, form);
    #[cfg(not(feature = "hydrate"))]
    let on_submit = |_: leptos::ev::SubmitEvent| {};
    let encoding = if files { "multipart/form-data" } else { "application/x-www-form-urlencoded" };
    view! {
        // The browser's own messages are not in the page's language: ours are, and come from the server.
        <form method="post" enctype=encoding class=class node_ref=form novalidate on:submit=on_submit>
            <input type="hidden" name="form" value=name.name()/>
            {hidden.into_iter().map(|(field, value)| view! {
                <input type="hidden" name=field value=move || state.hidden_value(field, &value)/>
            }).collect_view()}
            <Provider value=state>
                <Errors/>
                {children()}
            </Provider>
        </form>
    }
}

/// The form's main button; it says so while the form is on its way.
#[component]
pub fn Submit(label: &'static str, #[prop(default = "btn btn-main")] class: &'static str) -> impl IntoView {
    let state = expect_context::<FormState>();
    let sending = use_words().shell().sending;
    view! {
        <button class=class aria-disabled=move || state.sending.get().then_some("true")>
            {move || if state.sending.get() { sending } else { label }}
        </button>
    }
}

impl FormState {
    /// The problem of the form as a whole: anything but faults in single fields.
    fn whole(&self) -> Option<Refusal> {
        self.refusal.with(|refusal| match refusal {
            Some(Refusal::Problem(Problem::Invalid { faults }))
                if faults.iter().all(|fault| !fault.field.is_empty()) =>
            {
                None
            }
            other => other.clone(),
        })
    }
}
