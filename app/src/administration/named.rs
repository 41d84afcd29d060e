//! Entries of the record in words: the record itself holds only ids, so names are looked up when it is shown.

use std::collections::HashMap;

use backend::{Failure, accounts, record::Entry};
use domain::{actor::Actor, ids::PersonId, record::Event};
use words::Words;

use super::record::EntryLine;
use crate::asked::Asked;

/// The names of all whom the entries speak of; those who have been removed have none.
pub async fn names(asked: &Asked, entries: &[Entry]) -> Result<HashMap<PersonId, String>, Failure> {
    let mut ids: Vec<PersonId> =
        entries.iter().flat_map(|entry| [actor(entry), entry.event.and_then(concerned)]).flatten().collect();
    ids.sort_unstable();
    ids.dedup();
    accounts::names(&asked.backend, ids).await
}

pub fn line(entry: &Entry, names: &HashMap<PersonId, String>, asked: &Asked) -> EntryLine {
    let words = Words::in_language(asked.call.language);
    let name = |person: PersonId| {
        names.get(&person).cloned().unwrap_or_else(|| words.administration().removed_person.to_owned())
    };
    let whom = entry.event.and_then(concerned).filter(|person| actor(entry) != Some(*person));
    EntryLine {
        number: entry.number,
        when: asked.when(entry.at),
        what: entry
            .event
            .map_or_else(String::new, |event| (words.administration().event)(event, words.accounts().office)),
        who: actor(entry).map_or_else(|| words.administration().the_server.to_owned(), name),
        whom: whom.map(name).unwrap_or_default(),
    }
}

/// The person who did it, if it was one.
fn actor(entry: &Entry) -> Option<PersonId> {
    entry.actor.and_then(Actor::person)
}

/// The person an event is about.
fn concerned(event: Event) -> Option<PersonId> {
    match event {
        Event::SetUp { person }
        | Event::SignedIn { person, .. }
        | Event::SignedInInTwoSteps { person, .. }
        | Event::SignInFailed { person, .. }
        | Event::SignedOut { person, .. }
        | Event::SessionRevoked { person, .. }
        | Event::SessionsRevoked { person }
        | Event::PasswordSet { person }
        | Event::PasswordRemoved { person }
        | Event::SecondFactorOn { person }
        | Event::SecondFactorOff { person }
        | Event::RecoveryCodesRenewed { person }
        | Event::RecoveryCodeUsed { person }
        | Event::OfficeChanged { person, .. }
        | Event::InvitationAccepted { person, .. }
        | Event::AccountBegun { person, .. }
        | Event::AccountEnded { person }
        | Event::AccountRestored { person }
        | Event::AccountForgotten { person }
        | Event::TenureBegan { person, .. }
        | Event::TenureEnded { person, .. }
        | Event::TenureWithdrawn { person, .. } => Some(person),
        Event::Invited { .. }
        | Event::InvitationRenewed { .. }
        | Event::InvitationWithdrawn { .. }
        | Event::PartnershipBegun { .. }
        | Event::SeatMade { .. }
        | Event::SeatRoleChanged { .. }
        | Event::SeatRemoved { .. }
        | Event::SeatRestored { .. }
        | Event::StoodBehind { .. }
        | Event::StandingWithdrawn { .. }
        | Event::ProcessBegun { .. }
        | Event::ProcessAccessChanged { .. }
        | Event::SeatNamed { .. }
        | Event::SeatUnnamed { .. }
        | Event::ProcessRemoved { .. }
        | Event::ProcessRestored { .. } => None,
    }
}
