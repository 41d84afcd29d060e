//! The lists there are, and one of them in one of its versions.

use domain::{
    actor::Actor,
    ids::{ListId, OrganisationId},
    lists::{Item, ListKind},
    moment::Moment,
    permissions::{Act, Object},
    problem::{Problem, What},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entities::{item, list, version},
    replacing::Owner,
};
use crate::{
    Backend, Failure,
    accounts::Call,
    partnerships::{
        Known,
        register::Register,
        room::{Room, read},
    },
};

/// A list that somebody has filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    pub id: ListId,
    pub kind: ListKind,
    /// None when it is the whole partnership's.
    pub organisation: Option<Known>,
    pub version: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    pub number: i32,
    pub actor: Actor,
    pub at: Moment,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPage {
    pub kind: ListKind,
    pub organisation: Option<Known>,
    /// The version that holds; 0 as long as there is none.
    pub current: i32,
    /// The one that is shown.
    pub shown: i32,
    pub items: Vec<Item>,
    /// The latest first.
    pub versions: Vec<VersionRow>,
    pub may_replace: bool,
    /// There is one that comes with the product.
    pub is_shipped: bool,
}

/// Those of the partnership first, then those of its organisations.
pub async fn lists(backend: &Backend, call: &Call, partnership: &str) -> Result<Vec<ListRow>, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let db = backend.store.read();
    let register = Register::of(db, room.id).await?;
    let row = |model: list::Model| {
        let organisation = model.organisation.map(|id| register.standing_on(OrganisationId(id), room.today));
        Ok(ListRow {
            id: ListId(model.id),
            kind: read(&model.kind, "a kind of list")?,
            organisation: organisation.transpose()?,
            version: model.version,
        })
    };
    let found = list::Entity::find().filter(list::Column::Partnership.eq(room.id.0)).all(db).await?;
    let mut rows = found.into_iter().map(row).collect::<Result<Vec<_>, Failure>>()?;
    rows.sort_by_cached_key(|row| (row.organisation.as_ref().map(|of| of.name.short.to_lowercase()), row.kind));
    Ok(rows)
}

/// The partnership's, or that of an organisation when one is named; `version` is a number, or nothing for the present.
pub async fn list(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    owner: Owner<'_>,
    version: &str,
) -> Result<ListPage, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let db = backend.store.read();
    let missing = Problem::not_found(What::List);
    let kind = ListKind::parse(owner.kind).map_err(|_| missing.clone())?;
    let (organisation, object) = match owner.organisation {
        "" => (None, Object::In(room.place(None))),
        text => {
            let register = Register::of(db, room.id).await?;
            let id = register.chosen(text)?;
            (Some(register.standing_on(id, room.today)?), Object::Organisation(room.id, id))
        }
    };
    let model = find(db, &room, organisation.as_ref().map(|known| known.id), kind).await?;
    let current = model.as_ref().map_or(0, |model| model.version);
    let shown = match version {
        "" => current,
        text => text.parse().map_err(|_| missing.clone())?,
    };
    let (versions, items) = match &model {
        Some(model) => (versions(db, model).await?, items(db, model, shown).await?.ok_or(missing)?),
        None => (Vec::new(), Vec::new()),
    };
    let is_shipped = organisation.is_none() && kind.shipped().is_some();
    let may_replace = call.may(Act::ReplaceList, object).is_ok();
    Ok(ListPage { kind, organisation, current, shown, items, versions, may_replace, is_shipped })
}

pub async fn find(
    db: &impl ConnectionTrait,
    room: &Room,
    organisation: Option<OrganisationId>,
    kind: ListKind,
) -> Result<Option<list::Model>, Failure> {
    let of_owner = match organisation {
        Some(OrganisationId(id)) => list::Column::Organisation.eq(id),
        None => list::Column::Organisation.is_null(),
    };
    let of_kind = list::Entity::find()
        .filter(list::Column::Partnership.eq(room.id.0))
        .filter(list::Column::Kind.eq(kind.name()))
        .filter(of_owner);
    Ok(of_kind.one(db).await?)
}

/// None when it never had that version.
pub async fn items(db: &impl ConnectionTrait, list: &list::Model, number: i32) -> Result<Option<Vec<Item>>, Failure> {
    let of_number =
        version::Entity::find().filter(version::Column::List.eq(list.id)).filter(version::Column::Number.eq(number));
    let Some(version) = of_number.one(db).await? else { return Ok(None) };
    let rows = item::Entity::find()
        .filter(item::Column::Version.eq(version.id))
        .order_by_asc(item::Column::Place)
        .all(db)
        .await?;
    let item = |row: item::Model| Item { code: row.code, label: row.label, group: row.heading };
    Ok(Some(rows.into_iter().map(item).collect()))
}

async fn versions(db: &impl ConnectionTrait, list: &list::Model) -> Result<Vec<VersionRow>, Failure> {
    let rows = version::Entity::find()
        .filter(version::Column::List.eq(list.id))
        .order_by_desc(version::Column::Number)
        .all(db)
        .await?;
    let row = |row: version::Model| {
        Ok(VersionRow { number: row.number, actor: read(&row.actor, "an actor")?, at: Moment(row.created_at) })
    };
    rows.into_iter().map(row).collect()
}
