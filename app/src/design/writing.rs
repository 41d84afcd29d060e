//! Samples of what stands in and beside a document: comments, cards, changes, cursors.

use leptos::prelude::*;

use super::news::PERSONS;
use crate::{parts::section::Section, viewer::use_words};

#[component]
pub fn Comments() -> impl IntoView {
    let words = use_words().design();
    let classes = ["comment", "comment prelim", "comment personal"];
    let samples = classes.into_iter().zip(PERSONS).zip(words.comment_voices.into_iter().zip(words.comment_texts));
    let comment = |((class, (name, _, _)), (voice, text))| {
        view! {
            <article class=class>
                <p class="who">{name}</p>
                <p class="as">{voice}</p>
                <p class="said">{text}</p>
                {(class == "comment").then(|| view! { <p class="fate"><strong>{words.fate}</strong> " " {words.fate_text}</p> })}
            </article>
        }
    };
    view! {
        <Section title=words.comments aside=words.comments_note>
            <div class="trio">{samples.map(comment).collect_view()}</div>
        </Section>
    }
}

#[component]
pub fn Cards() -> impl IntoView {
    let words = use_words().design();
    view! {
        <Section title=words.card>
            <section class="card" aria-labelledby="sample-card">
                <p class="card-head"><span>{words.card_head}</span><span>{words.card_left}</span></p>
                <h3 id="sample-card">{words.card_title}</h3>
                <dl>
                    <div><dt>{words.card_goal}</dt><dd><span class="code">"a-iii"</span> " " {words.card_goal_text}</dd></div>
                    <div class="missing"><dt>{words.card_missing}</dt><dd>{words.card_missing_text}</dd></div>
                </dl>
            </section>
        </Section>
    }
}

#[component]
pub fn Changes() -> impl IntoView {
    let words = use_words().design();
    view! {
        <Section title=words.change aside=words.change_note>
            <div class="text changed">
                <p>
                    {words.change_before} " " <span class="vh">{words.struck} " "</span><del>{words.cut}</del> " "
                    <span class="vh">{words.added} " "</span><ins>{words.put_in}</ins> " " {words.change_after}
                </p>
            </div>
        </Section>
    }
}

#[component]
pub fn Cursors() -> impl IntoView {
    let words = use_words().design();
    let classes = ["cursor p1", "cursor p3"];
    let samples = classes.into_iter().zip(PERSONS).zip(words.cursor_texts.into_iter().zip(words.cursor_from));
    let line = |((class, (name, _, _)), ((before, after), from))| {
        view! {
            <div class="block">
                <p>
                    {before}
                    <span class=class aria-hidden="true"><span class="flag">{name} <small>{from}</small></span></span>
                    " " {after}
                </p>
            </div>
        }
    };
    view! {
        <Section title=words.cursors aside=words.cursors_note>
            <div class="text with-cursors">{samples.map(line).collect_view()}</div>
        </Section>
    }
}
