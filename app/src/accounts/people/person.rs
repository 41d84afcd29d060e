//! One other person's account.

use domain::{accounts::Office, forms::FormName};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use words::people::PeopleWords;

use super::{list::PersonLine, offices};
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    parts::{
        form::{Choices, Form, Submit},
        layout::Page,
        page_title::PageTitle,
        person::Portrait,
        section::Section,
    },
    refusal::Refusal,
    viewer::{use_viewer, use_words},
};

/// What the page of one person shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct PersonPage {
    pub line: PersonLine,
    pub revision: i64,
}

#[cfg(feature = "ssr")]
pub async fn read_person(asked: &Asked, address: &Address) -> Result<PersonPage, Refusal> {
    let row = answer(backend::accounts::person(&asked.backend, &asked.call, address.part("id")).await)?;
    Ok(PersonPage { line: line(&row, asked), revision: row.revision.0 })
}

#[cfg(feature = "ssr")]
pub fn line(row: &backend::accounts::PersonRow, asked: &Asked) -> PersonLine {
    PersonLine {
        id: row.id.to_string(),
        initials: row.name.initials(),
        name: row.name.as_str().to_owned(),
        picture: row.picture.as_ref().map(|hash| format!("/files/{hash}")),
        email: row.email.as_str().to_owned(),
        office: row.office,
        has_password: row.has_password,
        has_second_factor: row.has_second_factor,
        seen: row
            .seen_at
            .map(|seen| asked.backend.zone.relative_day(seen, asked.backend.clock.now(), asked.call.language)),
        ended: row.ended_at.map(|ended| asked.day(ended.plus(domain::undo::RESTORABLE))),
    }
}

/// How the person signs in.
pub fn means(person: &PersonLine, words: &PeopleWords) -> &'static str {
    match (person.has_password, person.has_second_factor) {
        (true, true) => words.with_both,
        (true, false) => words.with_password,
        (false, _) => words.with_code,
    }
}

pub fn draw(page: Result<PersonPage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: PersonPage) -> AnyView {
    let words = use_words();
    let person = page.line;
    let runs = use_viewer().me.is_some_and(|me| me.office == Office::Administrator);
    let how = means(&person, words.people());
    let email = person.email.clone();
    let seen = person.seen.clone().unwrap_or_else(|| words.people().never_seen.to_owned());
    view! {
        <p class="kicker"><a href="/people">{words.people().title}</a></p>
        <div class="who-page">
            <Portrait initials=person.initials.clone() picture=person.picture.clone() large=true/>
            <div>
                <PageTitle text=person.name.clone()/>
                <p class="lead">{(words.accounts().office)(person.office)}</p>
            </div>
        </div>
        <Section title=words.people().about>
            <dl class="facts">
                <div><dt>{words.people().email}</dt><dd>{email}</dd></div>
                <div><dt>{words.people().signs_in_with}</dt><dd>{how}</dd></div>
                <div><dt>{words.people().seen}</dt><dd>{seen}</dd></div>
            </dl>
        </Section>
        {runs.then(|| view! { <Changes person revision=page.revision/> })}
    }
    .into_any()
}

/// What an administrator may do with the account.
#[component]
fn Changes(person: PersonLine, revision: i64) -> impl IntoView {
    let words = use_words().people();
    let this = vec![("person", person.id.clone())];
    let with_revision = vec![("person", person.id), ("revision", revision.to_string())];
    match person.ended {
        Some(until) => view! {
            <Section title=words.restore>
                <Form name=FormName::RestoreAccount hidden=this>
                    <p>{(words.restore_text)(&until)}</p>
                    <p class="btn-row"><Submit label=words.restore_button/></p>
                </Form>
            </Section>
        }
        .into_any(),
        None => view! {
            <Section title=words.office>
                <Form name=FormName::ChangeOffice hidden=with_revision>
                    <Choices name="office" legend=words.office choices=offices(true) value=person.office.name().to_owned()/>
                    <p class="btn-row"><Submit label=words.change_office/></p>
                </Form>
            </Section>
            <Section title=words.end>
                <Form name=FormName::EndAccount hidden=this>
                    <p>{words.end_text}</p>
                    <p class="btn-row"><Submit label=words.end_button class="btn btn-grave"/></p>
                </Form>
            </Section>
        }
        .into_any(),
    }
}
