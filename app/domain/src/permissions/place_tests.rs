//! Every role × every act × every kind of place, with its exact answer; and as what each role may speak.

use uuid::Uuid;

use super::*;
use crate::{
    actor::{ActingAs, Voice},
    ids::{BodyId, OrganisationId, PartnershipId, PersonId, SeatId, TokenId},
    partnerships::{HeldSeat, Place},
    processes::Access,
};

const HERE: Place = Place::whole(PartnershipId(Uuid::from_u128(1)));
const ELSEWHERE: Place = Place::whole(PartnershipId(Uuid::from_u128(2)));
const BODY: Place = Place { body: Some(BodyId(Uuid::from_u128(3))), ..HERE };
const OTHER_BODY: Place = Place { body: Some(BodyId(Uuid::from_u128(4))), ..HERE };
const OWN: OrganisationId = OrganisationId(Uuid::from_u128(5));
const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(6));
const SEAT: SeatId = SeatId(Uuid::from_u128(7));

/// The partnership, a body, another body, one's own organisation, another one, a foreign partnership, a process that
/// the partnership reads, the same when one of the caller's seats may write, a body's process for its secretariat only.
const OBJECTS: [Object; 9] = [
    Object::In(HERE),
    Object::In(BODY),
    Object::In(OTHER_BODY),
    Object::Organisation(HERE.partnership, OWN),
    Object::Organisation(HERE.partnership, OTHER),
    Object::In(ELSEWHERE),
    Object::Process { place: HERE, access: Access::PartnershipReads, named: None },
    Object::Process { place: HERE, access: Access::PartnershipReads, named: Some(Level::Writes) },
    Object::Process { place: BODY, access: Access::SecretariatOnly, named: None },
];

fn seat(place: Place, role: Role) -> HeldSeat {
    HeldSeat { seat: SEAT, place, organisation: OWN, role, is_substitute: false }
}

fn person(office: Office, seats: &[HeldSeat]) -> Caller {
    Caller::Person { id: PersonId(Uuid::from_u128(9)), office, seats: seats.to_vec() }
}

fn callers() -> [Caller; 9] {
    let member = |place, role| person(Office::Member, &[seat(place, role)]);
    [
        member(HERE, Role::Secretariat),
        member(BODY, Role::Secretariat),
        member(HERE, Role::Facilitator),
        member(HERE, Role::Delegate),
        member(BODY, Role::Delegate),
        member(HERE, Role::Member),
        member(HERE, Role::Observer),
        person(Office::Administrator, &[]),
        person(Office::Secretariat, &[]),
    ]
}

/// For each act the answers on [`OBJECTS`]: `+` yes, `n` not allowed, `-` not found.
pub const TABLE: [(Act, [&str; 9]); 13] = [
    //                           secret.   body s.   facilit.  delegate  body del. member    observer  admin     office
    (
        Act::SeePartnership,
        [
            "+++nn-nnn",
            "+++nn-nnn",
            "+++nn-nnn",
            "+++nn-nn-",
            "+++nn-nn-",
            "+++nn-nn-",
            "+++nn-nn-",
            "+++nn+---",
            "---------",
        ],
    ),
    (
        Act::ChangePartnership,
        [
            "+++++-nnn",
            "n+nnn-nnn",
            "nnnnn-nnn",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "+++nn+---",
            "---------",
        ],
    ),
    (
        Act::ChangeBody,
        [
            "+++++-nnn",
            "n+nnn-nnn",
            "nnnnn-nnn",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::ChangeOrganisation,
        [
            "+++++-nnn",
            "n+nnn-nnn",
            "nnnnn-nnn",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::TellOfOrganisation,
        [
            "+++++-nnn",
            "n+nnn-nnn",
            "nnnnn-nnn",
            "nnn+n-nn-",
            "nnn+n-nn-",
            "nnn+n-nn-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::ChangeSeat,
        [
            "+++++-nnn",
            "n+nnn-nnn",
            "nnnnn-nnn",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "+++nn+---",
            "---------",
        ],
    ),
    (
        Act::StandBehind,
        [
            "nnnnn-nnn",
            "nnnnn-nnn",
            "nnnnn-nnn",
            "nnn+n-nn-",
            "nnn+n-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::ReplaceList,
        [
            "+++++-nnn",
            "n+nnn-nnn",
            "nnnnn-nnn",
            "nnn+n-nn-",
            "nnn+n-nn-",
            "nnn+n-nn-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::BeginProcess,
        [
            "+++++-nnn",
            "n+nnn-nnn",
            "+++++-nnn",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::SeeProcess,
        [
            "nnnnn-+++",
            "nnnnn-+++",
            "nnnnn-+++",
            "nnnnn-++-",
            "nnnnn-++-",
            "nnnnn-++-",
            "nnnnn-++-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::ChangeProcess,
        [
            "nnnnn-+++",
            "nnnnn-nn+",
            "nnnnn-+++",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::RemoveProcess,
        [
            "nnnnn-+++",
            "nnnnn-nn+",
            "nnnnn-nnn",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
    (
        Act::WriteInProcess,
        [
            "nnnnn-+++",
            "nnnnn-n++",
            "nnnnn-+++",
            "nnnnn-n+-",
            "nnnnn-n+-",
            "nnnnn-n+-",
            "nnnnn-nn-",
            "nnnnnn---",
            "---------",
        ],
    ),
];

fn is_of_places(act: Act) -> bool {
    TABLE.iter().any(|(listed, _)| *listed == act)
}

#[test]
fn every_role_gets_the_exact_answer() {
    for (act, expected) in TABLE {
        for (caller, expected) in callers().iter().zip(expected) {
            let answers = OBJECTS.map(|object| match may(caller, act, object) {
                Ok(()) => '+',
                Err(Problem::NotAllowed) => 'n',
                Err(problem) if problem == Problem::not_found(act.what()) => '-',
                Err(other) => panic!("{act:?} answers {other:?}"),
            });
            assert_eq!(answers.iter().collect::<String>(), expected, "{caller:?} {act:?}");
        }
    }
}

#[test]
fn acts_upon_places_are_nothing_to_do_to_the_server_or_a_person_and_the_other_way_round() {
    let administrator = person(Office::Administrator, &[seat(HERE, Role::Secretariat)]);
    let own = Object::Of(PersonId(Uuid::from_u128(9)));
    for act in Act::ALL {
        let upon_places = OBJECTS.iter().any(|object| may(&administrator, act, *object).is_ok());
        let upon_server = [Object::Server, own].iter().any(|object| may(&administrator, act, *object).is_ok());
        if matches!(act, Act::SeeDesign | Act::SignIn) {
            continue;
        }
        assert_eq!(upon_places, is_of_places(act) && act != Act::StandBehind, "{act:?}");
        assert_eq!(upon_server, !is_of_places(act), "{act:?}");
    }
}

#[test]
fn nobody_without_a_sign_in_and_no_program_stands_behind_anything() {
    let delegate = seat(HERE, Role::Delegate);
    let token = |scopes: &[Scope]| Caller::Token {
        token: TokenId(Uuid::from_u128(8)),
        of: PersonId(Uuid::from_u128(9)),
        office: Office::Member,
        seats: vec![delegate],
        scopes: scopes.to_vec(),
    };
    let own = Object::Organisation(HERE.partnership, OWN);
    assert_eq!(may(&Caller::Nobody, Act::SeePartnership, Object::In(HERE)), Err(Problem::NotSignedIn));
    assert_eq!(may(&token(&[Scope::Read]), Act::SeePartnership, Object::In(HERE)), Ok(()));
    assert_eq!(may(&token(&[Scope::Read]), Act::TellOfOrganisation, own), Err(Problem::NotAllowed));
    assert_eq!(may(&token(&[Scope::Read, Scope::Write]), Act::TellOfOrganisation, own), Ok(()));
    assert_eq!(may(&token(&[Scope::Read, Scope::Write]), Act::StandBehind, own), Err(Problem::NotAllowed));
}

#[test]
fn one_speaks_for_oneself_or_for_ones_own_organisation() {
    let speaks = |role| voices(&person(Office::Member, &[seat(HERE, role)]), BODY);
    let kinds = |role| speaks(role).into_iter().map(|acting| acting.voice).collect::<Vec<_>>();
    let (preliminary, anchored) = (Voice::Preliminary(OWN), Voice::Anchored(OWN));
    assert_eq!(kinds(Role::Delegate), [Voice::Personal, preliminary, anchored]);
    for role in [Role::Secretariat, Role::Facilitator, Role::Member] {
        assert_eq!(kinds(role), [Voice::Personal, preliminary], "{role}");
    }
    assert!(kinds(Role::Observer).is_empty() && kinds(Role::Evaluator).is_empty());
    let member = person(Office::Member, &[seat(HERE, Role::Member)]);
    let wanted = |voice| acting_as(&member, HERE, ActingAs { seat: Some(SEAT), voice });
    assert!(wanted(preliminary).is_ok());
    assert_eq!(wanted(anchored), Err(Problem::NotAllowed));
    assert_eq!(wanted(Voice::Preliminary(OTHER)), Err(Problem::NotAllowed));
    assert!(voices(&member, ELSEWHERE).is_empty());
}
