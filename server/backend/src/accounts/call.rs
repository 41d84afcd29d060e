//! Who is calling, and from where: found out once per request and handed to every service.

use std::net::IpAddr;

use domain::{
    accounts::{Browser, Office, PersonName, SessionState},
    actor::Actor,
    ids::{PersonId, SessionId},
    language::{Language, Theme},
    permissions::{Act, Caller, Object, may},
    problem::{Problem, What},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::entities::{person, session};
use crate::{Backend, Failure, partnerships, secrets::Secret};

/// What a request brought along.
#[derive(Clone, Copy, Debug)]
pub struct Brought<'a> {
    /// The cookie `radslag_session`.
    pub session: Option<&'a str>,
    /// The cookie `radslag_attempt`.
    pub attempt: Option<&'a str>,
    pub address: IpAddr,
    pub user_agent: &'a str,
    /// For one who is not signed in.
    pub language: Language,
}

#[derive(Clone, Debug)]
pub struct Call {
    pub caller: Caller,
    /// There exactly when the caller is a person.
    pub me: Option<Me>,
    pub session: Option<SessionId>,
    /// The secret of a sign-in that was begun in this browser.
    pub attempt: Option<Secret>,
    pub address: IpAddr,
    pub browser: Browser,
    pub language: Language,
}

/// What every page shows of whoever is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    pub id: PersonId,
    pub name: PersonName,
    pub office: Office,
    pub language: Language,
    pub theme: Theme,
    pub picture: Option<String>,
}

impl Call {
    pub fn may(&self, act: Act, object: Object) -> Result<(), Problem> {
        may(&self.caller, act, object)
    }

    /// Whoever does something to what is their own.
    pub fn may_own(&self, act: Act) -> Result<PersonId, Problem> {
        let (person, _) = self.caller.person().ok_or(Problem::NotSignedIn)?;
        self.may(act, Object::Of(person))?;
        Ok(person)
    }

    /// The browser's sign-in, for what concerns it and no other.
    pub(super) fn own_session(&self) -> Result<SessionId, Problem> {
        self.session.ok_or(Problem::not_found(What::Session))
    }

    pub fn actor(&self) -> Result<Actor, Problem> {
        self.caller.actor().ok_or(Problem::NotSignedIn)
    }
}

/// Finds out who is calling. That one was here is noted once a minute at most; nothing else is written.
pub async fn call_of(backend: &Backend, brought: Brought<'_>) -> Result<Call, Failure> {
    let mut call = Call {
        caller: Caller::Nobody,
        me: None,
        session: None,
        attempt: brought.attempt.map(Secret::brought),
        address: brought.address,
        browser: Browser::of(brought.user_agent),
        language: brought.language,
    };
    let Some(token) = brought.session else { return Ok(call) };
    let Some(session) = session_of(backend, &Secret::brought(token)).await? else { return Ok(call) };
    let Some(person) = person::Entity::find_by_id(session.person).one(backend.store.read()).await? else {
        return Ok(call);
    };
    call.language = person.language();
    if person.ended_at().is_some() {
        call.caller = Caller::Former(person.id());
        return Ok(call);
    }
    let me = Me {
        id: person.id(),
        name: person.name()?,
        office: person.office()?,
        language: person.language(),
        theme: person.theme(),
        picture: person.picture,
    };
    let seats = partnerships::seats_of(backend, me.id).await?;
    call.caller = Caller::Person { id: me.id, office: me.office, seats };
    call.me = Some(me);
    call.session = Some(session.id());
    Ok(call)
}

/// The live session that this token opens.
async fn session_of(backend: &Backend, token: &Secret) -> Result<Option<session::Model>, Failure> {
    let now = backend.clock.now();
    let by_token = session::Entity::find().filter(session::Column::TokenHash.eq(token.hash().to_vec()));
    let Some(session) = by_token.one(backend.store.read()).await? else { return Ok(None) };
    match session.times().state(now) {
        SessionState::Over => return Ok(None),
        SessionState::Live => {}
        SessionState::LiveUnnoted => {
            let seen = session::ActiveModel { id: Set(session.id), seen_at: Set(now.0), ..Default::default() };
            backend
                .store
                .write(async |tx| {
                    // It may have been ended since it was read: then there is nothing to note.
                    Ok(session::Entity::update_many()
                        .set(seen)
                        .filter(session::Column::Id.eq(session.id))
                        .exec(tx)
                        .await?)
                })
                .await?;
        }
    }
    Ok(Some(session))
}
