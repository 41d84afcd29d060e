//! Invitations, on the side of those who invite: sent, renewed, withdrawn and listed.

use std::collections::HashMap;

use domain::{
    accounts::{EmailAddress, Invitation, InvitationState, InvitedPerson, Office},
    ids::{InvitationId, PersonId},
    permissions::{Act, Object},
    problem::{Problem, Reason, What},
    record::Event,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{
    Call,
    entities::{
        invitation::{ActiveModel, Column, Entity, Model},
        person,
    },
    letters, persons,
    shown::{self, ShownOnce},
};
use crate::{Backend, Failure, ids, record, secrets::Secret};

/// More that are neither accepted nor withdrawn, nobody will look through.
const LISTED: u64 = 200;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRow {
    pub id: InvitationId,
    pub email: EmailAddress,
    pub office: Office,
    pub inviter: String,
    pub state: InvitationState,
}

/// Sends it by e-mail; its link can also be copied for a while in this browser ([`super::shown_once`]).
pub async fn invite_person(backend: &Backend, call: &Call, email: &str, office: &str) -> Result<InvitationId, Failure> {
    call.may(Act::Invite, Object::Server)?;
    let invited = InvitedPerson::read(email, office)?;
    expect_may_give(call, invited.office)?;
    let (PersonId(inviter), _) = call.caller.person().ok_or(Problem::NotSignedIn)?;
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            if persons::is_taken(tx, &invited.email).await? || is_invited(backend, tx, &invited.email).await? {
                return Err(Problem::invalid("email", Reason::Taken).into());
            }
            let token = Secret::token()?;
            let row = ActiveModel {
                id: Set(ids::at_random()?),
                email: Set(invited.email.into()),
                office: Set(invited.office.name().into()),
                token_hash: Set(token.hash().to_vec()),
                invited_by: Set(inviter),
                sent_at: Set(now.0),
                accepted_at: Set(None),
                withdrawn_at: Set(None),
            };
            let invitation = row.insert(tx).await?;
            send(backend, tx, call, &invitation, &token).await?;
            let event = Event::Invited { invitation: invitation.id(), office: invited.office };
            record::append(backend, tx, call.actor()?, event).await?;
            Ok(invitation.id())
        })
        .await
}

/// With a new link; the old one is worthless.
pub async fn renew_invitation(backend: &Backend, call: &Call, invitation: &str) -> Result<(), Failure> {
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let row = changeable(tx, call, invitation).await?;
            expect_may_give(call, row.office()?)?;
            let after = row.times().renew(now)?;
            if persons::is_taken(tx, &row.email()?).await? {
                return Err(Problem::invalid("", Reason::Taken).into());
            }
            let token = Secret::token()?;
            let renewed = ActiveModel {
                id: Set(row.id),
                token_hash: Set(token.hash().to_vec()),
                sent_at: Set(after.sent_at.0),
                ..Default::default()
            };
            let row = renewed.update(tx).await?;
            send(backend, tx, call, &row, &token).await?;
            record::append(backend, tx, call.actor()?, Event::InvitationRenewed { invitation: row.id() }).await
        })
        .await
}

pub async fn withdraw_invitation(backend: &Backend, call: &Call, invitation: &str) -> Result<(), Failure> {
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let row = changeable(tx, call, invitation).await?;
            let after = row.times().withdraw(now)?;
            let withdrawn = ActiveModel {
                id: Set(row.id),
                withdrawn_at: Set(after.withdrawn_at.map(|at| at.0)),
                ..Default::default()
            };
            withdrawn.update(tx).await?;
            record::append(backend, tx, call.actor()?, Event::InvitationWithdrawn { invitation: row.id() }).await
        })
        .await
}

/// Those that are neither accepted nor withdrawn, the last sent first.
pub async fn list_invitations(backend: &Backend, call: &Call) -> Result<Vec<InvitationRow>, Failure> {
    call.may(Act::SeePeople, Object::Server)?;
    let now = backend.clock.now();
    let open = Entity::find()
        .filter(Column::AcceptedAt.is_null())
        .filter(Column::WithdrawnAt.is_null())
        .order_by_desc(Column::SentAt)
        .limit(LISTED)
        .all(backend.store.read())
        .await?;
    let inviters = person::Entity::find()
        .filter(person::Column::Id.is_in(open.iter().map(|row| row.invited_by)))
        .all(backend.store.read())
        .await?;
    let names = inviters.into_iter().map(|person| (person.id, person.name)).collect::<HashMap<Uuid, String>>();
    open.into_iter()
        .map(|row| {
            Ok(InvitationRow {
                id: row.id(),
                email: row.email()?,
                office: row.office()?,
                inviter: names.get(&row.invited_by).cloned().unwrap_or_default(),
                state: row.times().state(now),
            })
        })
        .collect()
}

/// Who gets an office beyond membership is for administrators to say, before an account is there as after.
fn expect_may_give(call: &Call, office: Office) -> Result<(), Problem> {
    if office.needs_password() { call.may(Act::InviteToOffice, Object::Server) } else { Ok(()) }
}

async fn is_invited(backend: &Backend, tx: &DatabaseTransaction, email: &EmailAddress) -> Result<bool, Failure> {
    let open = Entity::find()
        .filter(Column::Email.eq(email.as_str()))
        .filter(Column::AcceptedAt.is_null())
        .filter(Column::WithdrawnAt.is_null())
        .filter(Column::SentAt.gt(backend.clock.now().minus(Invitation::VALID_FOR).0));
    Ok(open.count(tx).await? > 0)
}

async fn changeable(tx: &DatabaseTransaction, call: &Call, invitation: &str) -> Result<Model, Failure> {
    call.caller.person().ok_or(Problem::NotSignedIn)?;
    let InvitationId(id) = invitation.parse().map_err(|_| Problem::not_found(What::Invitation))?;
    let row = Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let row = row.ok_or(Problem::not_found(What::Invitation))?;
    call.may(Act::ChangeInvitation, Object::Of(PersonId(row.invited_by)))?;
    Ok(row)
}

async fn send(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    row: &Model,
    token: &Secret,
) -> Result<(), Failure> {
    let email = row.email()?;
    let link = letters::address_of(backend, &format!("/invitations/{}", token.expose()));
    let inviter = call.me.as_ref().map_or("", |me| me.name.as_str());
    letters::invitation(backend, tx, &email, call.language, inviter, &link).await?;
    shown::keep(backend, tx, call, &ShownOnce::InvitationLink { id: row.id(), email, link }).await
}
