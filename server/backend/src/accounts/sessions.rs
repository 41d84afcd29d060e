//! The browsers in which a person is signed in: begun, listed and ended.

use domain::{
    accounts::{Browser, Session},
    actor::Actor,
    ids::{PersonId, SessionId},
    moment::Moment,
    permissions::{Act, Object},
    problem::{Problem, What},
    record::{Event, Means},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
};

use super::{
    Call,
    entities::session::{ActiveModel, Column, Entity, Model},
};
use crate::{Backend, Failure, ids, record, secrets::Secret};

/// A browser in the list that its owner sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    pub id: SessionId,
    pub browser: Browser,
    pub begun_at: Moment,
    pub seen_at: Moment,
    /// The one that the list is looked at with.
    pub is_this: bool,
}

/// Signs the person in, in this browser. Whoever was signed in there before is not any more.
pub(super) async fn begin(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    person: PersonId,
    by: Means,
    then: Option<Means>,
) -> Result<Secret, Failure> {
    if let Some(SessionId(before)) = call.session {
        Entity::delete_by_id(before).exec(tx).await?;
    }
    let (session, token) = (SessionId(ids::at_random()?), Secret::token()?);
    let times = Session::begun(backend.clock.now());
    let row = ActiveModel {
        id: Set(session.0),
        person: Set(person.0),
        token_hash: Set(token.hash().to_vec()),
        browser: Set(call.browser.name.clone()),
        system: Set(call.browser.system.name().into()),
        begun_at: Set(times.begun_at.0),
        seen_at: Set(times.seen_at.0),
        confirmed_at: Set(times.confirmed_at.0),
        shown: Set(None),
        shown_until: Set(None),
    };
    row.insert(tx).await?;
    let event = match then {
        None => Event::SignedIn { person, session, by },
        Some(then) => Event::SignedInInTwoSteps { person, session, by, then },
    };
    record::append(backend, tx, Actor::Person(person), event).await?;
    Ok(token)
}

/// The same sign-in under a new token, as just confirmed: after a change of what it may do, the old token is worthless.
pub(super) async fn rotate(
    backend: &Backend,
    tx: &DatabaseTransaction,
    SessionId(session): SessionId,
) -> Result<Secret, Failure> {
    let token = Secret::token()?;
    let renewed = ActiveModel {
        token_hash: Set(token.hash().to_vec()),
        confirmed_at: Set(backend.clock.now().0),
        ..Default::default()
    };
    let found = Entity::update_many().set(renewed).filter(Column::Id.eq(session)).exec(tx).await?;
    if found.rows_affected == 0 { Err(Problem::NotSignedIn.into()) } else { Ok(token) }
}

pub(super) async fn own(tx: &DatabaseTransaction, call: &Call) -> Result<Model, Failure> {
    let SessionId(session) = call.own_session()?;
    Ok(Entity::find_by_id(session).one(tx).await?.ok_or(Problem::not_found(What::Session))?)
}

/// Refuses unless one signed in, in this browser, a short while ago.
pub(super) async fn expect_confirmed(backend: &Backend, tx: &DatabaseTransaction, call: &Call) -> Result<(), Failure> {
    Ok(own(tx, call).await?.times().is_confirmed(backend.clock.now())?)
}

/// Whether one signed in, in this browser, a short while ago.
pub(super) async fn is_confirmed(backend: &Backend, call: &Call) -> Result<bool, Failure> {
    let Some(SessionId(session)) = call.session else { return Ok(false) };
    let row = Entity::find_by_id(session).one(backend.store.read()).await?;
    Ok(row.is_some_and(|row| row.times().is_confirmed(backend.clock.now()).is_ok()))
}

/// Ends every sign-in of the person but, if there is one, the one to `keep`.
pub(super) async fn end_all(
    tx: &DatabaseTransaction,
    PersonId(person): PersonId,
    keep: Option<SessionId>,
) -> Result<u64, Failure> {
    let mut ended = Entity::delete_many().filter(Column::Person.eq(person));
    if let Some(SessionId(keep)) = keep {
        ended = ended.filter(Column::Id.ne(keep));
    }
    Ok(ended.exec(tx).await?.rows_affected)
}

pub async fn sign_out(backend: &Backend, call: &Call) -> Result<(), Failure> {
    let (Some(session), Some(me)) = (call.session, &call.me) else { return Ok(()) };
    backend
        .store
        .write(async |tx| {
            Entity::delete_by_id(session.0).exec(tx).await?;
            let event = Event::SignedOut { person: me.id, session };
            record::append(backend, tx, Actor::Person(me.id), event).await
        })
        .await
}

/// Those of one's own that are live, the last used first.
pub async fn list_sessions(backend: &Backend, call: &Call) -> Result<Vec<SessionRow>, Failure> {
    let PersonId(person) = call.may_own(Act::SeeSettings)?;
    let now = backend.clock.now();
    let own = Entity::find().filter(Column::Person.eq(person)).order_by_desc(Column::SeenAt);
    let live = own.all(backend.store.read()).await?.into_iter().filter(|row| row.times().ends_at() > now);
    let shown = live.map(|row| SessionRow {
        id: row.id(),
        browser: row.browser(),
        begun_at: Moment(row.begun_at),
        seen_at: Moment(row.seen_at),
        is_this: call.session == Some(row.id()),
    });
    Ok(shown.collect())
}

pub async fn revoke_session(backend: &Backend, call: &Call, session: &str) -> Result<(), Failure> {
    let actor = call.actor()?;
    let SessionId(session) = session.parse().map_err(|_| Problem::not_found(What::Session))?;
    backend
        .store
        .write(async |tx| {
            let row = Entity::find_by_id(session).one(tx).await?.ok_or(Problem::not_found(What::Session))?;
            call.may(Act::EndSession, Object::Of(row.person()))?;
            Entity::delete_by_id(session).exec(tx).await?;
            let event = Event::SessionRevoked { person: row.person(), session: row.id() };
            record::append(backend, tx, actor, event).await
        })
        .await
}

/// Ends all of one's own but the one in this browser, and says how many.
pub async fn revoke_other_sessions(backend: &Backend, call: &Call) -> Result<u64, Failure> {
    let (actor, person) = (call.actor()?, call.may_own(Act::EndSession)?);
    let this = call.own_session()?;
    backend
        .store
        .write(async |tx| {
            let ended = end_all(tx, person, Some(this)).await?;
            record::append(backend, tx, actor, Event::SessionsRevoked { person }).await?;
            Ok(ended)
        })
        .await
}
