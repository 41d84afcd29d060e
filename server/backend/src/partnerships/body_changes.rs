//! Bodies are added, changed, removed and brought back.

use domain::{
    ids::BodyId,
    moment::Moment,
    partnerships::{Body, BodyFields},
    permissions::{Act, Object},
    problem::{FieldValue, Problem, Reason, What},
    revision::Revision,
    undo,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use super::{
    entities::body::{ActiveModel, Column, Entity, Model},
    register::Register,
    room::Room,
};
use crate::{Backend, Failure, accounts::Call, ids};

pub async fn add_body(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    fields: BodyFields<'_>,
) -> Result<BodyId, Failure> {
    let room = Room::enter_for(backend, call, Act::ChangeBody, partnership).await?;
    let body = Body::read(fields)?;
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            expect_convenor(tx, &room, &body).await?;
            let row = ActiveModel {
                id: Set(ids::in_order(now)?),
                partnership: Set(room.id.0),
                revision: Set(Revision::FIRST.0),
                created_at: Set(now.0),
                deleted_at: Set(None),
                ..columns(body)
            };
            Ok(BodyId(row.insert(tx).await?.id))
        })
        .await
}

pub async fn change_body(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    body: &str,
    fields: BodyFields<'_>,
    revision: &str,
) -> Result<(), Failure> {
    let (room, id) = enter(backend, call, partnership, body).await?;
    let changed = Body::read(fields)?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, &room, id).await?;
            if row.deleted_at.is_some() {
                return Err(Problem::not_found(What::Body).into());
            }
            let present = row.body()?;
            Revision(row.revision).expect(seen, || values(&present))?;
            expect_convenor(tx, &room, &changed).await?;
            let revision = Set(Revision(row.revision).next().0);
            ActiveModel { id: Set(row.id), revision, ..columns(changed) }.update(tx).await?;
            Ok(())
        })
        .await
}

/// With its seats, for as long as it can be brought back; then both are gone.
pub async fn remove_body(backend: &Backend, call: &Call, partnership: &str, body: &str) -> Result<(), Failure> {
    let now = backend.clock.now();
    set_removed(backend, call, partnership, body, |row| match row.deleted_at {
        None => Ok(Some(now)),
        Some(_) => Err(Problem::not_found(What::Body)),
    })
    .await
}

pub async fn restore_body(backend: &Backend, call: &Call, partnership: &str, body: &str) -> Result<(), Failure> {
    let now = backend.clock.now();
    set_removed(backend, call, partnership, body, |row| {
        let removed = row.deleted_at.map(Moment).ok_or(Problem::not_found(What::Body))?;
        undo::restore(removed, now).map(|()| None)
    })
    .await
}

async fn set_removed(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    body: &str,
    decide: impl Fn(&Model) -> Result<Option<Moment>, Problem>,
) -> Result<(), Failure> {
    let (room, id) = enter(backend, call, partnership, body).await?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, &room, id).await?;
            let removed = decide(&row)?;
            let row = ActiveModel {
                id: Set(row.id),
                deleted_at: Set(removed.map(|at| at.0)),
                revision: Set(Revision(row.revision).next().0),
                ..Default::default()
            };
            row.update(tx).await?;
            Ok(())
        })
        .await
}

async fn enter(backend: &Backend, call: &Call, partnership: &str, body: &str) -> Result<(Room, BodyId), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let id = body.parse().map_err(|_| Problem::not_found(What::Body))?;
    call.may(Act::ChangeBody, Object::In(room.place(Some(id))))?;
    Ok((room, id))
}

async fn locked(tx: &DatabaseTransaction, room: &Room, BodyId(id): BodyId) -> Result<Model, Failure> {
    let row = Entity::find_by_id(id).filter(Column::Partnership.eq(room.id.0)).lock_exclusive().one(tx).await?;
    Ok(row.ok_or(Problem::not_found(What::Body))?)
}

async fn expect_convenor(tx: &DatabaseTransaction, room: &Room, body: &Body) -> Result<(), Failure> {
    let Some(convenor) = body.convenor else { return Ok(()) };
    let register = Register::of(tx, room.id).await?;
    Ok(register.get(convenor).map(|_| ()).map_err(|_| Problem::invalid("convenor", Reason::UnknownChoice))?)
}

fn columns(body: Body) -> ActiveModel {
    ActiveModel {
        name: Set(body.name),
        purpose: Set(body.purpose),
        mandate: Set(body.mandate),
        convenor: Set(body.convenor.map(|id| id.0)),
        target_group: Set(body.target_group),
        rhythm: Set(body.rhythm),
        from_day: Set(body.from.map(|day| day.to_string())),
        to_day: Set(body.to.map(|day| day.to_string())),
        ..Default::default()
    }
}

/// What stands there now, field by field.
fn values(body: &Body) -> Vec<FieldValue> {
    let day = |day: Option<domain::day::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        ("name", body.name.clone()),
        ("purpose", body.purpose.clone()),
        ("mandate", body.mandate.clone()),
        ("convenor", body.convenor.map(|id| id.to_string()).unwrap_or_default()),
        ("target_group", body.target_group.clone()),
        ("rhythm", body.rhythm.clone()),
        ("from", day(body.from)),
        ("to", day(body.to)),
    ]
    .map(|(field, value)| FieldValue { field: field.into(), value })
    .to_vec()
}
