//! What waits for whom: one list of kinds to which every feature adds its own, and whom an item waits for.

use serde::{Deserialize, Serialize};

use crate::{
    ids::{OrganisationId, PartnershipId, PersonId, SeatId},
    named::choices,
    partnerships::{HeldSeat, Place, Role},
    problem::{Problem, Reason},
};

choices! {
    /// Each is about one thing, its subject. A feature that lets something wait adds its kind here.
    WaitingKind {
        /// Of a process.
        WriteMandate = "write_mandate",
        /// Of a phase that has to deliver something.
        Deliver = "deliver",
        /// Of a seat that nobody holds.
        FillSeat = "fill_seat",
        /// Of an organisation: what it can help with, and whom to turn to.
        ConfirmOrganisation = "confirm_organisation",
    }
}

impl WaitingKind {
    /// How long it takes, in minutes, as somebody who does it calmly would say.
    pub const fn minutes(self) -> u32 {
        match self {
            Self::WriteMandate => 20,
            Self::Deliver => 30,
            Self::FillSeat => 5,
            Self::ConfirmOrganisation => 3,
        }
    }
}

/// It does not wait for a person where it waits for a seat: whoever takes over the seat takes over what waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitsFor {
    Person(PersonId),
    Seat(SeatId),
    /// Whoever looks after the place.
    Secretariat(Place),
    /// Whoever speaks for the organisation in the partnership.
    Delegates(PartnershipId, OrganisationId),
}

/// As what somebody is the one it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerned {
    Personally,
    By(SeatId),
    /// The holder of that seat has given it to somebody who stands in.
    StandingIn(SeatId),
}

impl WaitsFor {
    /// Whether it waits for this person, who has these seats. Who only stands in is not waited for until given it.
    pub fn concerns(self, person: PersonId, seats: &[HeldSeat], given_to: Option<PersonId>) -> Option<Concerned> {
        if let Self::Person(one) = self {
            return (one == person).then_some(Concerned::Personally);
        }
        let seat =
            |is_substitute: bool| seats.iter().find(|seat| seat.is_substitute == is_substitute && self.is_by(seat));
        let held = seat(false).map(|seat| Concerned::By(seat.seat));
        held.or_else(|| {
            let given = given_to == Some(person);
            seat(true).filter(|_| given).map(|seat| Concerned::StandingIn(seat.seat))
        })
    }

    fn is_by(self, seat: &HeldSeat) -> bool {
        match self {
            Self::Person(_) => false,
            Self::Seat(one) => seat.seat == one,
            Self::Secretariat(place) => {
                matches!(seat.role, Role::Secretariat | Role::Facilitator) && seat.counts_in(place)
            }
            Self::Delegates(partnership, organisation) => {
                seat.role == Role::Delegate && seat.is_of(partnership, organisation)
            }
        }
    }
}

/// To whom the holder of a seat gives what waits: the one who has stood in for longest, if it is somebody else.
pub fn give_to_substitute(substitutes: impl IntoIterator<Item = PersonId>) -> Result<PersonId, Problem> {
    substitutes.into_iter().next().ok_or_else(|| Problem::invalid("", Reason::NoSubstitute))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::BodyId;

    const ME: PersonId = PersonId(Uuid::from_u128(1));
    const SEAT: SeatId = SeatId(Uuid::from_u128(2));
    const HERE: Place = Place::whole(PartnershipId(Uuid::from_u128(3)));
    const BODY: Place = Place { body: Some(BodyId(Uuid::from_u128(4))), ..HERE };
    const OWN: OrganisationId = OrganisationId(Uuid::from_u128(5));
    const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(6));

    fn seat(role: Role, place: Place) -> HeldSeat {
        HeldSeat { seat: SEAT, place, organisation: OWN, role, is_substitute: false }
    }

    #[test]
    fn it_waits_for_whoever_has_the_seat_and_not_for_who_stands_in() {
        let delegate = seat(Role::Delegate, HERE);
        let by_seat = Some(Concerned::By(SEAT));
        assert_eq!(WaitsFor::Person(ME).concerns(ME, &[], None), Some(Concerned::Personally));
        assert_eq!(WaitsFor::Person(ME).concerns(PersonId(Uuid::from_u128(9)), &[delegate], None), None);
        assert_eq!(WaitsFor::Seat(SEAT).concerns(ME, &[delegate], None), by_seat);
        assert_eq!(WaitsFor::Seat(SEAT).concerns(ME, &[HeldSeat { is_substitute: true, ..delegate }], None), None);
        let stands_in = [HeldSeat { is_substitute: true, ..delegate }];
        assert_eq!(WaitsFor::Seat(SEAT).concerns(ME, &stands_in, Some(ME)), Some(Concerned::StandingIn(SEAT)));
        assert_eq!(WaitsFor::Seat(SEAT).concerns(ME, &[], Some(ME)), None, "no longer");
        assert_eq!(WaitsFor::Delegates(HERE.partnership, OWN).concerns(ME, &[delegate], None), by_seat);
        assert_eq!(WaitsFor::Delegates(HERE.partnership, OTHER).concerns(ME, &[delegate], None), None);
        assert_eq!(WaitsFor::Secretariat(BODY).concerns(ME, &[seat(Role::Secretariat, HERE)], None), by_seat);
        assert_eq!(WaitsFor::Secretariat(HERE).concerns(ME, &[seat(Role::Secretariat, BODY)], None), None);
        assert_eq!(WaitsFor::Secretariat(HERE).concerns(ME, &[seat(Role::Member, HERE)], None), None);
    }

    #[test]
    fn without_a_substitute_there_is_nobody_to_give_it_to() {
        assert_eq!(give_to_substitute([ME]), Ok(ME));
        assert_eq!(give_to_substitute([]), Err(Problem::invalid("", Reason::NoSubstitute)));
    }
}
