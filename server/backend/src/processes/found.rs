//! The process that a call is about: found, and how far it is open to whoever calls.

use domain::{
    ids::{BodyId, PartnershipId, ProcessId},
    partnerships::Place,
    permissions::{Act, Object},
    problem::{Problem, What},
    processes::{Access, Delivery, Level, Mandate, Phase, Timetable},
    revision::Revision,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entities::{phase, process, process_seat};
use crate::{Backend, Failure, Unexpected, accounts::Call, partnerships::room::read};

/// For whoever may do this to it; to those who may not know of it, there is none. Also one that was removed.
pub async fn find(backend: &Backend, call: &Call, act: Act, process: &str) -> Result<process::Model, Failure> {
    allowed(backend.store.read(), call, act, process, false).await
}

/// Like [`find`], but not one that was removed, and locked until the transaction ends.
pub async fn lock(tx: &DatabaseTransaction, call: &Call, act: Act, process: &str) -> Result<process::Model, Failure> {
    let row = allowed(tx, call, act, process, true).await?;
    if row.deleted_at.is_some() { Err(Problem::not_found(What::Process).into()) } else { Ok(row) }
}

/// Like [`find`], locked.
pub async fn lock_removed(
    tx: &DatabaseTransaction,
    call: &Call,
    act: Act,
    process: &str,
) -> Result<process::Model, Failure> {
    allowed(tx, call, act, process, true).await
}

async fn allowed(
    db: &impl ConnectionTrait,
    call: &Call,
    act: Act,
    process: &str,
    locked: bool,
) -> Result<process::Model, Failure> {
    call.caller.person().ok_or(Problem::NotSignedIn)?;
    let missing = Problem::not_found(What::Process);
    let ProcessId(id) = process.parse().map_err(|_| missing.clone())?;
    let query = process::Entity::find_by_id(id);
    let query = if locked { query.lock_exclusive() } else { query };
    let row = query.one(db).await?.ok_or(missing)?;
    let named = named(db, call, &row).await?;
    call.may(act, row.object(named)?)?;
    Ok(row)
}

/// The most that one of the caller's seats has been given in it.
async fn named(db: &impl ConnectionTrait, call: &Call, row: &process::Model) -> Result<Option<Level>, Failure> {
    let mine = process_seat::Entity::find()
        .filter(process_seat::Column::Process.eq(row.id))
        .filter(process_seat::Column::Seat.is_in(call.caller.seats().iter().map(|seat| seat.seat.0)));
    let levels = mine.all(db).await?.into_iter().map(|row| read(&row.level, "a level"));
    Ok(levels.collect::<Result<Vec<Level>, _>>()?.into_iter().max())
}

/// Its phases, in order, with what they deliver.
pub async fn phases(db: &impl ConnectionTrait, process: uuid::Uuid) -> Result<Vec<(Phase, Delivery)>, Failure> {
    let of_it = phase::Entity::find().filter(phase::Column::Process.eq(process));
    let rows = of_it.order_by_asc(phase::Column::FromDay).all(db).await?;
    Ok(rows.iter().map(|row| Ok((row.phase()?, row.delivery()))).collect::<Result<_, Unexpected>>()?)
}

pub async fn timetable(db: &impl ConnectionTrait, process: uuid::Uuid) -> Result<Timetable, Failure> {
    Ok(Timetable::new(phases(db, process).await?.into_iter().map(|(phase, _)| phase).collect()))
}

impl process::Model {
    pub fn id(&self) -> ProcessId {
        ProcessId(self.id)
    }

    pub fn place(&self) -> Place {
        Place { partnership: PartnershipId(self.partnership), body: self.body.map(BodyId) }
    }

    pub fn access(&self) -> Result<Access, Unexpected> {
        read(&self.access, "an access")
    }

    pub fn object(&self, named: Option<Level>) -> Result<Object, Unexpected> {
        Ok(Object::Process { place: self.place(), access: self.access()?, named })
    }

    pub fn mandate(&self) -> Mandate {
        Mandate {
            text: self.mandate.clone(),
            writes: self.writes.clone(),
            answers: self.answers.clone(),
            weighs: self.weighs.clone(),
            decides: self.decides.clone(),
        }
    }

    pub fn purposes(&self) -> Vec<String> {
        self.purposes.lines().map(str::to_owned).collect()
    }

    pub fn revision(&self) -> Revision {
        Revision(self.revision)
    }
}

impl phase::Model {
    pub fn phase(&self) -> Result<Phase, Unexpected> {
        Ok(Phase {
            id: domain::ids::PhaseId(self.id),
            kind: read(&self.kind, "a phase")?,
            from: read(&self.from_day, "a day")?,
            to: read(&self.to_day, "a day")?,
        })
    }

    pub fn delivery(&self) -> Delivery {
        Delivery {
            what: self.to_deliver.clone(),
            to_whom: self.to_whom.clone(),
            delivered_at: self.delivered_at.map(domain::moment::Moment),
            note: self.note.clone(),
        }
    }
}
