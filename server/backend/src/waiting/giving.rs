//! What waits for my seat is given to whoever stands in for it, and taken back.

use domain::{
    ids::{PersonId, WaitingId},
    partnerships::TenureKind,
    permissions::Act,
    problem::{Problem, What},
    waiting,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::{
    entity::{ActiveModel, Entity, Model},
    list::{ForWhom, for_whom},
};
use crate::{
    Backend, Failure,
    accounts::Call,
    partnerships::{entities::tenure, room::Room, seats::tenures},
};

pub async fn give_to_substitute(backend: &Backend, call: &Call, item: &str) -> Result<(), Failure> {
    change(backend, call, item, async |tx, model, for_whom| {
        let ForWhom::Seat(seat, _) = for_whom else { return Err(Problem::NotAllowed.into()) };
        let today = Room::of(backend, domain::ids::PartnershipId(model.partnership)).await?.today;
        let held = tenures(tx, tenure::Column::Seat.eq(seat.0)).await?.remove(&seat.0).unwrap_or_default();
        let standing_in = held.iter().filter(|one| one.kind == TenureKind::Substitute && one.period.contains(today));
        let PersonId(to) = waiting::give_to_substitute(standing_in.map(|one| one.person))?;
        Ok(Some(to))
    })
    .await
}

pub async fn take_back(backend: &Backend, call: &Call, item: &str) -> Result<(), Failure> {
    change(backend, call, item, async |_, _, for_whom| match for_whom {
        ForWhom::Seat(..) => Ok(None),
        ForWhom::Personally | ForWhom::StandingIn(..) => Err(Problem::NotAllowed.into()),
    })
    .await
}

async fn change(
    backend: &Backend,
    call: &Call,
    item: &str,
    decide: impl AsyncFnOnce(&DatabaseTransaction, &Model, ForWhom) -> Result<Option<Uuid>, Failure>,
) -> Result<(), Failure> {
    let person = call.may_own(Act::GiveWaiting)?;
    let missing = Problem::not_found(What::Waiting);
    let WaitingId(id) = item.parse().map_err(|_| missing.clone())?;
    backend
        .store
        .write(async |tx| {
            let model = Entity::find_by_id(id).lock_exclusive().one(tx).await?.ok_or(missing.clone())?;
            let for_whom = for_whom(&model, person, call.caller.seats())?.ok_or(missing)?;
            let given_to = Set(decide(tx, &model, for_whom).await?);
            ActiveModel { id: Set(model.id), given_to, ..Default::default() }.update(tx).await?;
            Ok(())
        })
        .await
}
