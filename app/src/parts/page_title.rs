//! A page's one heading, which is its title too, and which takes the focus when one comes from another page.

use leptos::{html::H1, prelude::*};

use crate::{
    parts::{announcer::Voice, form::Landed},
    viewer::use_words,
};

#[component]
pub fn PageTitle(text: String) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    let voice = use_context::<Voice>();
    let landed = use_context::<Landed>();
    let said = text.clone();
    set_title(&format!("{text} – {}", use_words().shell().product));
    Effect::new(move |_| {
        let Some(heading) = heading.get() else { return };
        let said = said.clone();
        // One frame later: now the page is not in the document yet, and nobody can say whether one has moved on.
        request_animation_frame(move || {
            if landed.is_some_and(|landed| landed.has_moved_on()) {
                // Where the page is scrolled to is decided by whoever went there.
                let stay = web_sys::FocusOptions::new();
                stay.set_prevent_scroll(true);
                let _ = heading.focus_with_options(&stay);
                if let Some(voice) = voice {
                    voice.say(said);
                }
            }
        });
    });
    view! {
        <h1 node_ref=heading tabindex="-1" dir="auto">{text}</h1>
    }
}

fn set_title(title: &str) {
    #[cfg(feature = "ssr")]
    if let Some(head) = use_context::<crate::document::HeadTitle>()
        && let Ok(mut head) = head.0.lock()
    {
        title.clone_into(&mut head);
    }
    #[cfg(not(feature = "ssr"))]
    document().set_title(title);
}
