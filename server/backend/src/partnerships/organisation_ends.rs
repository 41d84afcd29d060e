//! An organisation is merged into another or ends, and an ending that was a mistake is taken back.

use domain::{
    day::Day,
    ids::OrganisationId,
    partnerships::{Ending, EndingKind, Membership, OrganisationEvent},
    permissions::Act,
    problem::{Faults, FieldValue, Problem, Reason},
    revision::Revision,
    waiting::WaitingKind,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{
    entities::{membership, organisation},
    organisation_changes::{join, locked},
    register,
    room::{Room, read},
};
use crate::{Backend, Failure, accounts::Call, waiting};

/// From the day `on` it is no more. Its seats are its successor's from then on; what it was called stays findable.
pub async fn end_organisation(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
    ending: [&str; 3],
    revision: &str,
) -> Result<(), Failure> {
    let room = Room::enter_for(backend, call, Act::ChangeOrganisation, partnership).await?;
    let [kind, on, successor] = ending;
    let mut faults = Faults::default();
    let kind = faults.check("kind", EndingKind::parse(kind));
    let on = faults.check("on", Day::parse(on));
    let (kind, on) = faults.whole(kind.zip(on))?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            lock_successions(tx, &room).await?;
            let row = locked(tx, &room, organisation).await?;
            let successor = chosen_successor(tx, &room, successor).await?;
            row.revision().expect(seen, || ending_values(&row))?;
            let present = register::organisation(tx, &row).await?;
            let all = register::succession(tx).await?;
            if let OrganisationEvent::Ended(ending) = present.end(Ending { kind, on, successor }, &all)? {
                set_ending(tx, &row, Some(ending)).await?;
            }
            waiting::fulfil(tx, WaitingKind::ConfirmOrganisation, row.id).await?;
            match successor {
                Some(successor) => follow(backend, tx, OrganisationId(row.id), successor).await,
                None => Ok(()),
            }
        })
        .await
}

/// As if it had never ended.
pub async fn revive_organisation(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
) -> Result<(), Failure> {
    let room = Room::enter_for(backend, call, Act::ChangeOrganisation, partnership).await?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, &room, organisation).await?;
            register::organisation(tx, &row).await?.revive()?;
            set_ending(tx, &row, None).await
        })
        .await
}

async fn set_ending(
    tx: &DatabaseTransaction,
    row: &organisation::Model,
    ending: Option<Ending>,
) -> Result<(), Failure> {
    let row = organisation::ActiveModel {
        id: Set(row.id),
        ending: Set(ending.map(|ending| ending.kind.name().into())),
        ended_on: Set(ending.map(|ending| ending.on.to_string())),
        successor: Set(ending.and_then(|ending| ending.successor).map(|id| id.0)),
        revision: Set(row.revision().next().0),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}

/// Two that are merged into each other at once would both see the other going on: one waits for the other.
async fn lock_successions(tx: &DatabaseTransaction, room: &Room) -> Result<(), Failure> {
    organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .filter(organisation::Column::Id.in_subquery(register::members(room.id)))
        .order_by_asc(organisation::Column::Id)
        .lock_exclusive()
        .into_tuple::<uuid::Uuid>()
        .all(tx)
        .await?;
    Ok(())
}

async fn chosen_successor(
    tx: &DatabaseTransaction,
    room: &Room,
    successor: &str,
) -> Result<Option<OrganisationId>, Failure> {
    if successor.is_empty() {
        return Ok(None);
    }
    let unknown = Problem::invalid("successor", Reason::UnknownChoice);
    match locked(tx, room, successor).await {
        Ok(row) => Ok(Some(OrganisationId(row.id))),
        Err(Failure::Problem(_)) => Err(unknown.into()),
        Err(unexpected) => Err(unexpected),
    }
}

/// The successor sits wherever the one before it sat.
async fn follow(
    backend: &Backend,
    tx: &DatabaseTransaction,
    before: OrganisationId,
    successor: OrganisationId,
) -> Result<(), Failure> {
    let memberships = membership::Entity::find().filter(membership::Column::Organisation.eq(before.0)).all(tx).await?;
    for row in memberships {
        let kind: Membership = read(&row.kind, "a membership")?;
        join(backend, tx, domain::ids::PartnershipId(row.partnership), successor, kind).await?;
    }
    Ok(())
}

fn ending_values(row: &organisation::Model) -> Vec<FieldValue> {
    let value =
        |field: &str, value: Option<String>| FieldValue { field: field.into(), value: value.unwrap_or_default() };
    vec![
        value("kind", row.ending.clone()),
        value("on", row.ended_on.clone()),
        value("successor", row.successor.map(|id| id.to_string())),
    ]
}
