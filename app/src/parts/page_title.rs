//! A page's one heading, which is its title too, and which takes the focus when one comes from another page.

use leptos::{html::H1, prelude::*};
use leptos_meta::Title;

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
    Effect::new(move |_| {
        let Some(heading) = heading.get() else { return };
        let said = said.clone();
        // One frame later: now the page is not in the document yet, and nobody can say whether one has moved on.
        request_animation_frame(move || {
            if landed.is_some_and(|landed| landed.has_moved_on()) {
                let _ = heading.focus();
                if let Some(voice) = voice {
                    voice.say(said);
                }
            }
        });
    });
    view! {
        <Title text=as_title(&format!("{text} – {}", use_words().shell().product))/>
        <h1 node_ref=heading tabindex="-1" dir="auto">{text}</h1>
    }
}

/// leptos writes a title unescaped on the server; in the browser it sets text, which needs no escaping.
fn as_title(text: &str) -> String {
    #[cfg(feature = "ssr")]
    return escape(text);
    #[cfg(not(feature = "ssr"))]
    return text.to_owned();
}

#[cfg(feature = "ssr")]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_end_itself() {
        assert_eq!(escape("</title><script>"), "&lt;/title&gt;&lt;script&gt;");
        assert_eq!(escape("Mat & dryck"), "Mat &amp; dryck");
    }
}
