//! The partnership that a call is about: found, allowed, and with the day that it is there.

use domain::{
    day::Day,
    ids::{BodyId, PartnershipId},
    partnerships::{Accent, Place},
    permissions::{Act, Object},
    problem::{Problem, What},
    revision::Revision,
};
use sea_orm::EntityTrait;

use super::entities::{
    partnership::{Entity, Model},
    seat,
};
use crate::{Backend, Failure, Unexpected, accounts::Call, zones::Zone};

pub struct Room {
    pub id: PartnershipId,
    pub row: Model,
    pub zone: Zone,
    pub today: Day,
}

impl Room {
    /// For whoever may see it; to all others there is no such partnership.
    pub async fn enter(backend: &Backend, call: &Call, partnership: &str) -> Result<Self, Failure> {
        call.caller.person().ok_or(Problem::NotSignedIn)?;
        let id = partnership.parse().map_err(|_| Problem::not_found(What::Partnership))?;
        call.may(Act::SeePartnership, Object::In(Place::whole(id)))?;
        Self::of(backend, id).await
    }

    /// For what has been allowed already.
    pub async fn of(backend: &Backend, id: PartnershipId) -> Result<Self, Failure> {
        let row = Entity::find_by_id(id.0).one(backend.store.read()).await?;
        let row = row.ok_or(Problem::not_found(What::Partnership))?;
        let zone = Zone::named(&row.zone)?;
        let today = zone.day_of(backend.clock.now());
        Ok(Self { id, row, zone, today })
    }

    /// For whoever may do this to the partnership as a whole.
    pub async fn enter_for(backend: &Backend, call: &Call, act: Act, partnership: &str) -> Result<Self, Failure> {
        let room = Self::enter(backend, call, partnership).await?;
        call.may(act, Object::In(room.place(None)))?;
        Ok(room)
    }

    pub const fn place(&self, body: Option<BodyId>) -> Place {
        Place { partnership: self.id, body }
    }
}

impl Model {
    pub fn accent(&self) -> Result<Accent, Unexpected> {
        read(&self.accent, "an accent")
    }

    pub fn revision(&self) -> Revision {
        Revision(self.revision)
    }
}

pub fn place_of(seat: &seat::Model) -> Place {
    Place { partnership: PartnershipId(seat.partnership), body: seat.body.map(BodyId) }
}

/// What a column holds, which only we have written.
pub fn read<T: std::str::FromStr>(text: &str, what: &str) -> Result<T, Unexpected> {
    text.parse().map_err(|_| Unexpected::new(format!("{text:?} is not {what}")))
}

/// Like [`read`], for a column that may hold nothing.
pub fn read_optional<T: std::str::FromStr>(text: Option<&str>, what: &str) -> Result<Option<T>, Unexpected> {
    text.map(|text| read(text, what)).transpose()
}
