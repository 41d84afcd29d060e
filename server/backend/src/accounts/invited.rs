//! Invitations, on the side of those who are invited: read and accepted.

use domain::{
    accounts::{AcceptedInvitation, EmailAddress, InvitationState, Office},
    actor::Actor,
    moment::Moment,
    permissions::{Act, Object},
    problem::{Problem, Reason, What},
    record::{Event, Means},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select};

use super::{
    Call,
    entities::{
        invitation::{ActiveModel, Column, Entity},
        person,
    },
    persons::{self, NewPerson},
    sessions,
};
use crate::{Backend, Failure, record, secrets::Secret};

/// What stands on the page that the link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    pub email: EmailAddress,
    pub office: Office,
    pub password_needed: bool,
    pub inviter: String,
    pub until: Moment,
}

/// Refuses a link that can no longer be followed: `Closed` if it once could.
pub async fn read_invitation(backend: &Backend, call: &Call, token: &str) -> Result<Invited, Failure> {
    call.may(Act::SignIn, Object::Server)?;
    let now = backend.clock.now();
    let row = by_token(token).one(backend.store.read()).await?.ok_or(Problem::not_found(What::Link))?;
    let InvitationState::Open { until } = row.times().state(now) else {
        row.times().accept(now)?;
        return Err(Problem::not_found(What::Link).into());
    };
    let inviter = person::Entity::find_by_id(row.invited_by).one(backend.store.read()).await?;
    let office = row.office()?;
    Ok(Invited {
        email: row.email()?,
        office,
        password_needed: office.needs_password(),
        inviter: inviter.map(|person| person.name).unwrap_or_default(),
        until,
    })
}

/// Makes the account and signs in, in this browser. Passwords are read only where the office needs one.
pub async fn accept_invitation(
    backend: &Backend,
    call: &Call,
    token: &str,
    name: &str,
    password: &str,
    again: &str,
) -> Result<Secret, Failure> {
    let invited = read_invitation(backend, call, token).await?;
    let read = AcceptedInvitation::read(name, password, again, invited.office, &invited.email)?;
    let hash = match &read.password {
        Some(password) => Some(backend.passwords.hash(password.expose()).await?),
        None => None,
    };
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let row = by_token(token).lock_exclusive().one(tx).await?.ok_or(Problem::not_found(What::Link))?;
            let after = row.times().accept(now)?;
            if persons::is_taken(tx, &invited.email).await? {
                return Err(Problem::invalid("", Reason::Taken).into());
            }
            let new = NewPerson {
                name: read.name,
                email: invited.email,
                office: invited.office,
                language: call.language,
                password_hash: hash,
            };
            let person = persons::create(backend, tx, new).await?;
            let accepted = ActiveModel {
                id: Set(row.id),
                accepted_at: Set(after.accepted_at.map(|at| at.0)),
                ..Default::default()
            };
            accepted.update(tx).await?;
            let event = Event::InvitationAccepted { invitation: row.id(), person: person.id() };
            record::append(backend, tx, Actor::Person(person.id()), event).await?;
            sessions::begin(backend, tx, call, person.id(), Means::Invitation, None).await
        })
        .await
}

fn by_token(token: &str) -> Select<Entity> {
    Entity::find().filter(Column::TokenHash.eq(Secret::brought(token).hash().to_vec()))
}
