//! What the rows of a file would become in the partnership as it is now.

use std::collections::{HashMap, HashSet};

use domain::{
    csv::{RowFault, Sheet},
    ids::BodyId,
    imports::{self, NewSeat, Rows, Surroundings},
    partnerships::NewOrganisation,
    problem::{Fault, Reason},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::entity::Model;
use crate::{
    Failure, accounts,
    partnerships::{entities::body, register::Register, room::Room},
};

pub async fn organisations(
    db: &impl ConnectionTrait,
    room: &Room,
    import: &Model,
) -> Result<Rows<NewOrganisation>, Failure> {
    let register = Register::of(db, room.id).await?;
    let known = register.all().flat_map(|one| one.known_as().map(str::to_lowercase).collect::<Vec<_>>());
    let known = known.collect::<HashSet<_>>();
    Ok(imports::organisations(&Sheet::read(&import.file)?, &known)?)
}

pub async fn seats(db: &impl ConnectionTrait, room: &Room, import: &Model) -> Result<Rows<NewSeat>, Failure> {
    let register = Register::of(db, room.id).await?;
    let mut organisations = HashMap::new();
    for organisation in register.all() {
        let standing = register.succession.standing_for(organisation.id, room.today);
        organisations.extend(organisation.known_as().map(|name| (name.to_lowercase(), standing)));
    }
    // A name that is somebody's today is meant for that one, whoever had it before.
    organisations.extend(register.there_on(room.today).into_iter().map(|one| (one.name.short.to_lowercase(), one.id)));
    let bodies = body::Entity::find()
        .filter(body::Column::Partnership.eq(room.id.0))
        .filter(body::Column::DeletedAt.is_null())
        .all(db)
        .await?;
    let bodies = bodies.into_iter().map(|body| (body.name.to_lowercase(), BodyId(body.id))).collect();
    let around = Surroundings { organisations, bodies, today: room.today };
    let rows = imports::seats(&Sheet::read(&import.file)?, &around)?;
    with_accounts(db, import, rows).await
}

/// An address without an account is taken only from those who may begin one, and one whose account was ended not at all.
async fn with_accounts(
    db: &impl ConnectionTrait,
    import: &Model,
    rows: Rows<NewSeat>,
) -> Result<Rows<NewSeat>, Failure> {
    let known = accounts::known(db, rows.good.iter().map(|row| &row.email)).await?;
    let is_there = |row: &NewSeat| known.get(row.email.as_str()).copied().unwrap_or(import.may_invite);
    let Rows { good, mut refused } = rows;
    let (good, without): (Vec<_>, Vec<_>) = good.into_iter().partition(is_there);
    refused.extend(without.into_iter().map(|row| {
        let faults = vec![Fault { field: "email".into(), reason: Reason::NoAccount }];
        RowFault { line: row.line, faults }
    }));
    refused.sort_by_key(|row| row.line);
    Ok(Rows { good, refused })
}
