//! Seats are made, handed over, given another role, removed and brought back.

use domain::{
    actor::Actor,
    day::Day,
    ids::{BodyId, OrganisationId, PartnershipId, PersonId, SeatId, TenureId},
    moment::Moment,
    partnerships::{Role, Seat, SeatEvent},
    permissions::{Act, Object},
    problem::{Faults, FieldValue, Problem, Reason, What},
    record::Event,
    revision::Revision,
    undo,
    waiting::WaitingKind,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use super::{
    entities::{body, seat, tenure},
    expected::expect_holder,
    register::Register,
    room::Room,
    seats::tenures,
};
use crate::{
    Backend, Failure,
    accounts::{self, Call},
    ids, record, waiting,
};

/// For an organisation of the partnership, in it as a whole or in one of its bodies; nobody holds it yet.
pub async fn make_seat(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
    body: &str,
    role: &str,
) -> Result<SeatId, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let mut faults = Faults::default();
    let organisation: Option<OrganisationId> = faults.check("organisation", chosen(organisation));
    let body = if body.is_empty() { Some(None) } else { faults.check("body", chosen(body)).map(Some) };
    let role = faults.check("role", Role::parse(role));
    let ((organisation, body), role) = faults.whole(organisation.zip(body).zip(role))?;
    call.may(Act::ChangeSeat, Object::In(room.place(body)))?;
    backend
        .store
        .write(async |tx| {
            let unknown = |field: &str| Problem::invalid(field, Reason::UnknownChoice);
            let register = Register::of(tx, room.id).await?;
            let is_there = register.get(organisation).is_ok_and(|one| one.is_there_on(room.today));
            if !is_there {
                return Err(unknown("organisation").into());
            }
            if let Some(BodyId(body)) = body {
                let of_here = body::Entity::find_by_id(body).filter(body::Column::Partnership.eq(room.id.0));
                let found = of_here.filter(body::Column::DeletedAt.is_null()).one(tx).await?;
                found.ok_or_else(|| unknown("body"))?;
            }
            let row = insert(backend, tx, room.id, body, organisation, role).await?;
            expect_holder(backend, tx, &room, &row, &Seat::default()).await?;
            let event = Event::SeatMade { seat: row.id(), organisation, role };
            record::append(backend, tx, call.actor()?, event).await?;
            Ok(row.id())
        })
        .await
}

/// From the day `from` the seat is held by that person (an address, or an id), or by nobody when it is empty.
pub async fn hand_over(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    seat: &str,
    person: &str,
    from: &str,
    revision: &str,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let from = faults.check("from", Day::parse(from));
    let from = faults.whole(from)?;
    change_tenures(backend, call, partnership, seat, revision, async |tx, seat| {
        let person = if person.trim().is_empty() { None } else { Some(accounts::chosen(tx, person).await?) };
        let tenure = TenureId(ids::in_order(backend.clock.now())?);
        Ok(seat.hand_over(tenure, person, from)?)
    })
    .await
}

pub async fn change_role(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    seat: &str,
    role: &str,
    revision: &str,
) -> Result<(), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let to = Role::parse(role).map_err(|reason| Problem::invalid("role", reason))?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, call, &room, seat).await?;
            let from = row.role()?;
            let current = || vec![FieldValue { field: "role".into(), value: row.role.clone() }];
            row.revision().expect(seen, current)?;
            let changed = seat::ActiveModel {
                id: Set(row.id),
                role: Set(to.name().into()),
                revision: Set(row.revision().next().0),
                ..Default::default()
            };
            changed.update(tx).await?;
            let event = Event::SeatRoleChanged { seat: row.id(), from, to };
            record::append(backend, tx, call.actor()?, event).await
        })
        .await
}

/// For a seat that was made by mistake; one that somebody has left is handed over, and keeps its history.
pub async fn remove_seat(backend: &Backend, call: &Call, partnership: &str, seat: &str) -> Result<(), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, call, &room, seat).await?;
            set_removed(tx, &row, Some(now)).await?;
            waiting::fulfil(tx, WaitingKind::FillSeat, row.id).await?;
            record::append(backend, tx, call.actor()?, Event::SeatRemoved { seat: row.id() }).await
        })
        .await
}

pub async fn restore_seat(backend: &Backend, call: &Call, partnership: &str, seat: &str) -> Result<(), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let row = locked_or_removed(tx, call, &room, seat).await?;
            let removed = row.deleted_at.map(Moment).ok_or(Problem::not_found(What::Seat))?;
            undo::restore(removed, now)?;
            set_removed(tx, &row, None).await?;
            expect_holder(backend, tx, &room, &row, &held(tx, &row).await?).await?;
            record::append(backend, tx, call.actor()?, Event::SeatRestored { seat: row.id() }).await
        })
        .await
}

pub async fn set_removed(tx: &DatabaseTransaction, row: &seat::Model, at: Option<Moment>) -> Result<(), Failure> {
    let row = seat::ActiveModel {
        id: Set(row.id),
        deleted_at: Set(at.map(|at| at.0)),
        revision: Set(row.revision().next().0),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}

/// Asks the seat, on the revision that was seen, and writes what follows.
pub async fn change_tenures(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    seat: &str,
    revision: &str,
    decide: impl AsyncFnOnce(&DatabaseTransaction, &Seat) -> Result<Vec<SeatEvent>, Failure>,
) -> Result<(), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, call, &room, seat).await?;
            let mut seat = held(tx, &row).await?;
            let current = || {
                let holder = seat.holder_on(room.today).map(|PersonId(id)| id.to_string());
                vec![FieldValue { field: "person".into(), value: holder.unwrap_or_default() }]
            };
            row.revision().expect(seen, current)?;
            let events = decide(tx, &seat).await?;
            store(tx, row.id(), &events).await?;
            events.iter().for_each(|event| seat.apply(*event));
            expect_holder(backend, tx, &room, &row, &seat).await?;
            let revision = Set(row.revision().next().0);
            seat::ActiveModel { id: Set(row.id), revision, ..Default::default() }.update(tx).await?;
            tell(backend, tx, call.actor()?, row.id(), &events).await
        })
        .await
}

/// With who ever held it.
async fn held(tx: &DatabaseTransaction, row: &seat::Model) -> Result<Seat, Failure> {
    let tenures = tenures(tx, tenure::Column::Seat.eq(row.id)).await?.remove(&row.id).unwrap_or_default();
    Ok(Seat { tenures })
}

pub async fn store(tx: &DatabaseTransaction, SeatId(seat): SeatId, events: &[SeatEvent]) -> Result<(), Failure> {
    for event in events {
        match event {
            SeatEvent::Began(began) => {
                let row = tenure::ActiveModel {
                    id: Set(began.id.0),
                    seat: Set(seat),
                    person: Set(began.person.0),
                    kind: Set(began.kind.name().into()),
                    from_day: Set(began.period.from.to_string()),
                    to_day: Set(began.period.to.map(|to| to.to_string())),
                };
                row.insert(tx).await?;
            }
            SeatEvent::Ended { tenure, last, .. } => {
                let to_day = Set(Some(last.to_string()));
                tenure::ActiveModel { id: Set(tenure.0), to_day, ..Default::default() }.update(tx).await?;
            }
            SeatEvent::Withdrawn { tenure, .. } => {
                tenure::Entity::delete_by_id(tenure.0).exec(tx).await?;
            }
        }
    }
    Ok(())
}

/// Writes into the record who got or left the seat.
pub async fn tell(
    backend: &Backend,
    tx: &DatabaseTransaction,
    actor: Actor,
    seat: SeatId,
    events: &[SeatEvent],
) -> Result<(), Failure> {
    for event in events {
        let told = match *event {
            SeatEvent::Began(began) => Event::TenureBegan { seat, person: began.person, kind: began.kind },
            SeatEvent::Ended { person, .. } => Event::TenureEnded { seat, person },
            SeatEvent::Withdrawn { person, .. } => Event::TenureWithdrawn { seat, person },
        };
        record::append(backend, tx, actor, told).await?;
    }
    Ok(())
}

pub async fn insert(
    backend: &Backend,
    tx: &DatabaseTransaction,
    partnership: PartnershipId,
    body: Option<BodyId>,
    organisation: OrganisationId,
    role: Role,
) -> Result<seat::Model, Failure> {
    let now = backend.clock.now();
    let row = seat::ActiveModel {
        id: Set(ids::in_order(now)?),
        partnership: Set(partnership.0),
        body: Set(body.map(|body| body.0)),
        organisation: Set(organisation.0),
        role: Set(role.name().into()),
        revision: Set(Revision::FIRST.0),
        created_at: Set(now.0),
        deleted_at: Set(None),
    };
    Ok(row.insert(tx).await?)
}

async fn locked(tx: &DatabaseTransaction, call: &Call, room: &Room, seat: &str) -> Result<seat::Model, Failure> {
    let row = locked_or_removed(tx, call, room, seat).await?;
    if row.deleted_at.is_some() { Err(Problem::not_found(What::Seat).into()) } else { Ok(row) }
}

async fn locked_or_removed(
    tx: &DatabaseTransaction,
    call: &Call,
    room: &Room,
    seat: &str,
) -> Result<seat::Model, Failure> {
    let missing = Problem::not_found(What::Seat);
    let SeatId(id) = seat.parse().map_err(|_| missing.clone())?;
    let of_here = seat::Entity::find_by_id(id).filter(seat::Column::Partnership.eq(room.id.0));
    let row = of_here.lock_exclusive().one(tx).await?.ok_or(missing)?;
    call.may(Act::ChangeSeat, Object::In(room.place(row.body.map(BodyId))))?;
    Ok(row)
}

fn chosen<T: std::str::FromStr>(text: &str) -> Result<T, Reason> {
    text.parse().map_err(|_| if text.is_empty() { Reason::Missing } else { Reason::UnknownChoice })
}
