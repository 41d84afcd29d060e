//! Everyone who has an account here, and those who are invited.

use domain::accounts::Office;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::invitations::{InvitationLine, Invitations, Invite, NewLink};
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    address::in_query,
    page::shown,
    parts::{empty::Empty, layout::Page, page_title::PageTitle, person::Person, section::Section},
    refusal::Refusal,
    viewer::{use_viewer, use_words},
};

/// What the page of all accounts shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct PeoplePage {
    pub people: Vec<PersonLine>,
    /// Where the next page of them begins.
    pub next: Option<String>,
    pub search: String,
    pub invitations: Vec<InvitationLine>,
    pub new_link: Option<NewLink>,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct PersonLine {
    pub id: String,
    pub name: String,
    pub initials: String,
    pub picture: Option<String>,
    pub email: String,
    pub office: Office,
    pub has_password: bool,
    pub has_second_factor: bool,
    /// In words.
    pub seen: Option<String>,
    /// Until when an ended account can be restored, in words.
    pub ended: Option<String>,
}

#[cfg(feature = "ssr")]
pub async fn read_people(asked: &Asked, address: &Address) -> Result<PeoplePage, Refusal> {
    use backend::accounts::{self, ShownOnce};

    asked.me(domain::permissions::Act::SeePeople)?;
    let (backend, call) = (&asked.backend, &asked.call);
    let search = address.asks("search").unwrap_or_default();
    let after = address.asks("after");
    let people = answer(accounts::list_people(backend, call, &search, after.as_deref()).await)?;
    let invitations = answer(accounts::list_invitations(backend, call).await)?;
    let new_link = match answer(accounts::shown_once(backend, call).await)? {
        Some(ShownOnce::InvitationLink { email, link, .. }) => Some(NewLink { email: email.as_str().to_owned(), link }),
        _ => None,
    };
    Ok(PeoplePage {
        people: people.rows.iter().map(|row| super::person::line(row, asked)).collect(),
        next: people.next,
        search,
        invitations: invitations.iter().map(|row| super::invitations::line(row, asked)).collect(),
        new_link,
    })
}

pub fn draw(page: Result<PeoplePage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: PeoplePage) -> AnyView {
    let words = use_words().people();
    let searched = !page.search.is_empty();
    let more =
        page.next.as_ref().map(|next| format!("/people?search={}&after={}", in_query(&page.search), in_query(next)));
    view! {
        <PageTitle text=words.title.to_owned()/>
        <p class="lead">{words.lead}</p>
        <Section title=words.invite>
            <Invite/>
            {page.new_link.map(|link| view! { <NewLink link/> })}
        </Section>
        <Section title=words.invited aside=words.invited_aside>
            <Invitations lines=page.invitations/>
        </Section>
        <Section title=words.all>
            // A search changes nothing: it is an address, which can be kept and sent on.
            <form class="invite" method="get" action="/people" role="search">
                <div class="field">
                    <label for="search">{words.search}</label>
                    <input id="search" name="search" type="search" value=page.search autocomplete="off"/>
                </div>
                <button class="btn">{words.search_button}</button>
            </form>
            {if page.people.is_empty() && searched {
                view! { <Empty text=words.nobody_found/> }.into_any()
            } else {
                view! { <Lines people=page.people/> }.into_any()
            }}
            {more.map(|more| view! { <nav class="pages" aria-label=words.all><span></span><a href=more>{words.more}</a></nav> })}
        </Section>
    }
    .into_any()
}

#[component]
fn Lines(people: Vec<PersonLine>) -> impl IntoView {
    let words = use_words().people();
    view! {
        <table class="table fold people-table" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{words.name}</th>
                    <th role="columnheader" scope="col">{words.office}</th>
                    <th role="columnheader" scope="col">{words.signs_in_with}</th>
                    <th role="columnheader" scope="col" class="num">{words.seen}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{people.into_iter().map(|person| view! { <Line person/> }).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Line(person: PersonLine) -> impl IntoView {
    let words = use_words();
    let is_me = use_viewer().me.is_some_and(|me| me.id.to_string() == person.id);
    let ended = person.ended.is_some();
    let beneath = person.ended.as_deref().map_or(person.email.clone(), words.people().ended);
    let seen = match (is_me, person.seen.clone()) {
        (true, _) => words.people().you.to_owned(),
        (false, seen) => seen.unwrap_or_else(|| words.people().never_seen.to_owned()),
    };
    view! {
        <tr role="row" class:ended=ended>
            <th role="rowheader" scope="row">
                <Person
                    name=person.name.clone() initials=person.initials.clone() picture=person.picture.clone() here=is_me
                    note=beneath href=format!("/people/{}", person.id)
                />
            </th>
            <td role="cell">{(words.accounts().office)(person.office)}</td>
            <td role="cell">{super::person::means(&person, words.people())}</td>
            <td role="cell" class="num">{seen}</td>
        </tr>
    }
}
