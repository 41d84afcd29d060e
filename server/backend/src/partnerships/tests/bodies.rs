//! Bodies: added, changed on what was seen, overlapping, removed and brought back with their seats.

use super::*;

#[tokio::test]
async fn a_body_changes_on_what_was_seen() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (call, here) = (ground.secretary.call().await, ground.text());
        let id = ground.body("Ledningsgruppen").await.to_string();
        let region = ground.organisation("Sörmland").await.to_string();
        let fields = BodyFields {
            name: "Ledningsgruppen",
            mandate: "Beslutar om inspel",
            convenor: &region,
            ..BodyFields::default()
        };
        change_body(&backend, &call, &here, &id, fields, "1").await.expect("changed");
        let stale = problem(change_body(&backend, &call, &here, &id, fields, "1").await);
        assert!(
            matches!(&stale, Problem::Conflict { current, .. } if current[2].value == "Beslutar om inspel"),
            "{stale:?}"
        );
        let page = body(&backend, &call, &here, &id).await.expect("a page");
        assert_eq!(page.body.convenor.expect("one").name.short, "Sörmland");
        let foreign = BodyFields { convenor: &here, ..fields };
        assert_eq!(
            refused_at(change_body(&backend, &call, &here, &id, foreign, "2").await, "convenor"),
            Reason::UnknownChoice
        );
        assert_eq!(refused_at(add_body(&backend, &call, &here, BodyFields::default()).await, "name"), Reason::Missing);
    })
    .await;
}

#[tokio::test]
async fn the_page_shows_where_bodies_overlap() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (call, here) = (ground.secretary.call().await, ground.text());
        let bodies_there = [ground.body("Ledningsgruppen").await, ground.body("RUS-gruppen").await];
        ground.body("Aktörsråd").await;
        let region = ground.organisation("Sörmland").await;
        ground.person("kim@example.se").await;
        for body in bodies_there {
            let seat = ground.seat(region, Some(body), "member").await;
            ground.hand_over(seat, "kim@example.se", "2026-01-01").await.expect("handed over");
        }
        let page = bodies(&backend, &call, &here).await.expect("a page");
        assert_eq!(page.bodies.iter().map(|(_, seats)| seats.len()).collect::<Vec<_>>(), [0, 1, 1]);
        assert_eq!(page.overlaps.len(), 1);
        assert_eq!((page.overlaps[0].organisations.len(), page.overlaps[0].persons.len()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_removed_body_takes_its_seats_along_and_brings_them_back() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (call, here) = (ground.secretary.call().await, ground.text());
        let id = ground.body("Ledningsgruppen").await;
        let region = ground.organisation("Sörmland").await;
        let kim = ground.person("kim@example.se").await;
        let seat_id = ground.seat(region, Some(id), "member").await;
        ground.hand_over(seat_id, "kim@example.se", "2026-01-01").await.expect("handed over");
        remove_body(&backend, &call, &here, &id.to_string()).await.expect("removed");
        assert_eq!(kim.call().await.caller.seats().len(), 0);
        assert!(seats(&backend, &call, &here, None).await.expect("listed").iter().all(|row| row.id != seat_id));
        restore_body(&backend, &call, &here, &id.to_string()).await.expect("restored");
        assert_eq!(kim.call().await.caller.seats().len(), 1);
        remove_body(&backend, &call, &here, &id.to_string()).await.expect("removed");
        later(&backend, Span::days(30));
        let late = restore_body(&backend, &call, &here, &id.to_string()).await;
        assert!(matches!(problem(late), Problem::Closed { .. }));
        crate::undo::sweep(&backend).await.expect("swept");
        let gone = seat(&backend, &call, &here, &seat_id.to_string()).await;
        assert_eq!(problem(gone), Problem::not_found(What::Seat));
    })
    .await;
}
