//! Every caller × every act × an object of one's own, a foreign one and the server, each with its exact answer.

use uuid::Uuid;

use super::{place_tests, *};
use crate::ids::{PersonId, TokenId};

const SELF: PersonId = PersonId(Uuid::from_u128(1));
const OTHER: PersonId = PersonId(Uuid::from_u128(2));

fn person(office: Office) -> Caller {
    Caller::Person { id: SELF, office, seats: Vec::new() }
}

fn token(office: Office, scopes: &[Scope]) -> Caller {
    Caller::Token { token: TokenId(Uuid::from_u128(3)), of: SELF, office, seats: Vec::new(), scopes: scopes.to_vec() }
}

/// One letter per answer: `+` yes, `s` sign in first, `n` not allowed, `-` not found.
fn letter(answer: &Result<(), Problem>, act: Act) -> char {
    match answer {
        Ok(()) => '+',
        Err(Problem::NotSignedIn) => 's',
        Err(Problem::NotAllowed) => 'n',
        Err(Problem::NotFound { what }) if *what == act.what() => '-',
        Err(other) => panic!("{act:?} answers {other:?}"),
    }
}

/// For each act: own, foreign, server, for each caller in the order of [`callers`].
const TABLE: [(Act, [&str; 9]); 24] = [
    //                       nobody former member secret. admin  m.read m.both a.both a.none
    (Act::SeeDesign, ["+++", "+++", "+++", "+++", "+++", "+++", "+++", "+++", "+++"]),
    (Act::SignIn, ["+++", "+++", "+++", "+++", "+++", "+++", "+++", "+++", "+++"]),
    (Act::SeeStart, ["sss", "sss", "+-+", "+-+", "+-+", "+-+", "+-+", "+-+", "nnn"]),
    (Act::SeeSettings, ["sss", "sss", "+-n", "+-n", "+-n", "+-n", "+-n", "+-n", "nnn"]),
    (Act::ChangeProfile, ["sss", "sss", "+-n", "+-n", "+-n", "nnn", "+-n", "+-n", "nnn"]),
    (Act::ChangeSecurity, ["sss", "sss", "+-n", "+-n", "+-n", "nnn", "nnn", "nnn", "nnn"]),
    (Act::EndSession, ["sss", "sss", "+-n", "+-n", "+-n", "nnn", "nnn", "nnn", "nnn"]),
    (Act::GiveWaiting, ["sss", "sss", "+-n", "+-n", "+-n", "nnn", "+-n", "+-n", "nnn"]),
    (Act::SeePeople, ["sss", "sss", "n-n", "+-+", "+-+", "n-n", "n-n", "+-+", "nnn"]),
    (Act::SeePerson, ["sss", "sss", "+-n", "+++", "+++", "+-n", "+-n", "+++", "nnn"]),
    (Act::Invite, ["sss", "sss", "n-n", "+-+", "+-+", "nnn", "n-n", "+-+", "nnn"]),
    (Act::InviteToOffice, ["sss", "sss", "n-n", "n-n", "+-+", "nnn", "nnn", "nnn", "nnn"]),
    (Act::ChangeInvitation, ["sss", "sss", "n-n", "+++", "+++", "nnn", "n-n", "+++", "nnn"]),
    (Act::ChangeOffice, ["sss", "sss", "n-n", "nnn", "+++", "nnn", "nnn", "nnn", "nnn"]),
    (Act::EndAccount, ["sss", "sss", "n-n", "nnn", "+++", "nnn", "nnn", "nnn", "nnn"]),
    (Act::RestoreAccount, ["sss", "sss", "n-n", "nnn", "+++", "nnn", "nnn", "nnn", "nnn"]),
    (Act::SeeAdministration, ["sss", "sss", "n-n", "n-n", "+-+", "nnn", "nnn", "nnn", "nnn"]),
    (Act::SeeOutbox, ["sss", "sss", "n-n", "n-n", "+-+", "nnn", "nnn", "nnn", "nnn"]),
    (Act::SeeJobs, ["sss", "sss", "n-n", "n-n", "+-+", "nnn", "nnn", "nnn", "nnn"]),
    (Act::ChangeJob, ["sss", "sss", "n-n", "n-n", "+-+", "nnn", "nnn", "nnn", "nnn"]),
    (Act::SeeRecord, ["sss", "sss", "n-n", "n-n", "+-+", "nnn", "nnn", "nnn", "nnn"]),
    (Act::SeeFile, ["sss", "sss", "+-n", "+++", "+++", "+-n", "+-n", "+++", "nnn"]),
    (Act::SeePartnerships, ["sss", "sss", "+-+", "+-+", "+-+", "+-+", "+-+", "+-+", "nnn"]),
    (Act::BeginPartnership, ["sss", "sss", "n-n", "+-+", "+-+", "nnn", "n-n", "+-+", "nnn"]),
];

fn callers() -> [Caller; 9] {
    [
        Caller::Nobody,
        Caller::Former(SELF),
        person(Office::Member),
        person(Office::Secretariat),
        person(Office::Administrator),
        token(Office::Member, &[Scope::Read]),
        token(Office::Member, &[Scope::Read, Scope::Write]),
        token(Office::Administrator, &[Scope::Read, Scope::Write]),
        token(Office::Administrator, &[]),
    ]
}

#[test]
fn every_caller_gets_the_exact_answer() {
    for (act, expected) in TABLE {
        for (caller, expected) in callers().iter().zip(expected) {
            let objects = [Object::Of(SELF), Object::Of(OTHER), Object::Server];
            let answers = objects.map(|object| letter(&may(caller, act, object), act));
            assert_eq!(answers.iter().collect::<String>(), expected, "{caller:?} {act:?}");
        }
    }
}

#[test]
fn every_act_is_in_one_of_the_two_tables_once() {
    let listed = TABLE.iter().map(|(act, _)| *act).chain(place_tests::TABLE.iter().map(|(act, _)| *act));
    assert_eq!(listed.collect::<Vec<_>>(), Act::ALL);
}

#[test]
fn a_token_never_may_more_than_its_person() {
    for act in Act::ALL {
        for office in Office::ALL {
            for object in [Object::Of(SELF), Object::Of(OTHER), Object::Server] {
                let by_token = may(&token(office, &[Scope::Read, Scope::Write]), act, object);
                assert!(
                    by_token.is_err() || may(&person(office), act, object).is_ok(),
                    "{office:?} {act:?} {object:?}"
                );
            }
        }
    }
}
