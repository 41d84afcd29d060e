//! Who decides what in a process.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{parts::section::Section, viewer::use_words};

/// In the words of those who gave it; what nobody has written is empty.
#[derive(Clone, Serialize, Deserialize)]
pub struct MandateLines {
    pub text: String,
    pub writes: String,
    pub answers: String,
    pub weighs: String,
    pub decides: String,
}

#[cfg(feature = "ssr")]
pub fn lines(mandate: domain::processes::Mandate) -> MandateLines {
    let domain::processes::Mandate { text, writes, answers, weighs, decides } = mandate;
    MandateLines { text, writes, answers, weighs, decides }
}

#[component]
pub fn Mandate(mandate: MandateLines) -> impl IntoView {
    let words = use_words().processes();
    let parts = [
        (words.writes, mandate.writes),
        (words.answers, mandate.answers),
        (words.weighs, mandate.weighs),
        (words.decides, mandate.decides),
    ];
    let parts = parts.into_iter().filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>();
    let matter = if mandate.text.is_empty() && parts.is_empty() {
        view! { <p class="dim">{words.mandate_missing}</p> }.into_any()
    } else {
        view! {
            <div class="mandate">
                <p class="said" dir="auto">{mandate.text}</p>
                <dl>{parts.into_iter().map(|(who, text)| view! { <div><dt>{who}</dt><dd dir="auto">{text}</dd></div> }).collect_view()}</dl>
            </div>
        }
        .into_any()
    };
    view! { <Section title=words.mandate aside=words.mandate_aside>{matter}</Section> }
}
