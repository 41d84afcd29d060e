//! What waits, on real databases: it follows the seat, is given to a substitute, and is read in a few questions.

use std::time::{Duration, Instant};

use domain::{
    day::Day,
    ids::SeatId,
    moment::Span,
    problem::{Problem, Reason, What},
    processes::NewProcessFields,
    waiting::WaitingKind,
};

use super::*;
use crate::{
    accounts::tests::{Visitor, later, problem, refused_at},
    partnerships::{
        appoint_substitute, confirm_organisation, remove_body,
        tests::{Ground, begun},
    },
    processes::begin_process,
    testing::on_each_database,
};

async fn waits(visitor: &Visitor) -> Vec<WaitingRow> {
    waiting(&visitor.backend, &visitor.call().await).await.expect("listed")
}

async fn stand_in(ground: &Ground, seat: SeatId, email: &str) {
    let call = ground.secretary.call().await;
    let (today, revision) = (ground.today().await, ground.page(seat).await.seat.revision.0.to_string());
    let (here, seat) = (ground.text(), seat.to_string());
    let appointed = appoint_substitute(&ground.backend, &call, &here, &seat, email, [&today, ""], &revision).await;
    appointed.expect("appointed");
}

#[tokio::test]
async fn what_waits_for_a_seat_is_taken_over_with_it() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let (kim, seat) = ground.sitting(region, "kim@example.se", "delegate").await;
        let rows = waits(&kim).await;
        assert_eq!(rows.iter().map(|row| row.kind).collect::<Vec<_>>(), [WaitingKind::ConfirmOrganisation]);
        assert_eq!(rows[0].organisation.as_ref().map(|(_, name)| name.as_str()), Some("Sörmland"));
        assert_eq!(rows[0].for_whom, ForWhom::Seat(seat, region));
        let bo = ground.person("bo@example.se").await;
        assert_eq!(waits(&bo).await, []);
        later(&backend, Span::days(1));
        ground.hand_over(seat, "bo@example.se", &ground.today().await).await.expect("handed over");
        assert_eq!((waits(&kim).await.len(), waits(&bo).await.len()), (0, 1));
        confirm_organisation(&backend, &bo.call().await, &ground.text(), &region.to_string()).await.expect("confirmed");
        assert_eq!(waits(&bo).await, []);
        later(&backend, Span::days(29));
        assert_eq!(waits(&bo).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_seat_that_is_empty_or_soon_will_be_waits_for_its_secretariat() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let seat = ground.seat(region, None, "member").await;
        let rows = waits(&ground.secretary).await;
        assert_eq!(
            rows.iter().map(|row| (row.kind, row.subject)).collect::<Vec<_>>(),
            [(WaitingKind::FillSeat, seat.0)]
        );
        ground.person("kim@example.se").await;
        ground.hand_over(seat, "kim@example.se", &ground.today().await).await.expect("handed over");
        assert_eq!(waits(&ground.secretary).await, []);
        let in_forty_days = ground.today().await.parse::<Day>().expect("a day").plus(40).to_string();
        ground.hand_over(seat, "", &in_forty_days).await.expect("leaves then");
        assert_eq!(waits(&ground.secretary).await, [], "there is time yet");
        later(&backend, Span::days(10));
        assert_eq!(waits(&ground.secretary).await.len(), 1);

        let body = ground.body("Ledningsgruppen").await;
        ground.seat(region, Some(body), "member").await;
        assert_eq!(waits(&ground.secretary).await.len(), 2);
        let call = ground.secretary.call().await;
        remove_body(&backend, &call, &ground.text(), &body.to_string()).await.expect("removed");
        assert_eq!(waits(&ground.secretary).await.len(), 1, "nobody looks for somebody for a body that is gone");
    })
    .await;
}

#[tokio::test]
async fn a_holder_gives_it_to_the_substitute_and_takes_it_back() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let (kim, seat) = ground.sitting(region, "kim@example.se", "delegate").await;
        let item = waits(&kim).await[0].id.to_string();
        assert!(!waits(&kim).await[0].may_give);
        let nobody = give_to_substitute(&backend, &kim.call().await, &item).await;
        assert_eq!(refused_at(nobody, ""), Reason::NoSubstitute);
        let bo = ground.person("bo@example.se").await;
        stand_in(&ground, seat, "bo@example.se").await;
        assert_eq!(waits(&bo).await, [], "not before it is given");
        let missing = Problem::not_found(What::Waiting);
        assert_eq!(problem(give_to_substitute(&backend, &bo.call().await, &item).await), missing);
        assert!(waits(&kim).await[0].may_give);
        give_to_substitute(&backend, &kim.call().await, &item).await.expect("given");
        assert_eq!(waits(&bo).await[0].for_whom, ForWhom::StandingIn(seat, region));
        let mine = waits(&kim).await.remove(0);
        assert_eq!((mine.may_give, mine.given_to.map(|to| to.id)), (false, Some(bo.id().await)));
        assert_eq!(mine.acting_for.as_deref(), Some("Sörmland"));
        assert_eq!(problem(take_back(&backend, &bo.call().await, &item).await), Problem::NotAllowed);
        take_back(&backend, &kim.call().await, &item).await.expect("taken back");
        assert_eq!(waits(&bo).await, []);
        let stranger = ground.person("eva@example.se").await;
        assert_eq!(problem(take_back(&backend, &stranger.call().await, &item).await), missing);
        assert_eq!(problem(take_back(&backend, &kim.call().await, "nonsense").await), missing);
    })
    .await;
}

#[tokio::test]
async fn the_start_page_names_the_next_date_and_is_read_in_a_few_questions() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let call = ground.secretary.call().await;
        let today: Day = ground.today().await.parse().expect("a day");
        for n in 0..20 {
            let (title, last) = (format!("Process {n}"), today.plus(600 + n).to_string());
            let fields =
                NewProcessFields { title: &title, kind: "roadmap", last: &last, body: "", access: "partnership_reads" };
            begin_process(&backend, &call, &ground.text(), fields).await.expect("begun");
        }
        let region = ground.organisation("Sörmland").await;
        let (kim, _) = ground.sitting(region, "kim@example.se", "member").await;
        let call = kim.call().await;
        let began = Instant::now();
        let page = start(&backend, &call).await.expect("a page");
        let took = began.elapsed();
        assert_eq!((page.waiting.len(), page.processes.len()), (0, 20));
        let next = page.next.expect("something comes");
        assert!(
            next.date.begins && page.processes.iter().all(|row| row.next.is_some_and(|one| next.date.on <= one.on))
        );
        assert!(took < Duration::from_millis(500), "{took:?}");
        let rows = waits(&ground.secretary).await;
        assert_eq!(rows.len(), 20);
        assert!(rows.is_sorted_by_key(|row| row.due_at), "the nearest first");
    })
    .await;
}
