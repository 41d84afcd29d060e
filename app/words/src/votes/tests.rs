//! A few sentences as they are read.

use domain::votes::{
    count::{Event, Purpose, Settled},
    decimal::Decimal,
    files::{Expected, Flaw},
};

use super::{en, list, sv};

#[test]
fn names_are_listed() {
    let names = |names: &[&str]| list(&names.iter().map(|name| (*name).into()).collect::<Vec<_>>(), "och");
    assert_eq!(names(&["A"]), "A");
    assert_eq!(names(&["A", "B", "C"]), "A, B och C");
}

#[test]
fn a_moved_ballot_is_told_with_its_worth() {
    let moved = |to: Option<&str>, papers| Event::Moved {
        from: "Castor".into(),
        to: to.map(Into::into),
        papers,
        value: Decimal::new(25_000, 5),
        votes: Decimal::new(100_000, 5),
    };
    let english = (en::WORDS.event)(&moved(Some("Pollux"), 4));
    assert_eq!(english, "4 ballots worth 0.25000 each go from Castor to Pollux: 1.00000.");
    let swedish = (sv::WORDS.event)(&moved(None, 1));
    assert_eq!(swedish, "1 röstsedel à 0.25000 från Castor har inga fler namn: 1.00000.");
}

#[test]
fn a_lot_is_told_so_that_it_can_be_drawn_again() {
    let settled = Settled::Seed { chosen: "A".into(), draw: 2, ticket: "0052cd".to_owned() };
    let tie = Event::Tie { purpose: Purpose::Exclude, options: vec!["A".into(), "B".into()], settled };
    let english = "A and B are tied and could go out: lot number 2 falls on A, whose ticket 0052cd is the least.";
    assert_eq!((en::WORDS.event)(&tie), english);
}

#[test]
fn a_flaw_is_told_where_it_is() {
    let flaw = Flaw::Expected { what: Expected::Colon };
    let told = (en::WORDS.fault)(3, 7, &(en::WORDS.flaw)(&flaw));
    assert_eq!(told, "line 3, column 7: a colon is expected here");
    let told = (sv::WORDS.fault)(3, 7, &(sv::WORDS.flaw)(&flaw));
    assert_eq!(told, "rad 3, tecken 7: här ska ett kolon stå");
}
