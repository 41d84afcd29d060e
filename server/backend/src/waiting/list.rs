//! What waits for the one who asks, the nearest first, with the names of what it is about.

use std::collections::HashMap;

use domain::{
    day::Day,
    ids::{OrganisationId, PartnershipId, PersonId, ProcessId, SeatId, WaitingId},
    moment::Moment,
    partnerships::{HeldSeat, Role},
    permissions::Act,
    processes::PhaseKind,
    waiting::{Concerned, WaitingKind, WaitsFor},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    entity::{Column, Entity, Model},
    expectation::{DELEGATES, SECRETARIAT},
};
use crate::{
    Backend, Failure,
    accounts::{self, Call},
    partnerships::{
        PersonRef,
        entities::{body, organisation_name, partnership, tenure},
        room::read,
    },
    processes::entities::{phase, process},
    zones::Zone,
};

/// Nobody has more to do at once.
const LISTED: u64 = 200;

/// As what somebody is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForWhom {
    Personally,
    /// Whoever holds this seat of mine.
    Seat(SeatId, OrganisationId),
    /// The holder of this seat has given it to me, who stands in.
    StandingIn(SeatId, OrganisationId),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRow {
    pub id: WaitingId,
    pub kind: WaitingKind,
    /// A process, phase, seat or organisation, as the kind says.
    pub subject: Uuid,
    pub partnership: PartnershipId,
    pub partnership_short: String,
    /// With its title.
    pub process: Option<(ProcessId, String)>,
    pub phase: Option<PhaseKind>,
    /// By its short name.
    pub organisation: Option<(OrganisationId, String)>,
    pub for_whom: ForWhom,
    /// The organisation whose seat that is, by its short name.
    pub acting_for: Option<String>,
    pub due_at: Moment,
    /// Its last day, where it is due.
    pub due_on: Day,
    /// The day that it is there.
    pub today: Day,
    pub minutes: u32,
    /// Somebody stands in for my seat.
    pub may_give: bool,
    /// To whom I gave it; it is still mine to take back.
    pub given_to: Option<PersonRef>,
}

pub async fn waiting(backend: &Backend, call: &Call) -> Result<Vec<WaitingRow>, Failure> {
    let person = call.may_own(Act::SeeStart)?;
    let now = backend.clock.now();
    let seats = call.caller.seats();
    let shown = mine(person, seats).add(Column::NotBefore.lte(now.0));
    let found = Entity::find()
        .filter(shown)
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(LISTED)
        .all(backend.store.read())
        .await?;
    let mut wanted = Vec::new();
    for model in found {
        if let Some(for_whom) = for_whom(&model, person, seats)? {
            wanted.push((model, for_whom));
        }
    }
    let named = Named::of(backend, wanted.iter().map(|(model, _)| model), seats).await?;
    let rows = wanted.into_iter().filter_map(|(model, for_whom)| named.row(&model, for_whom, now).transpose());
    rows.collect()
}

/// What may concern somebody with these seats; [`WaitsFor::concerns`] has the last word.
pub fn mine(PersonId(person): PersonId, seats: &[HeldSeat]) -> Condition {
    let held = || seats.iter().filter(|seat| !seat.is_substitute);
    let led = held().filter(|seat| matches!(seat.role, Role::Secretariat | Role::Facilitator));
    let spoken_for = held().filter(|seat| seat.role == Role::Delegate);
    let of_secretariats = Condition::all()
        .add(Column::WaitsFor.eq(SECRETARIAT))
        .add(Column::Partnership.is_in(led.map(|seat| seat.place.partnership.0)));
    let of_delegates = Condition::all()
        .add(Column::WaitsFor.eq(DELEGATES))
        .add(Column::Organisation.is_in(spoken_for.map(|seat| seat.organisation.0)));
    let any = Condition::any()
        .add(Column::Person.eq(person))
        .add(Column::GivenTo.eq(person))
        .add(Column::Seat.is_in(held().map(|seat| seat.seat.0)))
        .add(of_secretariats)
        .add(of_delegates);
    Condition::all().add(any)
}

pub fn for_whom(model: &Model, person: PersonId, seats: &[HeldSeat]) -> Result<Option<ForWhom>, Failure> {
    let waits_for: WaitsFor = model.waits_for()?;
    let organisation = |id| seats.iter().find(|seat| seat.seat == id).map(|seat| seat.organisation);
    Ok(match waits_for.concerns(person, seats, model.given_to.map(PersonId)) {
        Some(Concerned::Personally) => Some(ForWhom::Personally),
        Some(Concerned::By(seat)) => organisation(seat).map(|of| ForWhom::Seat(seat, of)),
        Some(Concerned::StandingIn(seat)) => organisation(seat).map(|of| ForWhom::StandingIn(seat, of)),
        None => None,
    })
}

/// The names of what items are about, asked for all at once.
struct Named {
    partnerships: HashMap<Uuid, partnership::Model>,
    processes: HashMap<Uuid, String>,
    phases: HashMap<Uuid, String>,
    removed_bodies: Vec<Uuid>,
    organisations: HashMap<Uuid, Vec<organisation_name::Model>>,
    persons: HashMap<PersonId, String>,
    stood_in_for: Vec<tenure::Model>,
}

impl Named {
    async fn of(
        backend: &Backend,
        items: impl Iterator<Item = &Model> + Clone,
        seats: &[HeldSeat],
    ) -> Result<Self, Failure> {
        let db = backend.store.read();
        let partnerships = partnership::Entity::find()
            .filter(partnership::Column::Id.is_in(items.clone().map(|item| item.partnership)))
            .all(db)
            .await?;
        let processes = process::Entity::find()
            .filter(process::Column::Id.is_in(items.clone().filter_map(|item| item.process)))
            .filter(process::Column::DeletedAt.is_null())
            .all(db)
            .await?;
        let phases = phase::Entity::find()
            .filter(phase::Column::Id.is_in(items.clone().map(|item| item.subject)))
            .all(db)
            .await?;
        let removed_bodies = body::Entity::find()
            .select_only()
            .column(body::Column::Id)
            .filter(body::Column::Id.is_in(items.clone().filter_map(|item| item.body)))
            .filter(body::Column::DeletedAt.is_not_null())
            .into_tuple()
            .all(db)
            .await?;
        let named = items.clone().filter_map(|item| item.organisation);
        let named = named.chain(seats.iter().map(|seat| seat.organisation.0));
        let names = organisation_name::Entity::find()
            .filter(organisation_name::Column::Organisation.is_in(named))
            .order_by_asc(organisation_name::Column::FromDay)
            .all(db)
            .await?;
        let mut organisations: HashMap<Uuid, Vec<_>> = HashMap::new();
        for name in names {
            organisations.entry(name.organisation).or_default().push(name);
        }
        let given_to = items.filter_map(|item| item.given_to).map(PersonId).collect();
        let persons = accounts::names(backend, given_to).await?;
        let held = seats.iter().filter(|seat| !seat.is_substitute).map(|seat| seat.seat.0);
        let stood_in_for = tenure::Entity::find()
            .filter(tenure::Column::Seat.is_in(held))
            .filter(tenure::Column::Kind.eq(domain::partnerships::TenureKind::Substitute.name()))
            .all(db)
            .await?;
        Ok(Self {
            partnerships: partnerships.into_iter().map(|row| (row.id, row)).collect(),
            processes: processes.into_iter().map(|row| (row.id, row.title)).collect(),
            phases: phases.into_iter().map(|row| (row.id, row.kind)).collect(),
            removed_bodies,
            organisations,
            persons,
            stood_in_for,
        })
    }

    /// None for what belongs to a process or a body that was removed.
    fn row(&self, item: &Model, for_whom: ForWhom, now: Moment) -> Result<Option<WaitingRow>, Failure> {
        let Some(partnership) = self.partnerships.get(&item.partnership) else { return Ok(None) };
        let process = item.process.map(|id| self.processes.get(&id).map(|title| (ProcessId(id), title.clone())));
        if process == Some(None) || item.body.is_some_and(|body| self.removed_bodies.contains(&body)) {
            return Ok(None);
        }
        let zone = Zone::named(&partnership.zone)?;
        let day = zone.day_of(now);
        let today = day.to_string();
        let short = |OrganisationId(id)| {
            let mut names = self.organisations.get(&id)?.iter().rev();
            names.find(|name| name.from_day <= today).map(|name| name.short.clone())
        };
        let organisation = item.organisation.map(OrganisationId).and_then(|id| Some((id, short(id)?)));
        let is_there = |row: &tenure::Model| row.from_day <= today && row.to_day.as_ref().is_none_or(|to| today <= *to);
        let acting_for = match for_whom {
            ForWhom::Seat(_, organisation) | ForWhom::StandingIn(_, organisation) => short(organisation),
            ForWhom::Personally => None,
        };
        let may_give = match for_whom {
            ForWhom::Seat(seat, _) => self.stood_in_for.iter().any(|row| row.seat == seat.0 && is_there(row)),
            ForWhom::Personally | ForWhom::StandingIn(..) => false,
        };
        let given_to = item.given_to.map(PersonId).filter(|_| matches!(for_whom, ForWhom::Seat(..)));
        let kind: WaitingKind = read(&item.kind, "a kind of waiting")?;
        let phase = self.phases.get(&item.subject).map(|kind| read(kind, "a phase")).transpose()?;
        Ok(Some(WaitingRow {
            id: WaitingId(item.id),
            kind,
            subject: item.subject,
            partnership: PartnershipId(partnership.id),
            partnership_short: partnership.short.clone(),
            process: process.flatten(),
            phase,
            organisation,
            for_whom,
            acting_for,
            due_at: Moment(item.due_at),
            due_on: zone.day_of(Moment(item.due_at.saturating_sub(1))),
            today: day,
            minutes: kind.minutes(),
            may_give: may_give && item.given_to.is_none(),
            given_to: given_to.map(|id| PersonRef { id, name: self.persons.get(&id).cloned() }),
        }))
    }
}
