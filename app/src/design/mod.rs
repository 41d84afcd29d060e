//! The living page: every part in every state, in both languages and every theme. It holds samples only.

mod controls;
mod ground;
mod news;
mod pictures;
mod writing;

use leptos::prelude::*;

use self::{
    controls::{Buttons, ChoicesAndScale, Fields, TabsAndTags},
    ground::{Accents, Firmnesses, Inks, Type},
    news::{Dialogs, Empties, News, Persons, ProgressAndTime, Tables},
    pictures::Pictures,
    writing::{Cards, Changes, Comments, Cursors},
};
#[cfg(feature = "ssr")]
use crate::page::nothing;
use crate::{
    here::use_address,
    pages,
    parts::{layout::Page, page_title::PageTitle},
    refusal::Refusal,
    viewer::use_words,
};

pages! { design:
    "/design" => nothing, draw;
}

/// The themes one can see the page in: what stands in the address, and what stands on the element.
const THEMES: [(&str, &str); 5] = [
    ("light", "light"),
    ("dark", "dark"),
    ("contrast-light", "contrast light"),
    ("contrast-dark", "contrast dark"),
    ("wall", "wall light"),
];

fn draw(_: Result<(), Refusal>) -> AnyView {
    let wanted = use_address().asks("theme");
    let asked = THEMES.into_iter().find(|(name, _)| wanted.as_deref() == Some(*name));
    view! {
        <div class="themed" data-theme=asked.map(|(_, theme)| theme)>
            <Page class="design">
                <PageTitle text=use_words().design().title.to_owned()/>
                <p class="lead">{use_words().design().lead}</p>
                <Themes asked/>
                <Firmnesses/>
                <Type/>
                <Inks/>
                <Accents/>
                <Buttons/>
                <Fields/>
                <ChoicesAndScale/>
                <TabsAndTags/>
                <Persons/>
                <News/>
                <Dialogs/>
                <ProgressAndTime/>
                <Tables/>
                <Empties/>
                <Pictures/>
                <Comments/>
                <Cards/>
                <Changes/>
                <Cursors/>
            </Page>
        </div>
    }
    .into_any()
}

/// The row of themes.
#[component]
fn Themes(asked: Option<(&'static str, &'static str)>) -> impl IntoView {
    let words = use_words().design();
    let names = [words.light, words.dark, words.contrast_light, words.contrast_dark, words.wall];
    let current = move |name: Option<&'static str>| (asked.map(|(one, _)| one) == name).then_some("true");
    let link = move |((name, _), word): ((&'static str, &'static str), &'static str)| {
        view! { <a href=format!("/design?theme={name}") aria-current=current(Some(name))>{word}</a> }
    };
    view! {
        <nav class="themes-row" aria-label=words.themes>
            <a href="/design" aria-current=current(None)>{words.as_chosen}</a>
            {THEMES.into_iter().zip(names).map(link).collect_view()}
        </nav>
    }
}
