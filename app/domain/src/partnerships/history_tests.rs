//! On every past day the right name and the right holder: one organisation renamed and merged, one seat with five holders.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    day::{
        Day, Period,
        tests::{day, days},
    },
    ids::{OrganisationId, PersonId, TenureId},
    problem::{Problem, Reason},
};

fn organisation(id: u128, short: &str) -> Organisation {
    let first_name = Name { short: short.into(), official: format!("{short}s kommun") };
    let id = OrganisationId(Uuid::from_u128(id));
    Organisation { id, first_name, renamings: Vec::new(), aliases: Vec::new(), ending: None }
}

fn name(short: &str) -> Name {
    Name { short: short.into(), official: short.into() }
}

fn merged(on: &str, into: &Organisation) -> Ending {
    Ending { kind: EndingKind::Merged, on: day(on), successor: Some(into.id) }
}

fn person(id: usize) -> PersonId {
    PersonId(Uuid::from_u128(id as u128 + 1))
}

fn tenure(id: usize) -> TenureId {
    TenureId(Uuid::from_u128(id as u128 + 1))
}

#[test]
fn an_organisation_is_called_on_each_day_what_it_was_called_then() {
    let mut council = organisation(1, "Regionförbundet");
    for (from, called) in [("2017-01-01", "Region Örebro"), ("2019-05-01", "Region Örebro län")] {
        let event = council.rename(name(called), day(from)).expect("later than the last");
        council.apply(event);
    }
    let again = council.rename(name("Örebro"), day("2019-05-01"));
    assert_eq!(again, Err(Problem::invalid("from", Reason::TooEarly { earliest: day("2019-05-02") })));
    for (on, called) in [
        ("2016-12-31", "Regionförbundet"),
        ("2017-01-01", "Region Örebro"),
        ("2019-04-30", "Region Örebro"),
        ("2019-05-01", "Region Örebro län"),
        ("2027-01-01", "Region Örebro län"),
    ] {
        assert_eq!(council.name_on(day(on)).short, called, "{on}");
    }
    assert!(council.is_found_by("regionförbundet") && council.is_found_by("region örebro län"));
}

#[test]
fn a_merged_organisation_is_followed_by_its_successor_from_that_day_on() {
    let (mut old, mut middle, new) = (organisation(1, "Gamla"), organisation(2, "Mellan"), organisation(3, "Nya"));
    let none = Succession::default();
    let event = old.end(merged("2020-01-01", &middle), &none).expect("may merge");
    old.apply(event);
    let event = middle.end(merged("2024-01-01", &new), &none).expect("may merge");
    middle.apply(event);
    let all: Succession = [&old, &middle].iter().filter_map(|o| Some((o.id, o.ending?))).collect();
    for (on, stands) in
        [("2019-12-31", old.id), ("2020-01-01", middle.id), ("2023-12-31", middle.id), ("2024-01-01", new.id)]
    {
        assert_eq!(all.standing_for(old.id, day(on)), stands, "{on}");
    }
    assert_eq!(all.predecessors(new.id, day("2024-01-01")), [old.id, middle.id]);
    assert_eq!(all.predecessors(new.id, day("2023-12-31")), []);
    assert_eq!(all.successors(old.id).collect::<Vec<_>>(), [middle.id, new.id]);

    let itself = Err(Problem::invalid("successor", Reason::FollowsItself));
    assert_eq!(new.end(merged("2025-01-01", &new), &all), itself);
    assert_eq!(new.end(merged("2025-01-01", &old), &all), itself, "nor by a detour");
    let other = organisation(4, "Andra");
    let gone = Err(Problem::invalid("successor", Reason::HasEnded));
    assert_eq!(other.end(merged("2025-01-01", &old), &all), gone);
    let nobody = Ending { kind: EndingKind::Merged, on: day("2025-01-01"), successor: None };
    assert_eq!(other.end(nobody, &all), Err(Problem::invalid("successor", Reason::Missing)));
    assert!(other.end(Ending { kind: EndingKind::Ended, ..nobody }, &all).is_ok());
    assert_eq!(old.rename(name("X"), day("2030-01-01")), Err(Problem::invalid("", Reason::HasEnded)));
    old.apply(old.revive().expect("it had ended"));
    assert!(old.rename(name("X"), day("2030-01-01")).is_ok());
}

#[test]
fn a_seat_with_five_holders_knows_each_on_their_days() {
    let mut seat = Seat::default();
    let handovers = ["2019-01-01", "2020-03-15", "2022-09-01", "2022-09-02", "2026-06-30"];
    for (n, from) in handovers.iter().enumerate() {
        for event in seat.hand_over(tenure(n), Some(person(n)), day(from)).expect("later than the last") {
            seat.apply(event);
        }
    }
    assert_eq!(seat.holder_on(day("2018-12-31")), None);
    assert_eq!(seat.empty_from(day("2018-12-31")), None, "somebody is there to the end");
    for (n, from) in handovers.iter().enumerate() {
        assert_eq!(seat.holder_on(day(from)), Some(person(n)), "{from}");
        assert_eq!(seat.holder_on(day(from).before()), n.checked_sub(1).map(person), "the day before {from}");
    }
    let same_day = seat.hand_over(tenure(9), Some(person(9)), day("2026-06-30"));
    assert_eq!(same_day, Err(Problem::invalid("from", Reason::TooEarly { earliest: day("2026-07-01") })));
    let same_person = seat.hand_over(tenure(9), Some(person(4)), day("2027-01-01"));
    assert_eq!(same_person, Err(Problem::invalid("person", Reason::HasSeat)));
    for event in seat.hand_over(tenure(9), None, day("2027-01-01")).expect("left empty") {
        seat.apply(event);
    }
    assert_eq!(seat.holder_on(day("2027-01-01")), None);
    assert_eq!(seat.empty_from(day("2026-12-01")), Some(day("2027-01-01")));
    assert_eq!(seat.empty_from(day("2027-03-01")), Some(day("2027-03-01")));
    let empty = seat.hand_over(tenure(9), None, day("2027-02-01"));
    assert_eq!(empty, Err(Problem::invalid("person", Reason::NobodyHere)));
}

#[test]
fn a_mistake_of_today_is_taken_back_and_put_right_on_the_same_day() {
    let mut seat = Seat::default();
    let today = day("2026-05-01");
    for (n, from) in [(0, day("2026-01-01")), (1, today)] {
        seat.hand_over(tenure(n), Some(person(n)), from).expect("free").into_iter().for_each(|event| seat.apply(event));
    }
    assert_eq!(seat.withdraw(tenure(0), today), Err(Problem::invalid("", Reason::HasBegun)));
    let event = seat.withdraw(tenure(1), today).expect("it is of today");
    seat.apply(event);
    assert_eq!((seat.holder_on(today.before()), seat.holder_on(today)), (Some(person(0)), None));
    assert!(seat.hand_over(tenure(2), Some(person(0)), today).is_ok(), "also back to the one before");
}

#[test]
fn a_substitute_stands_in_until_taking_over() {
    let mut seat = Seat::default();
    for event in seat.hand_over(tenure(0), Some(person(0)), day("2026-01-01")).expect("first") {
        seat.apply(event);
    }
    let period = Period { from: day("2026-02-01"), to: None };
    let event = seat.appoint_substitute(tenure(1), person(1), period).expect("free");
    seat.apply(event);
    let twice = seat.appoint_substitute(tenure(2), person(0), period);
    assert_eq!(twice, Err(Problem::invalid("person", Reason::HasSeat)), "nobody stands in for oneself");
    for event in seat.hand_over(tenure(3), Some(person(1)), day("2026-05-01")).expect("takes over") {
        seat.apply(event);
    }
    assert_eq!(seat.holder_on(day("2026-05-01")), Some(person(1)));
    assert_eq!(seat.substitutes_on(day("2026-04-30")).collect::<Vec<_>>(), [person(1)]);
    assert_eq!(seat.substitutes_on(day("2026-05-01")).count(), 0);
    let into_the_next = seat.end_tenure(tenure(0), day("2026-05-01"));
    assert_eq!(into_the_next, Err(Problem::invalid("last", Reason::TooLate { latest: day("2026-04-30") })));
}

/// Something that may be asked of a seat.
#[derive(Clone, Copy, Debug)]
enum Wish {
    HandOver(Option<usize>, Day),
    StandIn(usize, Day, i32),
    End(usize, Day),
    Withdraw(usize, Day),
}

fn wishes() -> impl Strategy<Value = Wish> {
    prop_oneof![
        (prop::option::of(0_usize..5), days()).prop_map(|(person, from)| Wish::HandOver(person, from)),
        (0_usize..5, days(), 0_i32..900).prop_map(|(person, from, long)| Wish::StandIn(person, from, long)),
        (0_usize..20, days()).prop_map(|(tenure, last)| Wish::End(tenure, last)),
        (0_usize..20, days()).prop_map(|(tenure, today)| Wish::Withdraw(tenure, today)),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_a_seat_has_one_holder_a_day_and_nobody_twice(
        wishes in prop::collection::vec(wishes(), 0..20), on in days()
    ) {
        let mut seat = Seat::default();
        for (n, wish) in wishes.into_iter().enumerate() {
            let before = seat.clone();
            let events = match wish {
                Wish::HandOver(to, from) => seat.hand_over(tenure(n), to.map(person), from),
                Wish::StandIn(who, from, long) => {
                    let period = Period { from, to: Some(from.plus(long)) };
                    seat.appoint_substitute(tenure(n), person(who), period).map(|event| vec![event])
                }
                Wish::End(which, last) => seat.end_tenure(tenure(which), last).map(|event| vec![event]),
                Wish::Withdraw(which, today) => seat.withdraw(tenure(which), today).map(|event| vec![event]),
            };
            for event in events.unwrap_or_default() {
                seat.apply(event);
            }
            // Who has had it once has had it, whatever comes after.
            let kept = |was: &Tenure| seat.tenures.iter().any(|is| is.id == was.id && is.period.from == was.period.from);
            let withdrawn = matches!(wish, Wish::Withdraw(..));
            prop_assert!(before.tenures.iter().filter(|was| !kept(was)).count() <= usize::from(withdrawn));
        }
        let there = seat.tenures.iter().filter(|tenure| tenure.period.contains(on)).collect::<Vec<_>>();
        let holders = there.iter().filter(|tenure| tenure.kind == TenureKind::Holder).count();
        prop_assert!(holders <= 1, "{:?}", seat);
        let mut persons = there.iter().map(|tenure| tenure.person).collect::<Vec<_>>();
        persons.sort();
        persons.dedup();
        prop_assert_eq!(persons.len(), there.len());
        prop_assert!(seat.tenures.iter().all(|t| t.period.to.is_none_or(|to| t.period.from <= to)));
    }

    #[test]
    fn no_succession_ever_comes_back_to_itself(
        merges in prop::collection::vec((0_u128..6, 0_u128..6, days()), 0..30), on in days()
    ) {
        let mut all = (0..6).map(|id| organisation(id, "X")).collect::<Vec<_>>();
        for (one, into, when) in merges {
            let (one, into) = (usize::try_from(one).expect("small"), all[usize::try_from(into).expect("small")].id);
            let succession: Succession = all.iter().filter_map(|o| Some((o.id, o.ending?))).collect();
            let ending = Ending { kind: EndingKind::Merged, on: when, successor: Some(into) };
            if let Ok(event) = all[one].end(ending, &succession) {
                all[one].apply(event);
            }
        }
        let succession: Succession = all.iter().filter_map(|o| Some((o.id, o.ending?))).collect();
        for one in &all {
            let standing = succession.standing_for(one.id, on);
            prop_assert_eq!(succession.standing_for(standing, on), standing);
            prop_assert!(one.ending.is_none_or(|ending| ending.successor != Some(one.id)));
        }
    }
}
