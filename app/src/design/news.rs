//! Samples of persons, news, dialogs, progress, tables and empty places.

use leptos::prelude::*;

use crate::{
    parts::{
        banner::{Banner, Tone},
        dialog::{Dialog, Opens},
        empty::Empty,
        firmness::{Firmness, Hold},
        person::Person,
        progress::Progress,
        section::Section,
        share::Share,
        steps::Steps,
        timer::Timer,
    },
    viewer::use_words,
};

/// Invented persons: name, initials, and whether they are here.
pub const PERSONS: [(&str, &str, bool); 3] =
    [("Ali Rahimi", "AR", true), ("Lena Åkerblom", "LÅ", false), ("Karin Lindqvist", "KL", true)];

#[component]
pub fn Persons() -> impl IntoView {
    let words = use_words().design();
    let person = |((name, initials, here), note): ((&str, &str, bool), &'static str)| {
        view! { <li><Person name=name.to_owned() initials=initials.to_owned() picture=None here note/></li> }
    };
    view! {
        <Section title=words.persons aside=words.persons_note>
            <ul class="trio">{PERSONS.into_iter().zip(words.person_notes).map(person).collect_view()}</ul>
        </Section>
    }
}

#[component]
pub fn News() -> impl IntoView {
    let words = use_words().design();
    let [saved, draft, here] = words.status;
    view! {
        <Section title=words.news>
            <div class="flow">
                <p class="status"><Firmness hold=Hold::Firm text=saved/><span>{draft}</span><strong>{here}</strong></p>
                <p class="notice">{words.notice}</p>
                <Banner tone=Tone::Plain news=words.started text=words.started_text>
                    <button type="button" class="btn">{words.enter}</button>
                </Banner>
                <Banner tone=Tone::Wait news=words.offline text=words.offline_text/>
                <Banner tone=Tone::Cut news=words.failed text=words.failed_text/>
            </div>
        </Section>
    }
}

#[component]
pub fn Dialogs() -> impl IntoView {
    let words = use_words().design();
    view! {
        <Section title=words.dialog aside=words.dialog_note>
            <Opens dialog="sample-dialog" label=words.dialog_open/>
            <Dialog id="sample-dialog" title=words.dialog_title leave=words.dialog_leave deed=words.dialog_deed>
                <p>{words.dialog_text}</p>
            </Dialog>
        </Section>
    }
}

#[component]
pub fn ProgressAndTime() -> impl IntoView {
    let words = use_words().design();
    view! {
        <Section title=words.progress>
            <div class="flow">
                <Steps steps=words.steps.to_vec() now=2/>
                <div class="pair">
                    <div class="flow">
                        <p>{words.progress_fields}</p>
                        <Progress done=Share::of(176, 190)/>
                        <p>{words.progress_pages}</p>
                        <Progress done=Share::of(112, 300) live=true/>
                    </div>
                    <div class="flow">
                        <Timer digits="6:42".to_owned() duration="PT6M42S".to_owned() words=words.time_left left=Share::of(402, 720)/>
                        <Timer digits="0:18".to_owned() duration="PT18S".to_owned() words=words.time_left left=Share::of(18, 720) late=true/>
                    </div>
                </div>
            </div>
        </Section>
    }
}

#[component]
pub fn Tables() -> impl IntoView {
    let words = use_words().design();
    let [document, state, changed, left] = words.table_heads;
    // A row that folds is no longer a table to those who listen, unless every element says what it is.
    let row = move |[name, state, changed, count]: [&'static str; 4]| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row"><span class="title">{name}</span></th>
                <td role="cell">{state}</td>
                <td role="cell">{changed}</td>
                <td role="cell" class="num" data-label=left>{count}</td>
            </tr>
        }
    };
    view! {
        <Section title=words.tables aside=words.tables_note>
            <table class="table fold" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{document}</th>
                        <th role="columnheader" scope="col">{state}</th>
                        <th role="columnheader" scope="col">{changed}</th>
                        <th role="columnheader" scope="col" class="num">{left}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{words.table_rows.map(row).collect_view()}</tbody>
            </table>
        </Section>
    }
}

#[component]
pub fn Empties() -> impl IntoView {
    let words = use_words().design();
    view! {
        <Section title=words.empty>
            <Empty text=words.empty_text><button type="button" class="btn">{words.empty_deed}</button></Empty>
        </Section>
    }
}
