//! One organisation: its names over time, what it followed upon, its seats, and what it stands behind.

use domain::{
    day::Day,
    ids::OrganisationId,
    moment::Moment,
    partnerships::{EndingKind, Membership, Name, Profile},
    permissions::{Act, Object},
    problem::{Problem, What},
    revision::Revision,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    entities::{membership, organisation},
    register::{Known, Register},
    room::{Room, read},
    seats::{SeatRow, Table},
};
use crate::{Backend, Failure, Unexpected, accounts::Call};

/// A name, and from which day on; the first one from before anything was known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    pub from: Option<Day>,
    pub name: Name,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingRow {
    pub kind: EndingKind,
    pub on: Day,
    pub successor: Option<Known>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationPage {
    pub id: OrganisationId,
    pub today: Day,
    /// As it is called today.
    pub name: Name,
    /// The earliest first.
    pub names: Vec<NameRow>,
    pub profile: Profile,
    pub confirmed_at: Option<Moment>,
    pub membership: Membership,
    pub ending: Option<EndingRow>,
    pub predecessors: Vec<Known>,
    /// With those of its predecessors.
    pub seats: Vec<SeatRow>,
    /// To choose a successor from.
    pub others: Vec<Known>,
    pub revision: Revision,
    /// Names, ending, membership.
    pub may_change: bool,
    /// Profile and confirmation.
    pub may_tell: bool,
}

pub async fn organisation(
    backend: &Backend,
    call: &Call,
    partnership: &str,
    organisation: &str,
) -> Result<OrganisationPage, Failure> {
    let room = Room::enter(backend, call, partnership).await?;
    let db = backend.store.read();
    let register = Register::of(db, room.id).await?;
    let id = register.chosen(organisation)?;
    let known = register.get(id)?;
    let missing = Problem::not_found(What::Organisation);
    let model = organisation::Entity::find_by_id(id.0).one(db).await?.ok_or(missing.clone())?;
    let member = membership::Entity::find()
        .filter(membership::Column::Partnership.eq(room.id.0))
        .filter(membership::Column::Organisation.eq(id.0));
    let member = member.one(db).await?.ok_or(missing)?;
    let first = NameRow { from: None, name: known.first_name.clone() };
    let renamed = known.renamings.iter().map(|(from, name)| NameRow { from: Some(*from), name: name.clone() });
    let ending = known.ending.map(|ending| {
        let successor = ending.successor.map(|id| register.known_on(id, room.today)).transpose()?;
        Ok::<_, Failure>(EndingRow { kind: ending.kind, on: ending.on, successor })
    });
    let predecessors = register.succession.predecessors(id, room.today).into_iter();
    let seats = Table::of(backend, &room).await?.rows(&register, room.today, |seat| {
        let of = seat.organisation();
        of == id || register.succession.standing_for(of, room.today) == id
    })?;
    let mut others = register.there_on(room.today);
    others.retain(|other| other.id != id);
    Ok(OrganisationPage {
        id,
        today: room.today,
        name: known.name_on(room.today).clone(),
        names: std::iter::once(first).chain(renamed).collect(),
        profile: model.profile(known.aliases.clone())?,
        confirmed_at: model.confirmed_at.map(Moment),
        membership: read(&member.kind, "a membership")?,
        ending: ending.transpose()?,
        predecessors: predecessors.map(|id| register.known_on(id, room.today)).collect::<Result<_, _>>()?,
        seats,
        others,
        revision: model.revision(),
        may_change: call.may(Act::ChangeOrganisation, Object::In(room.place(None))).is_ok(),
        may_tell: call.may(Act::TellOfOrganisation, Object::Organisation(room.id, id)).is_ok(),
    })
}

impl organisation::Model {
    pub fn profile(&self, aliases: Vec<String>) -> Result<Profile, Unexpected> {
        Ok(Profile {
            actor_type: read(&self.actor_type, "an actor type")?,
            region: self.region.clone(),
            municipality: self.municipality.clone(),
            aliases,
            helps_with: self.helps_with.clone(),
            contact: self.contact.clone(),
        })
    }
}
