//! Organisations join a partnership, get another name, and say what they can help with.

use domain::{
    ids::{OrganisationId, PartnershipId},
    partnerships::{
        Membership, Name, NewOrganisation, NewOrganisationFields, OrganisationEvent, Profile, ProfileFields,
    },
    permissions::{Act, Object},
    problem::{Faults, FieldValue, Problem, What},
    revision::Revision,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use super::{
    entities::{membership, organisation, organisation_alias, organisation_name},
    expected::expect_confirmation,
    register,
    room::Room,
};
use crate::{Backend, Failure, accounts::Call, ids};

pub async fn add_organisation(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    fields: NewOrganisationFields<'_>,
) -> Result<OrganisationId, Failure> {
    let room = Room::enter_for(backend, call, Act::ChangeOrganisation, partnership).await?;
    let new = NewOrganisation::read(fields)?;
    backend.store.write(async |tx| insert(backend, tx, room.id, new).await).await
}

/// Lets an organisation of another partnership that one sits in join this one too, with those that follow upon it.
pub async fn add_member(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
    kind: &str,
) -> Result<(), Failure> {
    let room = Room::enter_for(backend, call, Act::ChangeOrganisation, partnership).await?;
    let missing = Problem::not_found(What::Organisation);
    let id: OrganisationId = organisation.parse().map_err(|_| missing.clone())?;
    let kind = Membership::parse(kind).map_err(|reason| Problem::invalid("membership", reason))?;
    let known_from = call.caller.seats().iter().map(|seat| seat.place.partnership.0).collect::<Vec<_>>();
    backend
        .store
        .write(async |tx| {
            let memberships = membership::Entity::find()
                .filter(membership::Column::Organisation.eq(id.0))
                .filter(membership::Column::Partnership.is_in(known_from))
                .all(tx)
                .await?;
            if memberships.is_empty() {
                return Err(missing.into());
            }
            let succession = register::succession(tx).await?;
            for joins in std::iter::once(id).chain(succession.successors(id)) {
                join(backend, tx, room.id, joins, kind).await?;
            }
            Ok(())
        })
        .await
}

pub async fn change_membership(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
    kind: &str,
) -> Result<(), Failure> {
    let room = Room::enter_for(backend, call, Act::ChangeOrganisation, partnership).await?;
    let missing = Problem::not_found(What::Organisation);
    let OrganisationId(id) = organisation.parse().map_err(|_| missing.clone())?;
    let kind = Membership::parse(kind).map_err(|reason| Problem::invalid("membership", reason))?;
    backend
        .store
        .write(async |tx| {
            let changed = membership::Entity::update_many()
                .set(membership::ActiveModel { kind: Set(kind.name().into()), ..Default::default() })
                .filter(membership::Column::Partnership.eq(room.id.0))
                .filter(membership::Column::Organisation.eq(id))
                .exec(tx)
                .await?;
            if changed.rows_affected == 0 { Err(missing.into()) } else { Ok(()) }
        })
        .await
}

/// From a day on it is called something else.
pub async fn rename_organisation(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
    name: [&str; 2],
    from: &str,
    revision: &str,
) -> Result<(), Failure> {
    let room = Room::enter_for(backend, call, Act::ChangeOrganisation, partnership).await?;
    let mut faults = Faults::default();
    let [short, official] = name;
    let name = Name::read(short, official, &mut faults);
    let from = faults.check("from", domain::day::Day::parse(from));
    let (name, from) = faults.whole(name.zip(from))?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, &room, organisation).await?;
            let present = register::organisation(tx, &row).await?;
            row.revision().expect(seen, || name_values(present.name_on(room.today)))?;
            if let OrganisationEvent::Renamed { from, name } = present.rename(name, from)? {
                insert_name(backend, tx, OrganisationId(row.id), Some(from), name).await?;
            }
            touch(tx, &row).await
        })
        .await
}

/// Whoever tells anew what it can help with has thereby confirmed it.
pub async fn change_organisation(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
    fields: ProfileFields<'_>,
    revision: &str,
) -> Result<(), Failure> {
    let room = enter_to_tell(backend, call, partnership, organisation).await?;
    let mut faults = Faults::default();
    let profile = Profile::read(fields, &mut faults);
    let profile = faults.whole(profile)?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, &room, organisation).await?;
            let present = row.profile(register::organisation(tx, &row).await?.aliases)?;
            row.revision().expect(seen, || profile_values(&present))?;
            if present.aliases != profile.aliases {
                let of_it = organisation_alias::Column::Organisation.eq(row.id);
                organisation_alias::Entity::delete_many().filter(of_it).exec(tx).await?;
                insert_aliases(backend, tx, OrganisationId(row.id), &profile.aliases).await?;
            }
            let now = backend.clock.now();
            expect_confirmation(backend, tx, room.id, OrganisationId(row.id), Some(now)).await?;
            let changed = organisation::ActiveModel {
                id: Set(row.id),
                confirmed_at: Set(Some(now.0)),
                revision: Set(row.revision().next().0),
                ..columns(profile)
            };
            changed.update(tx).await?;
            Ok(())
        })
        .await
}

/// What is told of it still holds.
pub async fn confirm_organisation(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
) -> Result<(), Failure> {
    let room = enter_to_tell(backend, call, partnership, organisation).await?;
    backend
        .store
        .write(async |tx| {
            let row = locked(tx, &room, organisation).await?;
            let now = backend.clock.now();
            expect_confirmation(backend, tx, room.id, OrganisationId(row.id), Some(now)).await?;
            let confirmed_at = Set(Some(now.0));
            organisation::ActiveModel { id: Set(row.id), confirmed_at, ..Default::default() }.update(tx).await?;
            Ok(())
        })
        .await
}

async fn enter_to_tell(backend: &Backend, call: &Call, partnership: &str, organisation: &str) -> Result<Room, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let id = organisation.parse().map_err(|_| Problem::not_found(What::Organisation))?;
    call.may(Act::TellOfOrganisation, Object::Organisation(room.id, id))?;
    Ok(room)
}

/// The organisation, if it is one of this partnership, locked until the transaction ends.
pub async fn locked(tx: &DatabaseTransaction, room: &Room, organisation: &str) -> Result<organisation::Model, Failure> {
    let missing = Problem::not_found(What::Organisation);
    let OrganisationId(id) = organisation.parse().map_err(|_| missing.clone())?;
    let of_here = organisation::Column::Id.in_subquery(register::members(room.id));
    let row = organisation::Entity::find_by_id(id).filter(of_here).lock_exclusive().one(tx).await?;
    Ok(row.ok_or(missing)?)
}

/// Makes it, under its first name, as a member of that partnership.
pub async fn insert(
    backend: &Backend,
    tx: &DatabaseTransaction,
    partnership: PartnershipId,
    new: NewOrganisation,
) -> Result<OrganisationId, Failure> {
    let now = backend.clock.now();
    let id = OrganisationId(ids::in_order(now)?);
    let aliases = new.profile.aliases.clone();
    let row = organisation::ActiveModel {
        id: Set(id.0),
        confirmed_at: Set(None),
        ending: Set(None),
        ended_on: Set(None),
        successor: Set(None),
        revision: Set(Revision::FIRST.0),
        created_at: Set(now.0),
        ..columns(new.profile)
    };
    row.insert(tx).await?;
    insert_name(backend, tx, id, None, new.name).await?;
    insert_aliases(backend, tx, id, &aliases).await?;
    join(backend, tx, partnership, id, new.membership).await?;
    expect_confirmation(backend, tx, partnership, id, None).await?;
    Ok(id)
}

/// Nothing happens to one that is a member already.
pub async fn join(
    backend: &Backend,
    tx: &DatabaseTransaction,
    partnership: PartnershipId,
    organisation: OrganisationId,
    kind: Membership,
) -> Result<(), Failure> {
    let now = backend.clock.now();
    let row = membership::ActiveModel {
        id: Set(ids::in_order(now)?),
        partnership: Set(partnership.0),
        organisation: Set(organisation.0),
        kind: Set(kind.name().into()),
        created_at: Set(now.0),
    };
    let once = [membership::Column::Partnership, membership::Column::Organisation];
    let unless_there = membership::Entity::insert(row).on_conflict_do_nothing_on(once);
    unless_there.exec_without_returning(tx).await?;
    Ok(())
}

/// Each change of it counts, so that whoever changes something else has seen this one.
pub async fn touch(tx: &DatabaseTransaction, row: &organisation::Model) -> Result<(), Failure> {
    let revision = Set(row.revision().next().0);
    organisation::ActiveModel { id: Set(row.id), revision, ..Default::default() }.update(tx).await?;
    Ok(())
}

async fn insert_name(
    backend: &Backend,
    tx: &DatabaseTransaction,
    OrganisationId(organisation): OrganisationId,
    from: Option<domain::day::Day>,
    name: Name,
) -> Result<(), Failure> {
    let row = organisation_name::ActiveModel {
        id: Set(ids::in_order(backend.clock.now())?),
        organisation: Set(organisation),
        from_day: Set(from.map(|day| day.to_string()).unwrap_or_default()),
        short: Set(name.short),
        official: Set(name.official),
    };
    row.insert(tx).await?;
    Ok(())
}

async fn insert_aliases(
    backend: &Backend,
    tx: &DatabaseTransaction,
    OrganisationId(organisation): OrganisationId,
    aliases: &[String],
) -> Result<(), Failure> {
    for alias in aliases {
        let id = ids::in_order(backend.clock.now())?;
        let row =
            organisation_alias::ActiveModel { id: Set(id), organisation: Set(organisation), alias: Set(alias.clone()) };
        row.insert(tx).await?;
    }
    Ok(())
}

fn columns(profile: Profile) -> organisation::ActiveModel {
    organisation::ActiveModel {
        actor_type: Set(profile.actor_type.name().into()),
        region: Set(profile.region),
        municipality: Set(profile.municipality),
        helps_with: Set(profile.helps_with),
        contact: Set(profile.contact),
        ..Default::default()
    }
}

fn name_values(name: &Name) -> Vec<FieldValue> {
    let values = [("short", &name.short), ("official", &name.official)];
    values.map(|(field, value)| FieldValue { field: field.into(), value: value.clone() }).to_vec()
}

fn profile_values(profile: &Profile) -> Vec<FieldValue> {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        ("actor_type", profile.actor_type.name().to_owned()),
        ("region", optional(&profile.region)),
        ("municipality", optional(&profile.municipality)),
        ("aliases", profile.aliases.join("\n")),
        ("helps_with", profile.helps_with.clone()),
        ("contact", optional(&profile.contact)),
    ]
    .map(|(field, value)| FieldValue { field: field.into(), value })
    .to_vec()
}
