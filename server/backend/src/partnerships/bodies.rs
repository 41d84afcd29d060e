//! The bodies of a partnership, who sits in them, and where they overlap.

use std::collections::{BTreeSet, HashMap};

use domain::{
    day::Day,
    ids::BodyId,
    moment::Moment,
    partnerships::{Body, Gathering, overlaps},
    permissions::{Act, Object},
    problem::{Problem, What},
    revision::Revision,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entities::body::{Column, Entity, Model},
    register::{Known, Register},
    room::{Room, read_optional},
    seats::{PersonRef, SeatRow, Table},
};
use crate::{Backend, Failure, Unexpected, accounts::Call};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyRow {
    pub id: BodyId,
    pub body: Body,
    pub convenor: Option<Known>,
    pub is_at_work: bool,
    pub revision: Revision,
}

/// Who sits in two bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlapRow {
    pub bodies: [BodyId; 2],
    pub organisations: Vec<Known>,
    pub persons: Vec<PersonRef>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodiesPage {
    pub today: Day,
    /// Each with its seats.
    pub bodies: Vec<(BodyRow, Vec<SeatRow>)>,
    pub overlaps: Vec<OverlapRow>,
    /// To choose a convenor from.
    pub organisations: Vec<Known>,
    pub may_add: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyPage {
    pub body: BodyRow,
    pub seats: Vec<SeatRow>,
    /// Only those that this body has a part in.
    pub overlaps: Vec<OverlapRow>,
    pub organisations: Vec<Known>,
    pub today: Day,
    pub removed_at: Option<Moment>,
    pub may_change: bool,
    pub may_change_seats: bool,
}

pub async fn bodies(backend: &Backend, call: &Call, partnership: &str) -> Result<BodiesPage, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let register = Register::of(backend.store.read(), room.id).await?;
    let table = Table::of(backend, &room).await?;
    let rows = rows(backend, &room, &register).await?;
    let overlaps = overlap_rows(&table, &register, &rows, room.today)?;
    let with_seats = |row: BodyRow| {
        let seats = table.rows(&register, room.today, |seat| seat.body == Some(row.id.0))?;
        Ok((row, seats))
    };
    Ok(BodiesPage {
        today: room.today,
        bodies: rows.into_iter().map(with_seats).collect::<Result<_, Failure>>()?,
        overlaps,
        organisations: register.there_on(room.today),
        may_add: call.may(Act::ChangeBody, Object::In(room.place(None))).is_ok(),
    })
}

/// One of them; also one that was removed, for whoever can bring it back.
pub async fn body(backend: &Backend, call: &Call, partnership: &str, body: &str) -> Result<BodyPage, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let missing = Problem::not_found(What::Body);
    let id: BodyId = body.parse().map_err(|_| missing.clone())?;
    let of_here = Entity::find_by_id(id.0).filter(Column::Partnership.eq(room.id.0));
    let model = of_here.one(backend.store.read()).await?.ok_or(missing.clone())?;
    let may = |act| call.may(act, Object::In(room.place(Some(id)))).is_ok();
    let (removed_at, may_change) = (model.deleted_at.map(Moment), may(Act::ChangeBody));
    if removed_at.is_some() && !may_change {
        return Err(missing.into());
    }
    let register = Register::of(backend.store.read(), room.id).await?;
    let table = Table::of(backend, &room).await?;
    let all = rows(backend, &room, &register).await?;
    let mut overlaps = overlap_rows(&table, &register, &all, room.today)?;
    overlaps.retain(|overlap| overlap.bodies.contains(&id));
    Ok(BodyPage {
        body: row(&model, &register, room.today)?,
        seats: table.rows(&register, room.today, |seat| seat.body == Some(id.0))?,
        overlaps,
        organisations: register.there_on(room.today),
        today: room.today,
        removed_at,
        may_change,
        may_change_seats: may(Act::ChangeSeat),
    })
}

pub async fn rows(backend: &Backend, room: &Room, register: &Register) -> Result<Vec<BodyRow>, Failure> {
    let found = Entity::find()
        .filter(Column::Partnership.eq(room.id.0))
        .filter(Column::DeletedAt.is_null())
        .order_by_asc(Column::Name)
        .all(backend.store.read())
        .await?;
    found.iter().map(|model| row(model, register, room.today)).collect()
}

fn row(model: &Model, register: &Register, today: Day) -> Result<BodyRow, Failure> {
    let body = model.body()?;
    Ok(BodyRow {
        id: BodyId(model.id),
        convenor: body.convenor.map(|id| register.standing_on(id, today)).transpose()?,
        is_at_work: body.is_at_work(today),
        body,
        revision: Revision(model.revision),
    })
}

fn overlap_rows(
    table: &Table,
    register: &Register,
    bodies: &[BodyRow],
    today: Day,
) -> Result<Vec<OverlapRow>, Failure> {
    let mut sitting: HashMap<BodyId, Gathering> = HashMap::new();
    for (row, seat) in &table.seats {
        let Some(body) = row.body.map(BodyId) else { continue };
        let empty = Gathering { body, organisations: BTreeSet::new(), persons: BTreeSet::new() };
        let gathering = sitting.entry(body).or_insert(empty);
        gathering.organisations.insert(register.succession.standing_for(row.organisation(), today));
        gathering.persons.extend(seat.holder_on(today));
    }
    let at_work = bodies.iter().filter(|body| body.is_at_work);
    let gatherings = at_work.filter_map(|body| sitting.remove(&body.id)).collect::<Vec<_>>();
    let row = |overlap: domain::partnerships::Overlap| {
        let organisations = overlap.organisations.into_iter().map(|id| register.known_on(id, today));
        Ok(OverlapRow {
            bodies: overlap.bodies,
            organisations: organisations.collect::<Result<_, Failure>>()?,
            persons: overlap.persons.into_iter().map(|id| table.person(id)).collect(),
        })
    };
    overlaps(&gatherings).into_iter().map(row).collect()
}

impl Model {
    pub fn body(&self) -> Result<Body, Unexpected> {
        Ok(Body {
            name: self.name.clone(),
            purpose: self.purpose.clone(),
            mandate: self.mandate.clone(),
            convenor: self.convenor.map(domain::ids::OrganisationId),
            target_group: self.target_group.clone(),
            rhythm: self.rhythm.clone(),
            from: read_optional(self.from_day.as_deref(), "a day")?,
            to: read_optional(self.to_day.as_deref(), "a day")?,
        })
    }
}
