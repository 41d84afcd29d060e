//! Tells that the server runs a newer version, and takes what was typed along through the reload.

use leptos::prelude::*;

use crate::viewer::use_words;

/// True once an answer came from another build than the one that drew the page.
#[derive(Clone, Copy)]
pub struct NewVersion(pub RwSignal<bool>);

pub fn provide_new_version() {
    provide_context(NewVersion(RwSignal::new(false)));
}

#[component]
pub fn Outdated() -> impl IntoView {
    let words = use_words().shell();
    let new = expect_context::<NewVersion>();
    #[cfg(feature = "hydrate")]
    Effect::new(|_| crate::parts::typed::bring_back());
    let reload = move |_| {
        #[cfg(feature = "hydrate")]
        crate::parts::typed::keep_and_reload();
    };
    view! {
        <Show when=move || new.0.get()>
            <div class="banner banner-wait" role="status" id="new-version">
                <p><strong>{words.new_version}</strong></p>
                <button class="btn" on:click=reload>{words.new_version_reload}</button>
            </div>
        </Show>
    }
}
