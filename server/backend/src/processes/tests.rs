//! The services of processes on real databases: begun, moved, opened to more or fewer, and what they hand over.

use std::sync::Arc;

use domain::{
    day::Day,
    ids::ProcessId,
    moment::Span,
    problem::{Problem, Reason, What},
    processes::{Level, MandateFields, NewProcessFields, PhaseKind, PhaseState, ProcessFields},
};

use super::*;
use crate::{
    Backend, Failure,
    accounts::tests::{Visitor, later, problem, refused_at},
    partnerships::tests::{Ground, begun},
    testing::on_each_database,
    waiting::waiting,
};

const FIELDS: NewProcessFields<'_> = NewProcessFields {
    title: "NRPP-inspel 2028–2034",
    kind: "nrpp_input",
    last: "2199-01-01",
    body: "",
    access: "partnership_reads",
};

/// A partnership with a process that ends so many days from now.
async fn with_process(backend: &Arc<Backend>, days: i32) -> (Ground, ProcessId) {
    let ground = begun(backend).await;
    let last = ground.today().await.parse::<Day>().expect("a day").plus(days).to_string();
    let fields = NewProcessFields { last: &last, ..FIELDS };
    let call = ground.secretary.call().await;
    let id = begin_process(backend, &call, &ground.text(), fields).await.expect("begun");
    (ground, id)
}

async fn page(ground: &Ground, id: ProcessId) -> ProcessPage {
    process(&ground.backend, &ground.secretary.call().await, &id.to_string()).await.expect("a page")
}

async fn sees(visitor: &Visitor, id: ProcessId) -> Result<ProcessPage, Failure> {
    process(&visitor.backend, &visitor.call().await, &id.to_string()).await
}

#[tokio::test]
async fn a_process_is_begun_backwards_from_its_last_day() {
    on_each_database(async |backend| {
        let (ground, id) = with_process(&backend, 400).await;
        let page = page(&ground, id).await;
        assert_eq!(page.phases.iter().map(|row| row.phase.kind).collect::<Vec<_>>(), PhaseKind::ALL);
        assert_eq!(page.phases[7].phase.to, page.today.plus(400));
        assert!(page.phases.iter().all(|row| row.delivery.is_some() == row.phase.kind.delivers()));
        assert_eq!((page.current, page.phases[0].state), (None, PhaseState::Coming));
        assert!(page.may_change && page.may_write && page.may_remove);
        let call = ground.secretary.call().await;
        let listed = processes(&backend, &call, &ground.text()).await.expect("listed");
        assert_eq!((listed.len(), listed[0].number, listed[0].phases), (1, 0, 8));
        assert!(listed[0].next.is_some_and(|next| next.begins && next.phase == PhaseKind::Draft));
        let tomorrow = page.today.after().to_string();
        let late = NewProcessFields { last: &tomorrow, ..FIELDS };
        let refused = begin_process(&backend, &call, &ground.text(), late).await;
        assert!(matches!(refused_at(refused, "last"), Reason::TooEarly { .. }));
    })
    .await;
}

#[tokio::test]
async fn two_who_move_a_phase_at_once_make_one_change_and_one_conflict() {
    on_each_database(async |backend| {
        let (ground, id) = with_process(&backend, 400).await;
        let first = page(&ground, id).await.phases[0].phase;
        let (call, process, phase) = (ground.secretary.call().await, id.to_string(), first.id.to_string());
        let (from, to) = (first.from.to_string(), first.to.plus(7).to_string());
        let moved = || move_phase(&backend, &call, &process, &phase, [&from, &to], "shift", "1");
        let (one, other) = tokio::join!(moved(), moved());
        let failed = [one, other].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert!(matches!(&failed[..], [Failure::Problem(Problem::Conflict { .. })]), "{failed:?}");
        let after = page(&ground, id).await;
        assert_eq!(after.phases[0].phase.to, first.to.plus(7));
        assert_eq!(after.phases[7].phase.to, after.today.plus(407));
        let backwards = move_phase(&backend, &call, &process, &phase, [&to, &from], "stay", "2").await;
        assert!(matches!(refused_at(backwards, "to"), Reason::TooEarly { .. }));
        let foreign = move_phase(&backend, &call, &process, &process, [&from, &to], "stay", "2").await;
        assert_eq!(problem(foreign), Problem::not_found(What::Phase));
    })
    .await;
}

#[tokio::test]
async fn a_process_goes_back_to_an_earlier_phase() {
    on_each_database(async |backend| {
        // So short that its first phase begins today.
        let (ground, id) = with_process(&backend, 80).await;
        later(&backend, Span::days(25));
        let before = page(&ground, id).await;
        assert_eq!(before.current.map(|phase| phase.kind), Some(PhaseKind::Workshop));
        let (call, process) = (ground.secretary.call().await, id.to_string());
        let until = before.today.plus(6).to_string();
        let forwards = go_back(&backend, &call, &process, "decision", &until, "1").await;
        assert_eq!(refused_at(forwards, "kind"), Reason::UnknownChoice);
        go_back(&backend, &call, &process, "draft", &until, "1").await.expect("back");
        let after = page(&ground, id).await;
        assert_eq!(after.current.map(|phase| phase.kind), Some(PhaseKind::Draft));
        assert_eq!(after.phases.last().map(|row| row.phase.to), before.phases.last().map(|row| row.phase.to.plus(7)));
    })
    .await;
}

#[tokio::test]
async fn a_process_is_as_open_as_its_sentence_says() {
    on_each_database(async |backend| {
        let (ground, id) = with_process(&backend, 400).await;
        let region = ground.organisation("Sörmland").await;
        let (member, seat) = ground.sitting(region, "kim@example.se", "member").await;
        let (observer, observing) = ground.sitting(region, "olle@example.se", "observer").await;
        let stranger = ground.person("eva@example.se").await;
        let (call, text, missing) = (ground.secretary.call().await, id.to_string(), Problem::not_found(What::Process));
        assert_eq!(problem(sees(&stranger, id).await), missing);
        let read = sees(&member, id).await.expect("the partnership reads");
        assert!(!read.may_change && !read.may_write);
        let change = change_process(&backend, &member.call().await, &text, ProcessFields::default(), "1").await;
        assert_eq!(problem(change), Problem::NotAllowed);

        change_access(&backend, &call, &text, "partnership_writes", "1").await.expect("opened");
        assert!(sees(&member, id).await.expect("open").may_write);
        assert!(!sees(&observer, id).await.expect("open").may_write, "an observer reads");
        change_access(&backend, &call, &text, "secretariat_only", "2").await.expect("closed");
        assert_eq!(problem(sees(&member, id).await), missing);
        assert_eq!(my_processes(&backend, &member.call().await).await.expect("listed"), []);

        name_seat(&backend, &call, &text, &seat.to_string(), "writes").await.expect("named");
        assert!(sees(&member, id).await.expect("named").may_write);
        let listed = my_processes(&backend, &member.call().await).await.expect("listed");
        assert_eq!(listed.iter().map(|row| row.level).collect::<Vec<_>>(), [Level::Writes]);
        let too_much = name_seat(&backend, &call, &text, &observing.to_string(), "writes").await;
        assert_eq!(refused_at(too_much, "level"), Reason::ReadsOnly);
        assert_eq!(page(&ground, id).await.members.len(), 1);
        unname_seat(&backend, &call, &text, &seat.to_string()).await.expect("unnamed");
        assert_eq!(problem(sees(&member, id).await), missing);

        remove_process(&backend, &call, &text).await.expect("removed");
        assert!(page(&ground, id).await.removed_at.is_some());
        assert_eq!(processes(&backend, &call, &ground.text()).await.expect("listed"), []);
        let change = change_access(&backend, &call, &text, "partnership_reads", "4").await;
        assert_eq!(problem(change), missing);
        restore_process(&backend, &call, &text).await.expect("restored");
        assert_eq!(processes(&backend, &call, &ground.text()).await.expect("listed").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_mandate_and_the_deliveries_wait_for_the_secretariat_until_they_are_there() {
    on_each_database(async |backend| {
        let (ground, id) = with_process(&backend, 25).await;
        let text = id.to_string();
        let kinds = async || {
            let rows = waiting(&backend, &ground.secretary.call().await).await.expect("listed");
            let of_it = rows.into_iter().filter(|row| row.process.as_ref().is_some_and(|(of, _)| *of == id));
            of_it.map(|row| (row.kind.name(), row.phase)).collect::<Vec<_>>()
        };
        assert_eq!(kinds().await, [("write_mandate", None)]);
        let mandate = MandateFields { text: "Vi ska …", decides: "Styrgruppen", ..MandateFields::default() };
        let call = ground.secretary.call().await;
        change_mandate(&backend, &call, &text, mandate, "1").await.expect("written");
        assert_eq!(kinds().await, []);

        let handover = page(&ground, id).await.phases.into_iter().find(|row| row.phase.kind == PhaseKind::Handover);
        let handover = handover.expect("one").phase;
        let days = handover.from.since(page(&ground, id).await.today);
        later(&backend, Span::days(u32::try_from(days).expect("ahead")));
        assert_eq!(kinds().await, [("deliver", Some(PhaseKind::Handover))]);
        let phase = handover.id.to_string();
        plan_delivery(&backend, &call, &text, &phase, "Inspelet", "Tillväxtverket", "2").await.expect("planned");
        deliver(&backend, &call, &text, &phase, "Skickat och diariefört", "3").await.expect("delivered");
        assert_eq!(kinds().await, []);
        let again = problem(deliver(&backend, &call, &text, &phase, "", "4").await);
        assert!(matches!(again, Problem::Closed { .. }), "{again:?}");
        let draft = page(&ground, id).await.phases[0].phase.id.to_string();
        let nothing = deliver(&backend, &call, &text, &draft, "", "4").await;
        assert_eq!(problem(nothing), Problem::not_found(What::Phase));
    })
    .await;
}
