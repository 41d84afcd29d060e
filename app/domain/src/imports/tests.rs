//! Files as people bring them: every row is taken, or refused with what is wrong in it.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    csv::Sheet,
    day::tests::day,
    ids::{BodyId, OrganisationId},
};

fn sheet(text: &str) -> Sheet {
    Sheet::read(text.as_bytes()).expect("a sheet")
}

fn told(refused: &[RowFault]) -> Vec<(u32, &str, Reason)> {
    refused.iter().flat_map(|row| row.faults.iter().map(|f| (row.line, f.field.as_str(), f.reason))).collect()
}

fn around() -> Surroundings {
    Surroundings {
        organisations: HashMap::from([("region sörmland".into(), OrganisationId(Uuid::from_u128(1)))]),
        bodies: HashMap::from([("ledningsgruppen".into(), BodyId(Uuid::from_u128(2)))]),
        today: day("2027-01-01"),
    }
}

#[test]
fn organisations_are_new_and_named_once() {
    let file =
        "Kortnamn;Aktörstyp;Län\nKinda;public;Östergötlands län\nkinda;public;\nFlen;public;\n=A1;public;\nYdre;ö;\n";
    let known = HashSet::from(["flen".to_owned()]);
    let rows = organisations(&sheet(file), &known).expect("the columns are there");
    assert_eq!(rows.good.iter().map(|new| new.name.short.as_str()).collect::<Vec<_>>(), ["Kinda"]);
    assert_eq!(
        told(&rows.refused),
        [
            (3, "short", Reason::Repeated { line: 2 }),
            (4, "short", Reason::AlreadyThere),
            (5, "short", Reason::Formula),
            (6, "actor_type", Reason::UnknownChoice),
        ]
    );
    let lacking = organisations(&sheet("a,b\n1,2\n"), &known).expect_err("no name");
    assert_eq!(lacking.at("file"), Some(Reason::NoSuchColumn));
}

#[test]
fn seats_name_what_is_there_and_a_person_has_one_name() {
    let file = "Namn,E-post,Organisation,Organ,Roll,Från\n\
        Maria Hedlund,maria@example.se,Region Sörmland,Ledningsgruppen,delegate,2026-01-01\n\
        Maria Hedlund,MARIA@example.se,region sörmland,,member,\n\
        Maja Hedlund,maria@example.se,Region Sörmland,,observer,\n\
        Maria Hedlund,maria@example.se,Region Sörmland,,member,\n\
        ,maria,Region X,Y,king,i går\n";
    let rows = seats(&sheet(file), &around()).expect("the columns are there");
    let from = rows.good.iter().map(|new| (new.body.is_some(), new.from)).collect::<Vec<_>>();
    assert_eq!(from, [(true, day("2026-01-01")), (false, day("2027-01-01"))]);
    assert_eq!(
        told(&rows.refused),
        [
            (4, "name", Reason::OtherName { line: 2 }),
            (5, "email", Reason::Repeated { line: 3 }),
            (6, "name", Reason::Missing),
            (6, "email", Reason::NotAnAddress),
            (6, "organisation", Reason::UnknownName),
            (6, "body", Reason::UnknownName),
            (6, "role", Reason::UnknownChoice),
            (6, "from", Reason::NotADay),
        ]
    );
}

#[test]
fn what_was_looked_through_is_confirmed_once_and_undone_once() {
    let closed = Err(Problem::Closed { since: Moment(1) });
    assert_eq!(ImportState::Previewed.confirm(3, Moment(1)), Ok(ImportState::Writing));
    assert_eq!(ImportState::Previewed.confirm(0, Moment(1)), Err(Problem::invalid("file", Reason::Missing)));
    for state in ImportState::ALL.iter().filter(|state| **state != ImportState::Previewed) {
        assert_eq!(state.confirm(3, Moment(1)), closed, "{state}");
        assert_eq!(state.undo(Moment(1)).is_ok(), *state == ImportState::Written, "{state}");
    }
}

proptest! {
    #[test]
    fn every_row_is_either_taken_or_refused(rows in prop::collection::vec("[a-zåäö@. =]{0,12},[a-z@.]{0,12},(region sörmland)?,,(member)?", 1..20)) {
        let sheet = sheet(&format!("namn,email,organisation,organ,roll\n{}\n", rows.join("\n")));
        let read = seats(&sheet, &around()).expect("the columns are there");
        prop_assert_eq!(read.good.len() + read.refused.len(), sheet.rows.len());
    }
}
