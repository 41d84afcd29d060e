//! The live region: says what happened to those who do not see it, and shows what is said once after a form.

use leptos::prelude::*;

use crate::{parts::form::Landed, viewer::use_words};

/// Speak through this; the newest sentence replaces the one before it.
#[derive(Clone, Copy)]
pub struct Voice(RwSignal<String>);

impl Voice {
    pub fn say(self, sentence: impl Into<String>) {
        self.0.set(sentence.into());
    }
}

pub fn provide_voice() {
    provide_context(Voice(RwSignal::new(String::new())));
}

/// The region itself, empty until something is said.
#[component]
pub fn Announcer() -> impl IntoView {
    let voice = use_context::<Voice>();
    view! {
        <div class="vh" role="status" aria-live="polite" id="announcer">
            {move || voice.map(|voice| voice.0.get())}
        </div>
    }
}

/// What a form that went well left to be said, in sight above the page's heading.
#[component]
pub fn Notices() -> impl IntoView {
    let landed = expect_context::<Landed>();
    let words = use_words();
    view! {
        {move || {
            landed.notice.get().map(|notice| view! { <p class="notice" role="status">{(words.shell().notice)(notice)}</p> })
        }}
    }
}
