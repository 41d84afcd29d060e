//! What a process is about and who decides what in it changes; a process is removed and brought back.

use domain::{
    ids::PartnershipId,
    moment::Moment,
    permissions::{Act, Object},
    problem::{FieldValue, Problem, What},
    processes::{Mandate, MandateFields, Process, ProcessFields},
    record::Event,
    revision::Revision,
    undo,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{
    beginning::expect_body,
    entities::process::{ActiveModel, Model},
    expected::expect_all,
    found::{find, lock, lock_removed},
};
use crate::{Backend, Failure, accounts::Call, partnerships::room::Room, record};

/// Its title, the body that answers for it, and its purposes.
pub async fn change_process(
    backend: &Backend,
    call: &Call,
    process: &str,
    fields: ProcessFields<'_>,
    revision: &str,
) -> Result<(), Failure> {
    let room = room_of(backend, call, process).await?;
    let changed = Process::read(fields)?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = lock(tx, call, Act::ChangeProcess, process).await?;
            row.revision().expect(seen, || process_values(&row))?;
            if changed.body != row.place().body {
                // Whoever hands it to another body leads processes there too.
                call.may(Act::BeginProcess, Object::In(room.place(changed.body)))?;
                expect_body(tx, &room, changed.body).await?;
            }
            let changed = ActiveModel {
                id: Set(row.id),
                title: Set(changed.title),
                body: Set(changed.body.map(|body| body.0)),
                purposes: Set(changed.purposes.join("\n")),
                revision: Set(row.revision().next().0),
                ..Default::default()
            };
            let row = changed.update(tx).await?;
            expect_all(backend, tx, &room, &row).await
        })
        .await
}

/// Once it says what the process may do and who decides, nobody is waited for to write it.
pub async fn change_mandate(
    backend: &Backend,
    call: &Call,
    process: &str,
    fields: MandateFields<'_>,
    revision: &str,
) -> Result<(), Failure> {
    let room = room_of(backend, call, process).await?;
    let mandate = Mandate::read(fields)?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = lock(tx, call, Act::ChangeProcess, process).await?;
            row.revision().expect(seen, || mandate_values(&row.mandate()))?;
            let changed = ActiveModel {
                id: Set(row.id),
                mandate: Set(mandate.text),
                writes: Set(mandate.writes),
                answers: Set(mandate.answers),
                weighs: Set(mandate.weighs),
                decides: Set(mandate.decides),
                revision: Set(row.revision().next().0),
                ..Default::default()
            };
            let row = changed.update(tx).await?;
            expect_all(backend, tx, &room, &row).await
        })
        .await
}

pub async fn remove_process(backend: &Backend, call: &Call, process: &str) -> Result<(), Failure> {
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let row = lock(tx, call, Act::RemoveProcess, process).await?;
            set_removed(&row, Some(now)).update(tx).await?;
            record::append(backend, tx, call.actor()?, Event::ProcessRemoved { process: row.id() }).await
        })
        .await
}

pub async fn restore_process(backend: &Backend, call: &Call, process: &str) -> Result<(), Failure> {
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let row = lock_removed(tx, call, Act::RemoveProcess, process).await?;
            let removed = row.deleted_at.map(Moment).ok_or(Problem::not_found(What::Process))?;
            undo::restore(removed, now)?;
            set_removed(&row, None).update(tx).await?;
            record::append(backend, tx, call.actor()?, Event::ProcessRestored { process: row.id() }).await
        })
        .await
}

fn set_removed(row: &Model, at: Option<Moment>) -> ActiveModel {
    ActiveModel {
        id: Set(row.id),
        deleted_at: Set(at.map(|at| at.0)),
        revision: Set(row.revision().next().0),
        ..Default::default()
    }
}

/// The partnership of a process that one may change.
pub async fn room_of(backend: &Backend, call: &Call, process: &str) -> Result<Room, Failure> {
    let row = find(backend, call, Act::ChangeProcess, process).await?;
    Room::of(backend, PartnershipId(row.partnership)).await
}

fn process_values(row: &Model) -> Vec<FieldValue> {
    [
        ("title", row.title.clone()),
        ("body", row.body.map(|id| id.to_string()).unwrap_or_default()),
        ("purposes", row.purposes.clone()),
    ]
    .map(|(field, value)| FieldValue { field: field.into(), value })
    .to_vec()
}

fn mandate_values(mandate: &Mandate) -> Vec<FieldValue> {
    [
        ("text", &mandate.text),
        ("writes", &mandate.writes),
        ("answers", &mandate.answers),
        ("weighs", &mandate.weighs),
        ("decides", &mandate.decides),
    ]
    .map(|(field, value)| FieldValue { field: field.into(), value: value.clone() })
    .to_vec()
}
