//! Seats: handed over in one form, kept with their history, and held with the rights of their role while they are held.

use domain::{day::Day, ids::PersonId, partnerships::Role, permissions::Act};

use super::*;

#[tokio::test]
async fn whoever_begins_a_partnership_holds_its_first_seat() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let call = ground.secretary.call().await;
        let page = partnership(&backend, &call, &ground.text()).await.expect("a page");
        assert!(page.may_change && page.may_change_seats && page.may_change_organisations);
        assert_eq!((page.my_seats.len(), page.secretariat.len(), page.organisations), (1, 1, 1));
        assert_eq!(page.my_seats[0].seat.organisation.name.official, "Region Uppsala");
        let listed = list_partnerships(&backend, &call).await.expect("listed");
        assert_eq!((listed.len(), listed[0].organisations, &listed[0].roles), (1, 1, &vec![Role::Secretariat]));
        let member = ground.person("kim@example.se").await;
        let refused = begin_partnership(&backend, &member.call().await, OMS, fields("X", "X")).await;
        assert_eq!(problem(refused), Problem::NotAllowed);
        let atlantis = PartnershipFields { zone: "Europe/Atlantis", ..OMS };
        assert_eq!(
            refused_at(begin_partnership(&backend, &call, atlantis, fields("X", "X")).await, "zone"),
            Reason::UnknownChoice
        );
    })
    .await;
}

#[tokio::test]
async fn a_seat_with_five_holders_shows_each_on_their_days() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let seat = ground.seat(region, None, "delegate").await;
        let handovers = ["2019-01-01", "2020-03-15", "2022-09-01", "2022-09-02", "2026-06-30"];
        let mut persons = Vec::new();
        for (n, from) in handovers.iter().enumerate() {
            let email = format!("p{n}@example.se");
            persons.push(ground.person(&email).await.id().await);
            ground.hand_over(seat, &email, from).await.expect("handed over");
        }
        let call = ground.secretary.call().await;
        let holder = async |day: Day| -> Option<PersonId> {
            let rows = seats(&backend, &call, &ground.text(), Some(day)).await.expect("listed");
            rows.into_iter().find(|row| row.id == seat)?.holder.map(|holder| holder.id)
        };
        let day = |text: &str| text.parse::<Day>().expect("a day");
        assert_eq!(holder(day("2018-12-31")).await, None);
        for (n, from) in handovers.iter().enumerate() {
            assert_eq!(holder(day(from)).await, Some(persons[n]), "{from}");
            let before = n.checked_sub(1).map(|n| persons[n]);
            assert_eq!(holder(day(from).before()).await, before, "the day before {from}");
        }
        let page = ground.page(seat).await;
        let latest_first = page.history.iter().map(|row| row.person.id).collect::<Vec<_>>();
        assert_eq!(latest_first, persons.iter().rev().copied().collect::<Vec<_>>());
        assert!(page.history.iter().all(|row| row.person.name.is_some()));
    })
    .await;
}

#[tokio::test]
async fn a_seat_handed_over_twice_at_the_same_moment_goes_to_one() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let seat = ground.seat(region, None, "delegate").await;
        ground.person("kim@example.se").await;
        ground.person("bo@example.se").await;
        let (partnership, seat_text) = (ground.text(), seat.to_string());
        let call = ground.secretary.call().await;
        let over = |to: &'static str| hand_over(&backend, &call, &partnership, &seat_text, to, "2026-01-01", "1");
        let (one, other) = tokio::join!(over("kim@example.se"), over("bo@example.se"));
        let failed = [one, other].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert_eq!(failed.len(), 1);
        let conflict = matches!(&failed[0], Failure::Problem(Problem::Conflict { current, .. }) if !current.is_empty());
        assert!(conflict, "{failed:?}");
        assert_eq!(ground.page(seat).await.history.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn rights_come_and_go_with_the_seat() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let kim = ground.person("kim@example.se").await;
        let here = domain::permissions::Object::In(domain::partnerships::Place::whole(ground.id));
        let sees = async || kim.call().await.may(Act::SeePartnership, here);
        assert_eq!(sees().await, Err(Problem::not_found(What::Partnership)));
        let seat = ground.seat(region, None, "member").await;
        let tomorrow = ground.today().await.parse::<Day>().expect("a day").after();
        ground.hand_over(seat, "kim@example.se", &tomorrow.to_string()).await.expect("agreed");
        assert!(sees().await.is_err(), "not before the day");
        later(&backend, Span::days(1));
        assert_eq!(sees().await, Ok(()));
        assert_eq!(kim.call().await.may(Act::ChangeSeat, here), Err(Problem::NotAllowed));
        let text = seat.to_string();
        let call = ground.secretary.call().await;
        change_role(&backend, &call, &ground.text(), &text, "secretariat", "2").await.expect("changed");
        assert_eq!(kim.call().await.may(Act::ChangeSeat, here), Ok(()));
        remove_seat(&backend, &call, &ground.text(), &text).await.expect("removed");
        assert!(sees().await.is_err());
        assert!(ground.page(seat).await.removed_at.is_some());
        restore_seat(&backend, &call, &ground.text(), &text).await.expect("restored");
        assert_eq!(sees().await, Ok(()));
        let again = restore_seat(&backend, &call, &ground.text(), &text).await;
        assert_eq!(problem(again), Problem::not_found(What::Seat));
    })
    .await;
}

#[tokio::test]
async fn a_substitute_has_the_seat_until_the_last_day() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let (_, seat) = ground.sitting(region, "kim@example.se", "delegate").await;
        let bo = ground.person("bo@example.se").await;
        let call = ground.secretary.call().await;
        let today = ground.today().await;
        let (here, text) = (ground.text(), seat.to_string());
        let appoint = async |person: &str, to: &str, revision: &str| {
            appoint_substitute(&backend, &call, &here, &text, person, [&today, to], revision).await
        };
        assert_eq!(refused_at(appoint("nobody@example.se", "", "2").await, "person"), Reason::NoAccount);
        assert_eq!(refused_at(appoint("kim@example.se", "", "2").await, "person"), Reason::HasSeat);
        assert!(matches!(refused_at(appoint("bo@example.se", "2020-01-01", "2").await, "to"), Reason::TooEarly { .. }));
        appoint("bo@example.se", "", "2").await.expect("appointed");
        assert!(bo.call().await.caller.seats()[0].is_substitute);
        let (page, bo_id) = (ground.page(seat).await, bo.id().await);
        let tenure = page.history.iter().find(|row| row.person.id == bo_id).expect("there").id;
        end_tenure(&backend, &call, &here, &text, &tenure.to_string(), &today, "3").await.expect("ended");
        assert_eq!(bo.call().await.caller.seats().len(), 1, "the last day is one of them");
        later(&backend, Span::days(1));
        assert_eq!(bo.call().await.caller.seats().len(), 0);

        let tomorrow = ground.today().await.parse::<Day>().expect("a day").after().to_string();
        ground.hand_over(seat, "bo@example.se", &tomorrow).await.expect("handed over");
        let page = ground.page(seat).await;
        let (mistaken, revision) = (page.history[0].id.to_string(), page.seat.revision.0.to_string());
        withdraw_tenure(&backend, &call, &here, &text, &mistaken, &revision).await.expect("taken back");
        assert_eq!(ground.page(seat).await.history.len(), 2);
        ground.hand_over(seat, "kim@example.se", &tomorrow).await.expect("put right for the same day");
    })
    .await;
}
