//! Seats as they are read: whose they are, who holds them, who stands in, and who did on any day.

use std::collections::HashMap;

use domain::{
    day::{Day, Period},
    ids::{BodyId, OrganisationId, PersonId, SeatId, TenureId},
    moment::Moment,
    partnerships::{Role, Seat, Tenure, TenureKind},
    permissions::{Act, Object},
    problem::{Problem, What},
    revision::Revision,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::{
    entities::{body, seat, tenure},
    register::{Known, Register},
    room::{Room, read, read_optional},
};
use crate::{
    Backend, Failure, Unexpected,
    accounts::{self, Call},
};

/// A person by name; without one, somebody who has been forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRef {
    pub id: PersonId,
    pub name: Option<String>,
}

/// A seat as it was on the day that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    pub id: SeatId,
    pub organisation: Known,
    pub body: Option<BodyId>,
    pub body_name: Option<String>,
    pub role: Role,
    pub holder: Option<PersonRef>,
    pub period: Option<Period>,
    pub substitutes: Vec<PersonRef>,
    pub revision: Revision,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenureRow {
    pub id: TenureId,
    pub person: PersonRef,
    pub kind: TenureKind,
    pub period: Period,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatPage {
    pub seat: SeatRow,
    pub today: Day,
    /// The latest first.
    pub history: Vec<TenureRow>,
    pub removed_at: Option<Moment>,
    pub may_change: bool,
}

/// Those of a partnership on a day (today, when none is given): by organisation, then by body.
pub async fn seats(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    on: Option<Day>,
) -> Result<Vec<SeatRow>, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let register = Register::of(backend.store.read(), room.id).await?;
    Table::of(backend, &room).await?.rows(&register, on.unwrap_or(room.today), |_| true)
}

/// One seat with its history; also one that was removed, as long as it can be brought back.
pub async fn seat(backend: &Backend, call: &Call, partnership: &str, seat: &str) -> Result<SeatPage, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let missing = Problem::not_found(What::Seat);
    let SeatId(id) = seat.parse().map_err(|_| missing.clone())?;
    let db = backend.store.read();
    let row = seat::Entity::find_by_id(id).filter(seat::Column::Partnership.eq(room.id.0)).one(db).await?;
    let row = row.ok_or(missing.clone())?;
    let may_change = call.may(Act::ChangeSeat, Object::In(room.place(row.body.map(BodyId)))).is_ok();
    let removed_at = row.deleted_at.map(Moment);
    if removed_at.is_some() && !may_change {
        return Err(missing.into());
    }
    let register = Register::of(db, room.id).await?;
    let table = Table::put_together(backend, &room, vec![row]).await?;
    let history = table.seats.iter().flat_map(|(_, seat)| &seat.tenures).map(|tenure| TenureRow {
        id: tenure.id,
        person: table.person(tenure.person),
        kind: tenure.kind,
        period: tenure.period,
    });
    let mut history = history.collect::<Vec<_>>();
    history.sort_by_key(|row| std::cmp::Reverse((row.period.from, row.id)));
    let seat = table.rows(&register, room.today, |_| true)?.pop().ok_or(missing)?;
    Ok(SeatPage { seat, today: room.today, history, removed_at, may_change })
}

/// The seats of a partnership that are there, with who ever held them.
pub struct Table {
    pub seats: Vec<(seat::Model, Seat)>,
    bodies: HashMap<Uuid, String>,
    persons: HashMap<PersonId, String>,
}

impl Table {
    /// In four questions, however many there are.
    pub async fn of(backend: &Backend, room: &Room) -> Result<Self, Failure> {
        let db = backend.store.read();
        let removed = body::Entity::find()
            .select_only()
            .column(body::Column::Id)
            .filter(body::Column::Partnership.eq(room.id.0))
            .filter(body::Column::DeletedAt.is_not_null());
        let in_no_removed_body = Condition::any()
            .add(seat::Column::Body.is_null())
            .add(seat::Column::Body.not_in_subquery(removed.into_query()));
        let rows = seat::Entity::find()
            .filter(seat::Column::Partnership.eq(room.id.0))
            .filter(seat::Column::DeletedAt.is_null())
            .filter(in_no_removed_body)
            .all(db)
            .await?;
        Self::put_together(backend, room, rows).await
    }

    /// From the rows of some of them.
    pub async fn put_together(backend: &Backend, room: &Room, rows: Vec<seat::Model>) -> Result<Self, Failure> {
        let db = backend.store.read();
        let of_these = match rows.as_slice() {
            [one] => tenure::Column::Seat.eq(one.id),
            _ => {
                let seats = seat::Entity::find().select_only().column(seat::Column::Id);
                let here = seats.filter(seat::Column::Partnership.eq(room.id.0)).into_query();
                tenure::Column::Seat.in_subquery(here)
            }
        };
        let mut held = tenures(db, of_these).await?;
        let everyone = held.values().flatten().map(|tenure| tenure.person).collect();
        let persons = accounts::names(backend, everyone).await?;
        let bodies = body::Entity::find().filter(body::Column::Partnership.eq(room.id.0)).all(db).await?;
        let bodies = bodies.into_iter().map(|body| (body.id, body.name)).collect();
        let with_tenures = |row: seat::Model| {
            let tenures = held.remove(&row.id).unwrap_or_default();
            (row, Seat { tenures })
        };
        Ok(Self { seats: rows.into_iter().map(with_tenures).collect(), bodies, persons })
    }

    pub fn rows(
        &self,
        register: &Register,
        day: Day,
        wanted: impl Fn(&seat::Model) -> bool,
    ) -> Result<Vec<SeatRow>, Failure> {
        let chosen = self.seats.iter().filter(|(row, _)| wanted(row));
        let mut rows = chosen.map(|(row, seat)| self.row(row, seat, register, day)).collect::<Result<Vec<_>, _>>()?;
        rows.sort_by_cached_key(|row| (row.organisation.name.short.to_lowercase(), row.body_name.clone(), row.id));
        Ok(rows)
    }

    pub fn row(&self, row: &seat::Model, seat: &Seat, register: &Register, day: Day) -> Result<SeatRow, Failure> {
        let tenure = seat.tenures.iter().find(|t| t.kind == TenureKind::Holder && t.period.contains(day));
        Ok(SeatRow {
            id: row.id(),
            organisation: register.standing_on(row.organisation(), day)?,
            body: row.body.map(BodyId),
            body_name: row.body.and_then(|body| self.bodies.get(&body).cloned()),
            role: row.role()?,
            holder: tenure.map(|tenure| self.person(tenure.person)),
            period: tenure.map(|tenure| tenure.period),
            substitutes: seat.substitutes_on(day).map(|person| self.person(person)).collect(),
            revision: row.revision(),
        })
    }

    pub fn person(&self, id: PersonId) -> PersonRef {
        PersonRef { id, name: self.persons.get(&id).cloned() }
    }
}

/// By seat, the earliest first.
pub async fn tenures(
    db: &impl ConnectionTrait,
    wanted: impl sea_orm::sea_query::IntoCondition,
) -> Result<HashMap<Uuid, Vec<Tenure>>, Failure> {
    let rows = tenure::Entity::find().filter(wanted).order_by_asc(tenure::Column::FromDay).all(db).await?;
    let mut by_seat: HashMap<Uuid, Vec<Tenure>> = HashMap::new();
    for row in rows {
        by_seat.entry(row.seat).or_default().push(row.tenure()?);
    }
    Ok(by_seat)
}

impl tenure::Model {
    fn tenure(&self) -> Result<Tenure, Unexpected> {
        let from = read(&self.from_day, "a day")?;
        let to = read_optional(self.to_day.as_deref(), "a day")?;
        Ok(Tenure {
            id: TenureId(self.id),
            person: PersonId(self.person),
            kind: read(&self.kind, "a kind of tenure")?,
            period: Period { from, to },
        })
    }
}

impl seat::Model {
    pub fn id(&self) -> SeatId {
        SeatId(self.id)
    }

    pub fn organisation(&self) -> OrganisationId {
        OrganisationId(self.organisation)
    }

    pub fn role(&self) -> Result<Role, Unexpected> {
        read(&self.role, "a role")
    }

    pub fn revision(&self) -> Revision {
        Revision(self.revision)
    }
}
