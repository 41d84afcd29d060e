//! The partnerships one sits in, and the page of one.

use std::collections::HashMap;

use domain::{
    accounts::Office,
    day::Day,
    ids::{PartnershipId, SeatId},
    partnerships::{Accent, Place, Role},
    permissions::{Act, Object},
    problem::Problem,
    revision::Revision,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    bodies::{self, BodyRow},
    entities::{membership, partnership},
    register::Register,
    room::Room,
    seats::{SeatRow, Table},
};
use crate::{Backend, Failure, accounts::Call};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnershipRow {
    pub id: PartnershipId,
    pub name: String,
    pub short: String,
    pub accent: Accent,
    pub organisations: u64,
    /// Mine in it; an administrator sees partnerships without sitting in them.
    pub roles: Vec<Role>,
}

/// A seat of one's own, or one in which one stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MySeat {
    pub seat: SeatRow,
    pub is_substitute: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnershipPage {
    pub id: PartnershipId,
    pub name: String,
    pub short: String,
    pub zone: String,
    pub accent: Accent,
    pub revision: Revision,
    pub today: Day,
    pub organisations: usize,
    pub bodies: Vec<BodyRow>,
    pub my_seats: Vec<MySeat>,
    /// Whom to turn to.
    pub secretariat: Vec<SeatRow>,
    pub may_change: bool,
    pub may_change_bodies: bool,
    pub may_change_organisations: bool,
    pub may_change_seats: bool,
}

/// Those one sits in, by name; for administrators, all.
pub async fn list_partnerships(backend: &Backend, call: &Call) -> Result<Vec<PartnershipRow>, Failure> {
    call.may(Act::SeePartnerships, Object::Server)?;
    let (_, office) = call.caller.person().ok_or(Problem::NotSignedIn)?;
    let mut query = partnership::Entity::find().order_by_asc(partnership::Column::Name);
    if office != Office::Administrator {
        let mine = call.caller.seats().iter().map(|seat| seat.place.partnership.0);
        query = query.filter(partnership::Column::Id.is_in(mine));
    }
    let rows = query.all(backend.store.read()).await?;
    let counts = membership::Entity::find()
        .select_only()
        .column(membership::Column::Partnership)
        .column_as(membership::Column::Organisation.count(), "organisations")
        .filter(membership::Column::Partnership.is_in(rows.iter().map(|row| row.id)))
        .group_by(membership::Column::Partnership)
        .into_tuple::<(Uuid, i64)>()
        .all(backend.store.read())
        .await?
        .into_iter()
        .collect::<HashMap<_, _>>();
    let row = |row: partnership::Model| {
        let id = PartnershipId(row.id);
        let mine = call.caller.seats().iter().filter(|seat| seat.place.partnership == id);
        Ok(PartnershipRow {
            id,
            accent: row.accent()?,
            organisations: counts.get(&row.id).and_then(|count| u64::try_from(*count).ok()).unwrap_or(0),
            roles: mine.map(|seat| seat.role).collect(),
            name: row.name,
            short: row.short,
        })
    };
    rows.into_iter().map(row).collect()
}

pub async fn partnership(backend: &Backend, call: &Call, partnership: &str) -> Result<PartnershipPage, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let register = Register::of(backend.store.read(), room.id).await?;
    let table = Table::of(backend, &room).await?;
    let rows = table.rows(&register, room.today, |_| true)?;
    let mine: HashMap<SeatId, bool> = call.caller.seats().iter().map(|seat| (seat.seat, seat.is_substitute)).collect();
    let my_seats = rows.iter().filter_map(|row| {
        mine.get(&row.id).map(|is_substitute| MySeat { seat: row.clone(), is_substitute: *is_substitute })
    });
    let may = |act| call.may(act, Object::In(Place::whole(room.id))).is_ok();
    Ok(PartnershipPage {
        id: room.id,
        accent: room.row.accent()?,
        revision: room.row.revision(),
        today: room.today,
        organisations: register.all().filter(|one| one.is_there_on(room.today)).count(),
        bodies: bodies::rows(backend, &room, &register).await?,
        my_seats: my_seats.collect(),
        secretariat: rows.iter().filter(|row| row.role == Role::Secretariat && row.body.is_none()).cloned().collect(),
        may_change: may(Act::ChangePartnership),
        may_change_bodies: may(Act::ChangeBody),
        may_change_organisations: may(Act::ChangeOrganisation),
        may_change_seats: may(Act::ChangeSeat),
        name: room.row.name,
        short: room.row.short,
        zone: room.row.zone,
    })
}
