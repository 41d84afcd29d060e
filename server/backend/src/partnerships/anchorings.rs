//! Organisations stand behind a text, known by its hash, and may withdraw that.

use domain::{
    actor::{ActingAs, Actor, Voice},
    hash::TextHash,
    ids::{AnchoringId, OrganisationId, SeatId},
    moment::Moment,
    partnerships::{Anchoring, AnchoringFields},
    permissions::{Act, Object, acting_as},
    problem::{Problem, What},
    record::Event,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{
    entities::{
        anchoring::{ActiveModel, Column, Entity, Model},
        organisation,
    },
    register::{Known, Register},
    room::{Room, read},
};
use crate::{Backend, Failure, Unexpected, accounts::Call, ids, record};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchoringRow {
    pub id: AnchoringId,
    /// As it is called today.
    pub organisation: Known,
    /// As it was called on the day of the decision, when that was something else.
    pub called_then: Option<Known>,
    pub anchoring: Anchoring,
    pub actor: Actor,
    pub at: Moment,
    pub withdrawn_at: Option<Moment>,
    pub may_withdraw: bool,
}

/// Everything said about standing behind this text, the heaviest first, and the withdrawn ones last.
pub async fn anchorings(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    text: TextHash,
) -> Result<Vec<AnchoringRow>, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let register = Register::of(backend.store.read(), room.id).await?;
    let found = Entity::find()
        .filter(Column::Partnership.eq(room.id.0))
        .filter(Column::TextHash.eq(text.to_string()))
        .order_by_asc(Column::CreatedAt)
        .all(backend.store.read())
        .await?;
    let row = |model: &Model| {
        let anchoring = model.anchoring()?;
        let organisation = register.standing_on(OrganisationId(model.organisation), room.today)?;
        let then = register.known_on(OrganisationId(model.organisation), anchoring.on)?;
        let own = Object::Organisation(room.id, organisation.id);
        Ok(AnchoringRow {
            id: AnchoringId(model.id),
            called_then: (then != organisation).then_some(then),
            actor: read(&model.actor, "an actor")?,
            at: Moment(model.created_at),
            withdrawn_at: model.withdrawn_at.map(Moment),
            may_withdraw: model.withdrawn_at.is_none() && call.may(Act::StandBehind, own).is_ok(),
            organisation,
            anchoring,
        })
    };
    let mut rows = found.iter().map(row).collect::<Result<Vec<_>, Failure>>()?;
    rows.sort_by_key(|row| (row.withdrawn_at.is_some(), std::cmp::Reverse(row.anchoring.level)));
    Ok(rows)
}

/// By whoever holds a delegate's seat of the organisation, for the organisation.
pub async fn stand_behind(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    seat: SeatId,
    text: TextHash,
    fields: AnchoringFields<'_>,
) -> Result<AnchoringId, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let held = call.caller.seats().iter().find(|held| held.seat == seat && held.place.partnership == room.id);
    let held = *held.ok_or(Problem::not_found(What::Seat))?;
    let organisation = held.organisation;
    call.may(Act::StandBehind, Object::Organisation(room.id, organisation))?;
    acting_as(&call.caller, held.place, ActingAs { seat: Some(seat), voice: Voice::Anchored(organisation) })?;
    backend
        .store
        .write(async |tx| {
            lock(tx, organisation).await?;
            let present = Entity::find()
                .filter(Column::Partnership.eq(room.id.0))
                .filter(Column::TextHash.eq(text.to_string()))
                .filter(Column::Organisation.eq(organisation.0))
                .filter(Column::WithdrawnAt.is_null())
                .all(tx)
                .await?;
            let levels =
                present.iter().map(|row| Ok(row.anchoring()?.level)).collect::<Result<Vec<_>, Unexpected>>()?;
            let anchoring = Anchoring::read(fields, room.today, &levels)?;
            let now = backend.clock.now();
            let level = anchoring.level;
            let row = ActiveModel {
                id: Set(ids::in_order(now)?),
                partnership: Set(room.id.0),
                organisation: Set(organisation.0),
                text_hash: Set(text.to_string()),
                level: Set(level.name().into()),
                decided_by: Set(anchoring.decided_by),
                on_day: Set(anchoring.on.to_string()),
                paragraph: Set(anchoring.paragraph),
                reference: Set(anchoring.reference),
                actor: Set(call.actor()?.to_string()),
                seat: Set(Some(seat.0)),
                created_at: Set(now.0),
                withdrawn_at: Set(None),
            };
            let id = AnchoringId(row.insert(tx).await?.id);
            let event = Event::StoodBehind { organisation, text, level };
            record::append(backend, tx, call.actor()?, event).await?;
            Ok(id)
        })
        .await
}

/// It stays to be seen that the organisation stood behind it, and until when.
pub async fn withdraw_standing(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    anchoring: &str,
) -> Result<(), Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let missing = Problem::not_found(What::Anchoring);
    let AnchoringId(id) = anchoring.parse().map_err(|_| missing.clone())?;
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            let of_here = Entity::find_by_id(id).filter(Column::Partnership.eq(room.id.0));
            let row = of_here.lock_exclusive().one(tx).await?.ok_or(missing)?;
            let register = Register::of(tx, room.id).await?;
            let organisation = register.succession.standing_for(OrganisationId(row.organisation), room.today);
            call.may(Act::StandBehind, Object::Organisation(room.id, organisation))?;
            if let Some(since) = row.withdrawn_at.map(Moment) {
                return Err(Problem::Closed { since }.into());
            }
            let (level, text) = (row.anchoring()?.level, read(&row.text_hash, "a hash")?);
            let withdrawn_at = Set(Some(now.0));
            ActiveModel { id: Set(row.id), withdrawn_at, ..Default::default() }.update(tx).await?;
            let event = Event::StandingWithdrawn { organisation, text, level };
            record::append(backend, tx, call.actor()?, event).await
        })
        .await
}

/// So that two delegates who do the same at once do it once.
async fn lock(tx: &DatabaseTransaction, OrganisationId(id): OrganisationId) -> Result<(), Failure> {
    let row = organisation::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    row.map(|_| ()).ok_or_else(|| Problem::not_found(What::Organisation).into())
}

impl Model {
    fn anchoring(&self) -> Result<Anchoring, Unexpected> {
        Ok(Anchoring {
            level: read(&self.level, "a level")?,
            decided_by: self.decided_by.clone(),
            on: read(&self.on_day, "a day")?,
            paragraph: self.paragraph.clone(),
            reference: self.reference.clone(),
        })
    }
}
