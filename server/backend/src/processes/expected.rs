//! What a process expects of those who look after it: a written mandate, and the deliveries of its phases.

use domain::{
    day::Day,
    moment::Moment,
    processes::{Delivery, Phase},
    waiting::{WaitingKind, WaitsFor},
};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{entities::process, found};
use crate::{
    Backend, Failure,
    partnerships::room::Room,
    waiting::{Expected, expect, fulfil},
};

/// Says all of it anew, after the process or its timetable has changed.
pub async fn expect_all(
    backend: &Backend,
    tx: &DatabaseTransaction,
    room: &Room,
    process: &process::Model,
) -> Result<(), Failure> {
    let phases = found::phases(tx, process.id).await?;
    let waits = |kind, subject: Uuid, not_before: Moment, until: Day| {
        let expected = Expected {
            kind,
            subject,
            partnership: room.id,
            process: Some(process.id()),
            organisation: None,
            waits_for: WaitsFor::Secretariat(process.place()),
            not_before,
            due_at: room.zone.end_of(until)?,
        };
        Ok::<_, Failure>(expected)
    };
    if process.mandate().is_written() {
        fulfil(tx, WaitingKind::WriteMandate, process.id).await?;
    } else if let Some((first, _)) = phases.first() {
        let mandate = waits(WaitingKind::WriteMandate, process.id, Moment(process.created_at), first.to)?;
        expect(backend, tx, mandate).await?;
    }
    for (phase, _) in phases.iter().filter(|(phase, delivery)| is_to_deliver(phase, delivery)) {
        let begins = room.zone.end_of(phase.from.before())?;
        expect(backend, tx, waits(WaitingKind::Deliver, phase.id.0, begins, phase.to)?).await?;
    }
    Ok(())
}

fn is_to_deliver(phase: &Phase, delivery: &Delivery) -> bool {
    phase.kind.delivers() && delivery.delivered_at.is_none()
}
