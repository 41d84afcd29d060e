//! What handing over and feeding back have to deliver, and that it was delivered.

use domain::{
    ids::PhaseId,
    permissions::Act,
    problem::{FieldValue, Problem, What},
    processes::{Delivery, PhaseKind},
    revision::Revision,
    waiting::WaitingKind,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{
    entities::{phase, process},
    found::lock,
};
use crate::{Backend, Failure, accounts::Call, waiting};

/// What is to be delivered, and to whom.
pub async fn plan_delivery(
    backend: &Backend,
    call: &Call,
    process: &str,
    phase: &str,
    what: &str,
    to_whom: &str,
    revision: &str,
) -> Result<(), Failure> {
    let decide = |kind, delivery: &Delivery| delivery.plan(kind, what, to_whom);
    change(backend, call, Act::ChangeProcess, process, phase, revision, decide).await
}

/// By whoever writes in the process; how, and where it is found, goes into the note.
pub async fn deliver(
    backend: &Backend,
    call: &Call,
    process: &str,
    phase: &str,
    note: &str,
    revision: &str,
) -> Result<(), Failure> {
    let now = backend.clock.now();
    let decide = |kind, delivery: &Delivery| delivery.deliver(kind, note, now);
    change(backend, call, Act::WriteInProcess, process, phase, revision, decide).await
}

async fn change(
    backend: &Backend,
    call: &Call,
    act: Act,
    process: &str,
    phase: &str,
    revision: &str,
    decide: impl FnOnce(PhaseKind, &Delivery) -> Result<Delivery, Problem>,
) -> Result<(), Failure> {
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = lock(tx, call, act, process).await?;
            let phase = phase_of(tx, &row, phase).await?;
            let present = phase.delivery();
            row.revision().expect(seen, || values(&present))?;
            let delivery = decide(phase.phase()?.kind, &present)?;
            let delivered_by = match delivery.delivered_at {
                Some(_) => Some(call.actor()?.to_string()),
                None => None,
            };
            if delivered_by.is_some() {
                waiting::fulfil(tx, WaitingKind::Deliver, phase.id).await?;
            }
            let changed = phase::ActiveModel {
                id: Set(phase.id),
                to_deliver: Set(delivery.what),
                to_whom: Set(delivery.to_whom),
                note: Set(delivery.note),
                delivered_at: Set(delivery.delivered_at.map(|at| at.0)),
                delivered_by: Set(delivered_by),
                ..Default::default()
            };
            changed.update(tx).await?;
            let revision = Set(row.revision().next().0);
            process::ActiveModel { id: Set(row.id), revision, ..Default::default() }.update(tx).await?;
            Ok(())
        })
        .await
}

async fn phase_of(tx: &DatabaseTransaction, process: &process::Model, phase: &str) -> Result<phase::Model, Failure> {
    let missing = Problem::not_found(What::Phase);
    let PhaseId(id) = phase.parse().map_err(|_| missing.clone())?;
    let of_it = phase::Entity::find_by_id(id).filter(phase::Column::Process.eq(process.id));
    Ok(of_it.one(tx).await?.ok_or(missing)?)
}

fn values(delivery: &Delivery) -> Vec<FieldValue> {
    [("what", &delivery.what), ("to_whom", &delivery.to_whom), ("note", &delivery.note)]
        .map(|(field, value)| FieldValue { field: field.into(), value: value.clone() })
        .to_vec()
}
