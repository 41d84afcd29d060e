//! Samples of what everything else is made of: line, type, ink and accent.

use leptos::prelude::*;

use crate::{
    parts::{
        firmness::{Firmness, Hold},
        section::Section,
    },
    viewer::use_words,
};

#[component]
pub fn Firmnesses() -> impl IntoView {
    let words = use_words().design();
    let samples = [
        (Hold::Firm, words.voice_firm),
        (Hold::Loose, words.voice_loose),
        (Hold::Own, words.voice_own),
        (Hold::Firm, words.saved_firm),
        (Hold::Loose, words.saved_loose),
        (Hold::Own, words.saved_own),
    ];
    let sample = |(hold, text)| view! { <li><Firmness hold text/></li> };
    view! {
        <Section title=words.firmness aside=words.firmness_note>
            <ul class="trio">{samples.into_iter().map(sample).collect_view()}</ul>
        </Section>
    }
}

#[component]
pub fn Type() -> impl IntoView {
    let words = use_words().design();
    view! {
        <Section title=words.type_ aside=words.type_note>
            <div class="flow">
                <p class="type-xxl">{words.type_title}</p>
                <p class="type-xl">{words.type_section}</p>
                <p class="title">{words.type_thing}</p>
                <p class="text">{words.type_text}</p>
                <p>{words.type_house}</p>
                <p class="small">{words.type_note_sample}</p>
            </div>
        </Section>
    }
}

#[component]
pub fn Inks() -> impl IntoView {
    let words = use_words().design();
    let classes = ["ink", "ink-2", "ink-3", "accent", "add", "cut", "wait"];
    let ink = |(class, word)| view! { <li class=class>{word}</li> };
    view! {
        <Section title=words.colours aside=words.colours_note>
            <ul class="inks">{classes.into_iter().zip(words.inks).map(ink).collect_view()}</ul>
        </Section>
    }
}

/// The partnerships that have an accent, and the landscape it is named after. Names are the same in every language.
const ACCENTS: [(&str, &str, &str); 6] = [
    ("ostra-mellansverige", "Mälaren", "Östra Mellansverige"),
    ("norra-mellansverige", "Falun", "Norra Mellansverige"),
    ("smaland-oarna", "Granskog", "Småland och öarna"),
    ("vastsverige", "Ljung", "Västsverige"),
    ("sydsverige", "Råg", "Sydsverige"),
    ("ovre-norrland", "Fjäll", "Övre Norrland"),
];

#[component]
pub fn Accents() -> impl IntoView {
    let words = use_words().design();
    let accent = |(id, landscape, name)| view! { <li data-partnership=id><span>{landscape}</span>{name}</li> };
    view! {
        <Section title=words.accents aside=words.accents_note>
            <ul class="swatches" lang="sv">{ACCENTS.into_iter().map(accent).collect_view()}</ul>
        </Section>
    }
}
