//! What partnerships expect: that every seat is held, and that what is told of an organisation still holds.

use domain::{
    ids::{OrganisationId, PartnershipId},
    moment::{Moment, Span},
    partnerships::Seat,
    waiting::{WaitingKind, WaitsFor},
};
use sea_orm::DatabaseTransaction;

use super::{
    entities::seat,
    room::{Room, place_of},
};
use crate::{
    Backend, Failure,
    waiting::{Expected, expect, fulfil},
};

/// So many days before a seat is empty, and after one became so, its secretariat looks for somebody.
const AHEAD: i32 = 30;
const LOOKED_FOR: i32 = 14;
const HOLDS_FOR: Span = Span::days(365);
const TO_CONFIRM: Span = Span::days(30);

/// After the seat was made or handed over.
pub async fn expect_holder(
    backend: &Backend,
    tx: &DatabaseTransaction,
    room: &Room,
    row: &seat::Model,
    seat: &Seat,
) -> Result<(), Failure> {
    let Some(empty_from) = seat.empty_from(room.today) else {
        return fulfil(tx, WaitingKind::FillSeat, row.id).await;
    };
    let until = if empty_from > room.today { empty_from.before() } else { room.today.plus(LOOKED_FOR) };
    let expected = Expected {
        kind: WaitingKind::FillSeat,
        subject: row.id,
        partnership: room.id,
        process: None,
        organisation: Some(row.organisation()),
        waits_for: WaitsFor::Secretariat(place_of(row)),
        not_before: room.zone.end_of(empty_from.plus(-AHEAD - 1))?,
        due_at: room.zone.end_of(until)?,
    };
    expect(backend, tx, expected).await
}

/// Its delegates are asked at once about one that nobody has confirmed yet, else a year after somebody did.
pub async fn expect_confirmation(
    backend: &Backend,
    tx: &DatabaseTransaction,
    partnership: PartnershipId,
    organisation: OrganisationId,
    confirmed_at: Option<Moment>,
) -> Result<(), Failure> {
    let not_before = confirmed_at.map_or(backend.clock.now(), |at| at.plus(HOLDS_FOR));
    let expected = Expected {
        kind: WaitingKind::ConfirmOrganisation,
        subject: organisation.0,
        partnership,
        process: None,
        organisation: Some(organisation),
        waits_for: WaitsFor::Delegates(partnership, organisation),
        not_before,
        due_at: not_before.plus(TO_CONFIRM),
    };
    expect(backend, tx, expected).await
}
