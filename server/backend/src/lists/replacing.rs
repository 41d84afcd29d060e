//! A list gets a new version: from a file, from what ships with the product, or from an earlier one. None is ever lost.

use domain::{
    csv::RowFault,
    ids::OrganisationId,
    lists::{Item, ListKind, Preview},
    permissions::{Act, Object},
    problem::{Fault, FieldValue, Problem, Reason, What},
    revision::Revision,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait, IntoActiveModel, QuerySelect};

use super::{
    entities::{item, list, version},
    reading::{find, items},
};
use crate::{
    Backend, Failure,
    accounts::Call,
    ids,
    partnerships::{entities::partnership, register::Register, room::Room},
};

/// So many rows go into one statement.
const AT_ONCE: usize = 500;

/// Whose list of which kind: of the whole partnership when no organisation is named.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'a> {
    pub organisation: &'a str,
    pub kind: &'a str,
}

/// By a file without faults; `seen` is the number of the version that was looked at. Its preview is the domain's
/// [`Preview::read`], which writes nothing.
pub async fn replace_list(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    owner: Owner<'_>,
    file: &[u8],
    seen: &str,
) -> Result<i32, Failure> {
    let preview = Preview::read(file)?;
    let told = |row: &RowFault| {
        let line = row.line;
        row.faults
            .iter()
            .map(move |fault| Fault { field: format!("{line}.{}", fault.field), reason: fault.reason })
            .collect()
    };
    let faults = preview.refused.iter().flat_map::<Vec<Fault>, _>(told).collect::<Vec<_>>();
    if !faults.is_empty() {
        return Err(Problem::Invalid { faults }.into());
    }
    replace(backend, call, partnership, owner, seen, async |_, _| Ok(preview.items)).await
}

pub async fn take_shipped(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    kind: &str,
    seen: &str,
) -> Result<i32, Failure> {
    let missing = Problem::not_found(What::List);
    let shipped = ListKind::from_name(kind).and_then(ListKind::shipped).ok_or(missing)?;
    let owner = Owner { organisation: "", kind };
    replace_list(backend, call, partnership, owner, shipped.as_bytes(), seen).await
}

/// As a new version, so that what came between stays to be seen.
pub async fn return_to_version(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    owner: Owner<'_>,
    number: &str,
    seen: &str,
) -> Result<i32, Failure> {
    let missing = Problem::not_found(What::List);
    let number = number.parse().map_err(|_| missing.clone())?;
    replace(backend, call, partnership, owner, seen, async |tx, list| match list {
        Some(list) => Ok(items(tx, list, number).await?.ok_or(missing)?),
        None => Err(missing.into()),
    })
    .await
}

async fn replace(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    owner: Owner<'_>,
    seen: &str,
    new: impl AsyncFnOnce(&DatabaseTransaction, Option<&list::Model>) -> Result<Vec<Item>, Failure>,
) -> Result<i32, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let kind = ListKind::parse(owner.kind).map_err(|_| Problem::not_found(What::List))?;
    let organisation = match owner.organisation {
        "" => None,
        text => Some(Register::of(backend.store.read(), room.id).await?.chosen(text)?),
    };
    let object = organisation.map_or(Object::In(room.place(None)), |id| Object::Organisation(room.id, id));
    call.may(Act::ReplaceList, object)?;
    let seen: i32 = seen.parse().map_err(|_| Problem::invalid("version", Reason::NotANumber))?;
    backend
        .store
        .write(async |tx| {
            // Two who make the first list of a kind at once make one.
            partnership::Entity::find_by_id(room.id.0).lock_exclusive().one(tx).await?;
            let present = find(tx, &room, organisation, kind).await?;
            let current = present.as_ref().map_or(0, |list| list.version);
            Revision(current.into()).expect(Revision(seen.into()), || {
                vec![FieldValue { field: "version".into(), value: current.to_string() }]
            })?;
            let items = new(tx, present.as_ref()).await?;
            let list = hold(backend, tx, &room, organisation, kind, present).await?;
            write(backend, tx, call, &list, items).await?;
            Ok(list.version)
        })
        .await
}

/// The list, on its next version.
async fn hold(
    backend: &Backend,
    tx: &DatabaseTransaction,
    room: &Room,
    organisation: Option<OrganisationId>,
    kind: ListKind,
    present: Option<list::Model>,
) -> Result<list::Model, Failure> {
    Ok(match present {
        Some(list) => {
            let version = Set(list.version + 1);
            list::ActiveModel { id: Set(list.id), version, ..Default::default() }.update(tx).await?
        }
        None => {
            let list = list::Model {
                id: ids::in_order(backend.clock.now())?,
                partnership: room.id.0,
                organisation: organisation.map(|id| id.0),
                kind: kind.name().into(),
                version: 1,
            };
            list.into_active_model().insert(tx).await?
        }
    })
}

async fn write(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    list: &list::Model,
    items: Vec<Item>,
) -> Result<(), Failure> {
    let now = backend.clock.now();
    let version = version::Model {
        id: ids::in_order(now)?,
        list: list.id,
        number: list.version,
        actor: call.actor()?.to_string(),
        created_at: now.0,
    };
    let version_id = version.id;
    version::Entity::insert(version.into_active_model()).exec_without_returning(tx).await?;
    let mut rows = Vec::new();
    for (place, new) in (0_i32..).zip(items) {
        let id = ids::in_order(now)?;
        let row = item::Model { id, version: version_id, place, code: new.code, label: new.label, heading: new.group };
        rows.push(row.into_active_model());
    }
    for some in rows.chunks(AT_ONCE) {
        item::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}
