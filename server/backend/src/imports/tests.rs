//! Imports on real databases: looked through, confirmed, written whole, and undone.

use domain::{
    imports::ImportState,
    problem::{Problem, Reason, What},
};

use super::*;
use crate::{
    accounts::tests::{invited, problem, refused_at},
    partnerships::{
        StakeholderFilter, seats, stakeholders,
        tests::{Ground, begun},
    },
    testing::on_each_database,
};

const ORGANISATIONS: &str =
    "Namn;Aktörstyp;Län\nKinda;public;Östergötlands län\nYdre;public;\nKinda;public;\n=X;public;\n";

/// Begins an import and runs its first job, as the worker would.
async fn begin(ground: &Ground, kind: &str, file: &str) -> String {
    let call = ground.secretary.call().await;
    let id = begin_import(&ground.backend, &call, &ground.text(), kind, file.as_bytes()).await.expect("begun");
    read(&ground.backend, id).await.expect("looked through");
    id.to_string()
}

async fn page(ground: &Ground, id: &str) -> ImportPage {
    import(&ground.backend, &ground.secretary.call().await, &ground.text(), id).await.expect("a page")
}

async fn count(ground: &Ground) -> usize {
    let call = ground.secretary.call().await;
    let map = stakeholders(&ground.backend, &call, &ground.text(), StakeholderFilter::default()).await;
    map.expect("a map").rows.len()
}

#[tokio::test]
async fn organisations_are_shown_then_made_then_unmade() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (call, here) = (ground.secretary.call().await, ground.text());
        let id = begin(&ground, "organisations", ORGANISATIONS).await;
        let shown = page(&ground, &id).await;
        assert_eq!((shown.state, shown.summary.good), (ImportState::Previewed, 2));
        let lines = shown.summary.refused.iter().map(|row| (row.line, row.faults[0].reason)).collect::<Vec<_>>();
        assert_eq!(lines, [(4, Reason::Repeated { line: 2 }), (5, Reason::Formula)]);
        assert_eq!(count(&ground).await, 1, "nothing is made before it is confirmed");
        assert!(matches!(problem(undo_import(&backend, &call, &here, &id).await), Problem::Closed { .. }));

        confirm_import(&backend, &call, &here, &id).await.expect("confirmed");
        let again = problem(confirm_import(&backend, &call, &here, &id).await);
        assert!(matches!(again, Problem::Closed { .. }), "{again:?}");
        for _ in 0..2 {
            write(&backend, id.parse().expect("an id")).await.expect("written, once");
        }
        assert_eq!((count(&ground).await, page(&ground, &id).await.state), (3, ImportState::Written));
        undo_import(&backend, &call, &here, &id).await.expect("undone");
        assert_eq!((count(&ground).await, page(&ground, &id).await.state), (1, ImportState::Undone));
    })
    .await;
}

#[tokio::test]
async fn what_others_build_upon_is_not_unmade() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (call, here) = (ground.secretary.call().await, ground.text());
        let id = begin(&ground, "organisations", ORGANISATIONS).await;
        confirm_import(&backend, &call, &here, &id).await.expect("confirmed");
        write(&backend, id.parse().expect("an id")).await.expect("written");
        let map = stakeholders(&backend, &call, &here, StakeholderFilter::default()).await.expect("a map");
        let kinda = map.rows.iter().find(|row| row.name.short == "Kinda").expect("made").id;
        ground.seat(kinda, None, "member").await;
        assert_eq!(refused_at(undo_import(&backend, &call, &here, &id).await, ""), Reason::InUse);
        assert_eq!(count(&ground).await, 3, "nothing half-undone");
    })
    .await;
}

#[tokio::test]
async fn seats_bring_their_persons_along() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        ground.organisation("Sörmland").await;
        ground.body("Ledningsgruppen").await;
        let (call, here) = (ground.secretary.call().await, ground.text());
        let file = "namn,e-post,organisation,organ,roll,från\n\
            Maria Hedlund,maria@example.se,sörmland,Ledningsgruppen,delegate,2026-01-01\n\
            Maria Hedlund,maria@example.se,Sörmland,,member,\n\
            Maja,maria@example.se,Sörmland,,observer,\n";
        let id = begin(&ground, "seats", file).await;
        assert_eq!(page(&ground, &id).await.summary.good, 2);
        confirm_import(&backend, &call, &here, &id).await.expect("confirmed");
        write(&backend, id.parse().expect("an id")).await.expect("written");
        let names = async || {
            let rows = seats(&backend, &call, &here, None).await.expect("listed");
            rows.into_iter().filter_map(|row| row.holder?.name).filter(|name| name == "Maria Hedlund").count()
        };
        assert_eq!(names().await, 2);
        undo_import(&backend, &call, &here, &id).await.expect("undone");
        assert_eq!(names().await, 0);
    })
    .await;
}

#[tokio::test]
async fn only_those_who_may_change_it_import_and_only_who_may_invite_begins_accounts() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let (kim, _) = ground.sitting(region, "kim@example.se", "secretariat").await;
        let (bo, _) = ground.sitting(region, "bo@example.se", "member").await;
        let here = ground.text();
        let file =
            "namn,email,organisation,roll\nEva,eva@example.se,Sörmland,member\nBo,bo@example.se,Sörmland,observer\n";
        let begin = async |call: &Call| begin_import(&backend, call, &here, "seats", file.as_bytes()).await;
        assert_eq!(problem(begin(&bo.call().await).await), Problem::NotAllowed);
        let id = begin(&kim.call().await).await.expect("the partnership's secretariat may");
        read(&backend, id).await.expect("looked through");
        let shown = page(&ground, &id.to_string()).await;
        assert_eq!((shown.summary.good, shown.summary.refused[0].faults[0].reason), (1, Reason::NoAccount));
        let stranger = invited(&ground.secretary, "olle@example.se", "member").await;
        let foreign = import(&backend, &stranger.call().await, &here, &id.to_string()).await;
        assert_eq!(problem(foreign), Problem::not_found(What::Partnership));
        assert_eq!(problem(import(&backend, &bo.call().await, &here, &id.to_string()).await), Problem::NotAllowed);
        let call = ground.secretary.call().await;
        let no_table = begin_import(&backend, &call, &here, "seats", b"").await;
        assert_eq!(refused_at(no_table, "file"), Reason::Missing);
        assert_eq!(problem(import(&backend, &call, &here, &here).await), Problem::not_found(What::Import));
    })
    .await;
}
