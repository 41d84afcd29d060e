//! The organisations of a partnership with all their names, read in three questions however many there are.

use std::collections::HashMap;

use domain::{
    day::Day,
    ids::{OrganisationId, PartnershipId},
    partnerships::{Ending, Name, Organisation, Succession},
    problem::{Problem, What},
    revision::Revision,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};
use uuid::Uuid;

use super::{
    entities::{membership, organisation, organisation_alias, organisation_name},
    room::read,
};
use crate::{Failure, Unexpected};

/// An organisation under the name it has, or had on the day that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: OrganisationId,
    pub name: Name,
}

pub struct Register {
    organisations: HashMap<OrganisationId, Organisation>,
    pub succession: Succession,
}

impl Register {
    /// Of all that are or were in the partnership.
    pub async fn of(db: &impl ConnectionTrait, partnership: PartnershipId) -> Result<Self, Failure> {
        let rows = organisation::Entity::find()
            .filter(organisation::Column::Id.in_subquery(members(partnership)))
            .all(db)
            .await?;
        let names = organisation_name::Entity::find()
            .filter(organisation_name::Column::Organisation.in_subquery(members(partnership)))
            .order_by_asc(organisation_name::Column::FromDay)
            .all(db)
            .await?;
        let aliases = organisation_alias::Entity::find()
            .filter(organisation_alias::Column::Organisation.in_subquery(members(partnership)))
            .order_by_asc(organisation_alias::Column::Id)
            .all(db)
            .await?;
        let organisations = put_together(&rows, names, aliases)?;
        let succession = organisations.values().filter_map(|one| Some((one.id, one.ending?))).collect();
        Ok(Self { organisations, succession })
    }

    pub fn get(&self, id: OrganisationId) -> Result<&Organisation, Problem> {
        self.organisations.get(&id).ok_or(Problem::not_found(What::Organisation))
    }

    pub fn all(&self) -> impl Iterator<Item = &Organisation> {
        self.organisations.values()
    }

    /// Those that are there that day, by name.
    pub fn there_on(&self, day: Day) -> Vec<Known> {
        let there = self.all().filter(|organisation| organisation.is_there_on(day));
        let mut known = there.map(|one| Known { id: one.id, name: one.name_on(day).clone() }).collect::<Vec<_>>();
        known.sort_by_cached_key(|known| known.name.short.to_lowercase());
        known
    }

    /// Under the name it had that day.
    pub fn known_on(&self, id: OrganisationId, day: Day) -> Result<Known, Failure> {
        let missing = || Unexpected::new(format!("organisation {id} is not in the partnership"));
        let organisation = self.organisations.get(&id).ok_or_else(missing)?;
        Ok(Known { id, name: organisation.name_on(day).clone() })
    }

    /// The one that stands in its place that day, under the name which that one had.
    pub fn standing_on(&self, id: OrganisationId, day: Day) -> Result<Known, Failure> {
        self.known_on(self.succession.standing_for(id, day), day)
    }

    /// From a form's choice: an organisation of the partnership.
    pub fn chosen(&self, text: &str) -> Result<OrganisationId, Problem> {
        let id = text.parse().map_err(|_| Problem::not_found(What::Organisation))?;
        self.get(id).map(|organisation| organisation.id)
    }
}

/// Which organisations are or were in the partnership.
pub fn members(PartnershipId(partnership): PartnershipId) -> SelectStatement {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::Organisation)
        .filter(membership::Column::Partnership.eq(partnership))
        .into_query()
}

/// The endings of all that have ended, wherever they are.
pub async fn succession(db: &impl ConnectionTrait) -> Result<Succession, Failure> {
    let ended = organisation::Entity::find().filter(organisation::Column::Ending.is_not_null()).all(db).await?;
    let endings = ended.iter().map(|row| Ok(row.ending()?.map(|ending| (OrganisationId(row.id), ending))));
    Ok(endings.collect::<Result<Vec<_>, Unexpected>>()?.into_iter().flatten().collect())
}

/// One organisation, from its row.
pub async fn organisation(db: &impl ConnectionTrait, row: &organisation::Model) -> Result<Organisation, Failure> {
    let names = organisation_name::Entity::find()
        .filter(organisation_name::Column::Organisation.eq(row.id))
        .order_by_asc(organisation_name::Column::FromDay)
        .all(db)
        .await?;
    let aliases = organisation_alias::Entity::find()
        .filter(organisation_alias::Column::Organisation.eq(row.id))
        .order_by_asc(organisation_alias::Column::Id)
        .all(db)
        .await?;
    let together = put_together(std::slice::from_ref(row), names, aliases)?.into_values().next();
    Ok(together.ok_or_else(|| Unexpected::new(format!("organisation {} has no name", row.id)))?)
}

fn put_together(
    rows: &[organisation::Model],
    names: Vec<organisation_name::Model>,
    aliases: Vec<organisation_alias::Model>,
) -> Result<HashMap<OrganisationId, Organisation>, Unexpected> {
    let mut named: HashMap<Uuid, Vec<organisation_name::Model>> = HashMap::new();
    for name in names {
        named.entry(name.organisation).or_default().push(name);
    }
    let mut known_as: HashMap<Uuid, Vec<String>> = HashMap::new();
    for alias in aliases {
        known_as.entry(alias.organisation).or_default().push(alias.alias);
    }
    let organisation = |row: &organisation::Model| {
        let mut names = named.remove(&row.id).unwrap_or_default().into_iter();
        let first = names.next().ok_or_else(|| Unexpected::new(format!("organisation {} has no name", row.id)))?;
        let name = |row: organisation_name::Model| Name { short: row.short, official: row.official };
        let renamings = names.map(|row| Ok((read(&row.from_day, "a day")?, name(row))));
        let organisation = Organisation {
            id: OrganisationId(row.id),
            renamings: renamings.collect::<Result<_, Unexpected>>()?,
            first_name: name(first),
            aliases: known_as.remove(&row.id).unwrap_or_default(),
            ending: row.ending()?,
        };
        Ok((organisation.id, organisation))
    };
    rows.iter().map(organisation).collect()
}

impl organisation::Model {
    pub fn ending(&self) -> Result<Option<Ending>, Unexpected> {
        let (Some(kind), Some(on)) = (&self.ending, &self.ended_on) else { return Ok(None) };
        let successor = self.successor.map(OrganisationId);
        Ok(Some(Ending { kind: read(kind, "an ending")?, on: read(on, "a day")?, successor }))
    }

    pub fn revision(&self) -> Revision {
        Revision(self.revision)
    }
}
