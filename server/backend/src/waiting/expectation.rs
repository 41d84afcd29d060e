//! A feature expects something of somebody, in the transaction in which that comes about, and no longer once it is done.

use domain::{
    ids::{BodyId, OrganisationId, PartnershipId, PersonId, ProcessId, SeatId},
    moment::Moment,
    partnerships::Place,
    waiting::{WaitingKind, WaitsFor},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter,
};
use uuid::Uuid;

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::{Backend, Failure, Unexpected, ids};

/// What is expected of whom.
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    pub kind: WaitingKind,
    /// What it is about; of the kind that `kind` says.
    pub subject: Uuid,
    pub partnership: PartnershipId,
    pub process: Option<ProcessId>,
    /// The organisation it is about, to be named beside it.
    pub organisation: Option<OrganisationId>,
    pub waits_for: WaitsFor,
    pub not_before: Moment,
    pub due_at: Moment,
}

/// Once for each subject and whom it waits for: said again, its times change, and whom it was given to stays.
pub async fn expect(backend: &Backend, tx: &DatabaseTransaction, expected: Expected) -> Result<(), Failure> {
    let columns = columns(&expected);
    let of_same = Condition::all()
        .add(Column::Kind.eq(expected.kind.name()))
        .add(Column::Subject.eq(expected.subject))
        .add(Column::Partnership.eq(expected.partnership.0))
        .add(Column::WaitsFor.eq(name(expected.waits_for)))
        .add(same(Column::Person, columns.person.try_as_ref().copied().flatten()))
        .add(same(Column::Seat, columns.seat.try_as_ref().copied().flatten()));
    let times =
        ActiveModel { not_before: Set(expected.not_before.0), due_at: Set(expected.due_at.0), ..Default::default() };
    let changed = Entity::update_many().set(times).filter(of_same).exec(tx).await?;
    if changed.rows_affected == 0 {
        let id = Set(ids::in_order(backend.clock.now())?);
        ActiveModel { id, ..columns }.insert(tx).await?;
    }
    Ok(())
}

/// It is done, or no longer asked for: it waits for nobody any more.
pub async fn fulfil(tx: &DatabaseTransaction, kind: WaitingKind, subject: Uuid) -> Result<(), Failure> {
    let of_it = Condition::all().add(Column::Kind.eq(kind.name())).add(Column::Subject.eq(subject));
    Entity::delete_many().filter(of_it).exec(tx).await?;
    Ok(())
}

fn columns(expected: &Expected) -> ActiveModel {
    let (mut person, mut seat, mut body) = (None, None, None);
    match expected.waits_for {
        WaitsFor::Person(PersonId(id)) => person = Some(id),
        WaitsFor::Seat(SeatId(id)) => seat = Some(id),
        WaitsFor::Secretariat(place) => body = place.body.map(|BodyId(id)| id),
        WaitsFor::Delegates(..) => {}
    }
    ActiveModel {
        kind: Set(expected.kind.name().into()),
        subject: Set(expected.subject),
        partnership: Set(expected.partnership.0),
        process: Set(expected.process.map(|ProcessId(id)| id)),
        waits_for: Set(name(expected.waits_for).into()),
        person: Set(person),
        seat: Set(seat),
        body: Set(body),
        organisation: Set(expected.organisation.map(|OrganisationId(id)| id)),
        not_before: Set(expected.not_before.0),
        due_at: Set(expected.due_at.0),
        given_to: Set(None),
        ..Default::default()
    }
}

fn same(column: Column, value: Option<Uuid>) -> sea_orm::sea_query::SimpleExpr {
    value.map_or_else(|| column.is_null(), |value| column.eq(value))
}

const fn name(waits_for: WaitsFor) -> &'static str {
    match waits_for {
        WaitsFor::Person(_) => "person",
        WaitsFor::Seat(_) => "seat",
        WaitsFor::Secretariat(_) => SECRETARIAT,
        WaitsFor::Delegates(..) => DELEGATES,
    }
}

pub const SECRETARIAT: &str = "secretariat";
pub const DELEGATES: &str = "delegates";

impl Model {
    pub fn waits_for(&self) -> Result<WaitsFor, Unexpected> {
        let partnership = PartnershipId(self.partnership);
        let place = Place { partnership, body: self.body.map(BodyId) };
        match (self.waits_for.as_str(), self.person, self.seat, self.organisation) {
            ("person", Some(id), _, _) => Ok(WaitsFor::Person(PersonId(id))),
            ("seat", _, Some(id), _) => Ok(WaitsFor::Seat(SeatId(id))),
            (SECRETARIAT, ..) => Ok(WaitsFor::Secretariat(place)),
            (DELEGATES, _, _, Some(id)) => Ok(WaitsFor::Delegates(partnership, OrganisationId(id))),
            _ => Err(Unexpected::new(format!("{} waits for nobody", self.id))),
        }
    }
}
