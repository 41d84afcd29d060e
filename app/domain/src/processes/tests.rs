//! Laws of the timetable, access for every role, and what has to be delivered.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    day::{
        Day,
        tests::{day, days},
    },
    ids::{BodyId, OrganisationId, PartnershipId, PhaseId, SeatId},
    moment::Moment,
    partnerships::{HeldSeat, Place, Role},
    problem::{Problem, Reason, What},
};

fn ids() -> Vec<PhaseId> {
    (1..=8).map(|n| PhaseId(Uuid::from_u128(n))).collect()
}

fn fresh(n: u128) -> PhaseId {
    PhaseId(Uuid::from_u128(1_000 + n))
}

fn is_in_order(timetable: &Timetable) -> bool {
    let phases = timetable.phases();
    phases.iter().all(|phase| phase.from <= phase.to) && phases.windows(2).all(|pair| pair[0].to < pair[1].from)
}

fn nrpp() -> Timetable {
    Timetable::propose(Kind::NrppInput, day("2027-09-30"), day("2026-10-01"), &ids()).expect("there is time")
}

#[test]
fn phases_are_proposed_backwards_in_whole_weeks() {
    let timetable = nrpp();
    let phases = timetable.phases();
    assert_eq!(phases.iter().map(|phase| phase.kind).collect::<Vec<_>>(), PhaseKind::ALL);
    assert_eq!(phases[7].to, day("2027-09-30"), "the last day is the one that was asked for");
    assert!(phases.iter().all(|phase| phase.from.weekday() == 0), "each begins on a Monday");
    assert!(phases[..7].iter().all(|phase| phase.to.weekday() == 4), "and ends on a Friday");
    assert_eq!((phases[6].from, phases[6].to), (day("2027-08-09"), day("2027-08-20")), "two weeks for handing over");
}

#[test]
fn with_less_time_they_are_shorter_and_with_too_little_it_is_said_from_when_on_it_is_enough() {
    let today = day("2027-01-01");
    let short = Timetable::propose(Kind::Mission, day("2027-01-20"), today, &ids()).expect("twenty days are enough");
    assert_eq!((short.phases()[0].from, short.phases()[7].to), (today, day("2027-01-20")));
    assert!(is_in_order(&short));
    let none = Timetable::propose(Kind::Mission, day("2027-01-07"), today, &ids());
    assert_eq!(none, Err(Problem::invalid("last", Reason::TooEarly { earliest: day("2027-01-08") })));
}

#[test]
fn a_phase_neither_overlaps_nor_runs_backwards() {
    let timetable = nrpp();
    let [draft, workshop, consultation] = [0, 1, 2].map(|n| timetable.phases()[n]);
    let moved = |from, to, then| timetable.move_phase(workshop.id, from, to, then);
    let backwards = moved(workshop.to, workshop.from, Following::Stay);
    assert_eq!(backwards, Err(Problem::invalid("to", Reason::TooEarly { earliest: workshop.to })));
    let into_the_one_before = moved(draft.to, workshop.to, Following::Shift);
    assert_eq!(into_the_one_before, Err(Problem::invalid("from", Reason::TooEarly { earliest: draft.to.after() })));
    let into_the_next = moved(workshop.from, consultation.from, Following::Stay);
    let latest = consultation.from.before();
    assert_eq!(into_the_next, Err(Problem::invalid("to", Reason::TooLate { latest })));
    let events = moved(workshop.from, workshop.to.plus(14), Following::Shift).expect("the others make way");
    let mut after = timetable.clone();
    after.apply(&events);
    assert_eq!(after.phases()[2].from, consultation.from.plus(14));
    assert_eq!(
        timetable.move_phase(fresh(1), draft.from, draft.to, Following::Stay),
        Err(Problem::not_found(What::Phase))
    );
}

#[test]
fn a_process_goes_back_and_then_on_where_it_was() {
    let mut timetable = nrpp();
    let consultation = timetable.phases()[2];
    let today = consultation.from.plus(7);
    let until = today.plus(13);
    let forwards = timetable.go_back([fresh(1), fresh(2)], PhaseKind::Anchoring, until, today);
    assert_eq!(forwards, Err(Problem::invalid("kind", Reason::UnknownChoice)));
    let events = timetable.go_back([fresh(1), fresh(2)], PhaseKind::Draft, until, today).expect("an earlier one");
    timetable.apply(&events);
    let kinds = timetable.phases()[..6].iter().map(|phase| phase.kind).collect::<Vec<_>>();
    use PhaseKind::{Consolidation, Consultation, Draft, Workshop};
    assert_eq!(kinds, [Draft, Workshop, Consultation, Draft, Consultation, Consolidation]);
    assert_eq!(timetable.current(today).map(|phase| phase.kind), Some(Draft));
    assert_eq!(timetable.phases().last().map(|phase| phase.to), Some(day("2027-09-30").plus(14)));
    assert!(is_in_order(&timetable));
}

#[test]
fn the_next_date_is_the_next_beginning_or_end() {
    let timetable = nrpp();
    let draft = timetable.phases()[0];
    assert_eq!(timetable.next_date(draft.from.before()), Some((draft.from, draft)));
    assert_eq!(timetable.next_date(draft.from.after()), Some((draft.to, draft)));
    assert_eq!(timetable.next_date(day("2027-10-01")), None);
    assert_eq!(timetable.current(draft.from.before()), None);
    assert_eq!(draft.state(draft.to), PhaseState::Running);
    assert_eq!(draft.state(draft.to.after()), PhaseState::Done);
}

/// Something that may be asked of a timetable.
#[derive(Clone, Debug)]
enum Wish {
    Move { which: usize, by: i32, longer: i32, then: Following },
    GoBack { to: usize, days: i32, today: Day },
}

fn wishes() -> impl Strategy<Value = Wish> {
    let then = prop_oneof![Just(Following::Stay), Just(Following::Shift)];
    prop_oneof![
        (0_usize..10, -40_i32..40, -40_i32..40, then).prop_map(|(which, by, longer, then)| Wish::Move {
            which,
            by,
            longer,
            then
        }),
        (0_usize..8, -2_i32..40, days()).prop_map(|(to, days, today)| Wish::GoBack { to, days, today }),
    ]
}

fn kinds() -> impl Strategy<Value = Kind> {
    (0..Kind::ALL.len()).prop_map(|n| Kind::ALL[n])
}

proptest! {
    #[test]
    fn whatever_the_last_day_the_proposal_is_in_order_and_ends_on_it(
        kind in kinds(), today in days(), days in -5_i32..700
    ) {
        let last = today.plus(days);
        match Timetable::propose(kind, last, today, &ids()) {
            Ok(proposed) => {
                prop_assert!(is_in_order(&proposed));
                prop_assert_eq!(proposed.phases().len(), kind.weeks().len());
                prop_assert_eq!(proposed.phases().last().map(|phase| phase.to), Some(last));
                prop_assert!(proposed.phases()[0].from >= today);
            }
            Err(problem) => {
                let Some(Reason::TooEarly { earliest }) = problem.at("last") else { panic!("{problem:?}") };
                prop_assert!(Timetable::propose(kind, earliest, today, &ids()).is_ok());
                prop_assert!(last < earliest);
            }
        }
    }

    #[test]
    fn whatever_is_asked_phases_stay_in_order(
        kind in kinds(), today in days(), length in 10_i32..600, wishes in prop::collection::vec(wishes(), 0..20)
    ) {
        let mut timetable = Timetable::propose(kind, today.plus(length), today, &ids()).expect("there is time");
        for (n, wish) in (0_u128..).zip(wishes) {
            let events = match wish {
                Wish::Move { which, by, longer, then } => {
                    let phase = timetable.phases()[which % timetable.phases().len()];
                    timetable.move_phase(phase.id, phase.from.plus(by), phase.to.plus(by + longer), then)
                }
                Wish::GoBack { to, days, today } => {
                    timetable.go_back([fresh(2 * n), fresh(2 * n + 1)], PhaseKind::ALL[to], today.plus(days), today)
                }
            };
            timetable.apply(&events.unwrap_or_default());
            prop_assert!(is_in_order(&timetable), "{:?}", timetable);
        }
    }

    #[test]
    fn more_access_never_takes_any_away(role in 0..Role::ALL.len(), named in prop::option::of(0_usize..3), in_body: bool) {
        let seat = seat(Role::ALL[role], in_body);
        let named = named.map(|n| Level::ALL[n]);
        let levels = Access::ALL.iter().map(|access| level(&[seat], HERE, *access, named)).collect::<Vec<_>>();
        prop_assert!(levels.is_sorted(), "{levels:?}");
        prop_assert!(levels.iter().all(|one| role_reads_only(seat.role) <= (*one <= Some(Level::Reads))));
    }
}

const HERE: Place = Place::whole(PartnershipId(Uuid::from_u128(1)));
const BODY: Place = Place { body: Some(BodyId(Uuid::from_u128(2))), ..HERE };

fn role_reads_only(role: Role) -> bool {
    matches!(role, Role::Observer | Role::Evaluator)
}

fn seat(role: Role, in_body: bool) -> HeldSeat {
    HeldSeat {
        seat: SeatId(Uuid::from_u128(3)),
        place: if in_body { BODY } else { HERE },
        organisation: OrganisationId(Uuid::from_u128(4)),
        role,
        is_substitute: false,
    }
}

#[test]
fn the_four_sentences_mean_what_they_say() {
    let of = |role, access, named| level(&[seat(role, false)], BODY, access, named);
    for (access, member) in
        Access::ALL.iter().zip([None, Some(Level::Reads), Some(Level::Proposes), Some(Level::Writes)])
    {
        assert_eq!(of(Role::Member, *access, None), member, "{access}");
        assert_eq!(of(Role::Delegate, *access, None), member, "{access}");
        assert_eq!(of(Role::Observer, *access, None), member.map(|_| Level::Reads), "{access}");
        assert_eq!(of(Role::Secretariat, *access, None), Some(Level::Writes), "{access}");
        assert_eq!(of(Role::Facilitator, *access, None), Some(Level::Writes), "{access}");
    }
    assert_eq!(of(Role::Member, Access::SecretariatOnly, Some(Level::Proposes)), Some(Level::Proposes));
    let of_the_body = seat(Role::Secretariat, true);
    assert_eq!(level(&[of_the_body], BODY, Access::SecretariatOnly, None), Some(Level::Writes));
    assert_eq!(level(&[of_the_body], HERE, Access::SecretariatOnly, None), None, "not beyond its body");
    assert_eq!(level(&[], HERE, Access::PartnershipWrites, Some(Level::Writes)), None);
    assert_eq!(Level::parse_for("writes", Role::Observer), Err(Reason::ReadsOnly));
    assert_eq!(Level::parse_for("reads", Role::Observer), Ok(Level::Reads));
}

#[test]
fn handing_over_and_feeding_back_deliver_something_once() {
    let planned = Delivery::default().plan(PhaseKind::Handover, "Inspelet", "Tillväxtverket").expect("it delivers");
    let done = planned.deliver(PhaseKind::Handover, "Skickat", Moment(5)).expect("open");
    assert_eq!((done.what.as_str(), done.delivered_at), ("Inspelet", Some(Moment(5))));
    let closed = Err(Problem::Closed { since: Moment(5) });
    assert_eq!(done.deliver(PhaseKind::Handover, "", Moment(6)), closed);
    assert_eq!(done.plan(PhaseKind::Handover, "Annat", ""), closed);
    let nothing = Delivery::default().deliver(PhaseKind::Draft, "", Moment(5));
    assert_eq!(nothing, Err(Problem::not_found(What::Phase)));
}

#[test]
fn a_process_is_read_whole_or_refused_whole() {
    let fields = NewProcessFields {
        title: "NRPP",
        kind: "nrpp_input",
        last: "2027-09-30",
        body: "",
        access: "partnership_reads",
    };
    assert!(NewProcess::read(fields).is_ok());
    let problem = NewProcess::read(NewProcessFields { last: "i höst", body: "x", ..fields }).expect_err("two faults");
    assert_eq!((problem.at("last"), problem.at("body")), (Some(Reason::NotADay), Some(Reason::UnknownChoice)));
    let many = "Ett syfte\n".repeat(13);
    let problem = Process::read(ProcessFields { title: "X", body: "", purposes: &many }).expect_err("too many");
    assert_eq!(problem.at("purposes"), Some(Reason::TooMany { max: 12 }));
    let mandate = Mandate::read(MandateFields { text: "Ledningsgruppen ska …", ..MandateFields::default() });
    assert!(!mandate.expect("read").is_written(), "nobody decides yet");
}
