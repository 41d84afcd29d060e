//! The stakeholder map: every organisation by type and region, what it can help with, and whom to turn to.

use std::collections::{BTreeSet, HashMap};

use domain::{
    day::Day,
    ids::OrganisationId,
    moment::Moment,
    partnerships::{ActorType, Membership, Name},
    permissions::{Act, Object},
    problem::{Problem, Reason},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    entities::{membership, organisation, seat},
    register::{self, Register},
    room::{Room, read},
};
use crate::{Backend, Failure, accounts::Call};

/// As it stands in the address of the page; what is empty is not filtered by.
#[derive(Clone, Copy, Debug, Default)]
pub struct StakeholderFilter<'a> {
    pub search: &'a str,
    pub actor_type: &'a str,
    pub region: &'a str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderRow {
    pub id: OrganisationId,
    pub name: Name,
    /// The name, had earlier or by one that has gone up in it, under which the search found it.
    pub found_as: Option<String>,
    pub actor_type: ActorType,
    pub region: Option<String>,
    pub municipality: Option<String>,
    pub helps_with: String,
    pub contact: Option<String>,
    pub confirmed_at: Option<Moment>,
    pub membership: Membership,
    pub seats: usize,
    /// The first day without it, for one that ended without a successor.
    pub ended_on: Option<Day>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderMap {
    pub today: Day,
    /// By type, region and name.
    pub rows: Vec<StakeholderRow>,
    /// All that there are to filter by.
    pub regions: Vec<String>,
    pub may_add: bool,
}

pub async fn stakeholders(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    filter: StakeholderFilter<'_>,
) -> Result<StakeholderMap, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let actor_type = match filter.actor_type {
        "" => None,
        name => Some(ActorType::parse(name).map_err(|_| Problem::invalid("actor_type", Reason::UnknownChoice))?),
    };
    let db = backend.store.read();
    let register = Register::of(db, room.id).await?;
    let models = organisation::Entity::find()
        .filter(organisation::Column::Id.in_subquery(register::members(room.id)))
        .all(db)
        .await?;
    let of_here = membership::Entity::find().filter(membership::Column::Partnership.eq(room.id.0));
    let memberships: HashMap<Uuid, String> =
        of_here.all(db).await?.into_iter().map(|row| (row.organisation, row.kind)).collect();
    let seats = seats_by_organisation(backend, &room, &register).await?;
    let regions = models.iter().filter_map(|model| model.region.clone()).collect::<BTreeSet<_>>();
    let found = found(&register, filter.search, room.today);
    let mut rows = Vec::new();
    for model in models {
        let id = OrganisationId(model.id);
        let Some(found_as) = found.get(&id) else { continue };
        let row = StakeholderRow {
            id,
            name: register.known_on(id, room.today)?.name,
            found_as: found_as.clone(),
            actor_type: read(&model.actor_type, "an actor type")?,
            membership: read(memberships.get(&model.id).map_or("", String::as_str), "a membership")?,
            seats: seats.get(&id).copied().unwrap_or(0),
            confirmed_at: model.confirmed_at.map(Moment),
            ended_on: model.ending()?.map(|ending| ending.on).filter(|on| *on <= room.today),
            region: model.region,
            municipality: model.municipality,
            helps_with: model.helps_with,
            contact: model.contact,
        };
        let of_type = actor_type.is_none_or(|wanted| wanted == row.actor_type);
        if of_type && (filter.region.is_empty() || row.region.as_deref() == Some(filter.region)) {
            rows.push(row);
        }
    }
    rows.sort_by_cached_key(|row| (row.actor_type, row.region.clone(), row.name.short.to_lowercase()));
    let may_add = call.may(Act::ChangeOrganisation, Object::In(room.place(None))).is_ok();
    Ok(StakeholderMap { today: room.today, rows, regions: regions.into_iter().collect(), may_add })
}

/// What the search finds, each with the name it was found under when that is not its present one.
fn found(register: &Register, search: &str, today: Day) -> HashMap<OrganisationId, Option<String>> {
    let search = search.trim().to_lowercase();
    if search.is_empty() {
        return register.there_on(today).into_iter().map(|known| (known.id, None)).collect();
    }
    let mut found = HashMap::new();
    for organisation in register.all() {
        let standing = register.succession.standing_for(organisation.id, today);
        let present = organisation.name_on(today);
        let matches = |name: &str| name.to_lowercase().contains(&search);
        if standing == organisation.id && (matches(&present.short) || matches(&present.official)) {
            found.insert(standing, None);
        } else if let Some(name) = organisation.known_as().find(|name| matches(name)) {
            found.entry(standing).or_insert_with(|| Some(name.to_owned()));
        }
    }
    found
}

async fn seats_by_organisation(
    backend: &Backend,
    room: &Room,
    register: &Register,
) -> Result<HashMap<OrganisationId, usize>, Failure> {
    let of_here =
        seat::Entity::find().filter(seat::Column::Partnership.eq(room.id.0)).filter(seat::Column::DeletedAt.is_null());
    let mut counts = HashMap::new();
    for seat in of_here.all(backend.store.read()).await? {
        let standing = register.succession.standing_for(seat.organisation(), room.today);
        *counts.entry(standing).or_insert(0) += 1;
    }
    Ok(counts)
}
