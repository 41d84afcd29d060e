//! A partnership is begun, and its name, colour and time zone change.

use domain::{
    ids::{OrganisationId, PartnershipId, TenureId},
    partnerships::{Membership, NewOrganisation, NewOrganisationFields, Partnership, PartnershipFields, Role},
    permissions::{Act, Object},
    problem::{FieldValue, Problem, What},
    record::Event,
    revision::Revision,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QuerySelect};

use super::{entities::partnership, organisation_changes, room::Room, seat_changes};
use crate::{Backend, Failure, accounts::Call, ids, record, zones::Zone};

/// With the organisation that runs its secretariat: whoever begins it holds the first seat there from today on.
pub async fn begin_partnership(
    backend: &Backend,
    call: &Call,
    fields: PartnershipFields<'_>,
    host: NewOrganisationFields<'_>,
) -> Result<PartnershipId, Failure> {
    call.may(Act::BeginPartnership, Object::Server)?;
    let (person, _) = call.caller.person().ok_or(Problem::NotSignedIn)?;
    let partnership = Partnership::read(fields, is_zone)?;
    let host = NewOrganisation { membership: Membership::Full, ..NewOrganisation::read(host)? };
    let now = backend.clock.now();
    let today = Zone::named(&partnership.zone)?.day_of(now);
    backend
        .store
        .write(async |tx| {
            let id = PartnershipId(ids::in_order(now)?);
            let row = partnership::ActiveModel {
                id: Set(id.0),
                name: Set(partnership.name),
                short: Set(partnership.short),
                zone: Set(partnership.zone),
                accent: Set(partnership.accent.name().into()),
                revision: Set(Revision::FIRST.0),
                created_at: Set(now.0),
            };
            row.insert(tx).await?;
            let organisation: OrganisationId = organisation_changes::insert(backend, tx, id, host).await?;
            let seat = seat_changes::insert(backend, tx, id, None, organisation, Role::Secretariat).await?.id();
            let tenure = TenureId(ids::in_order(now)?);
            let events = domain::partnerships::Seat::default().hand_over(tenure, Some(person), today)?;
            seat_changes::store(tx, seat, &events).await?;
            record::append(backend, tx, call.actor()?, Event::PartnershipBegun { partnership: id }).await?;
            let made = Event::SeatMade { seat, organisation, role: Role::Secretariat };
            record::append(backend, tx, call.actor()?, made).await?;
            seat_changes::tell(backend, tx, call.actor()?, seat, &events).await?;
            Ok(id)
        })
        .await
}

pub async fn change_partnership(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    fields: PartnershipFields<'_>,
    revision: &str,
) -> Result<(), Failure> {
    let room = Room::enter_for(backend, call, Act::ChangePartnership, partnership).await?;
    let changed = Partnership::read(fields, is_zone)?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = partnership::Entity::find_by_id(room.id.0).lock_exclusive().one(tx).await?;
            let row = row.ok_or(Problem::not_found(What::Partnership))?;
            row.revision().expect(seen, || {
                let values = [("name", &row.name), ("short", &row.short), ("zone", &row.zone), ("accent", &row.accent)];
                values.map(|(field, value)| FieldValue { field: field.into(), value: value.clone() }).to_vec()
            })?;
            let changed = partnership::ActiveModel {
                id: Set(row.id),
                name: Set(changed.name),
                short: Set(changed.short),
                zone: Set(changed.zone),
                accent: Set(changed.accent.name().into()),
                revision: Set(row.revision().next().0),
                ..Default::default()
            };
            changed.update(tx).await?;
            Ok(())
        })
        .await
}

fn is_zone(name: &str) -> bool {
    Zone::named(name).is_ok()
}
