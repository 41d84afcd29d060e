//! Standing behind a text: by delegates of the organisation, once per level, bound to the text's letters.

use domain::{
    hash::TextHash,
    partnerships::{AnchoringFields, Level},
};

use super::*;

const OFFICER: AnchoringFields<'_> =
    AnchoringFields { level: "officer", decided_by: "", on: "2026-01-15", paragraph: "", reference: "" };
const BOARD: AnchoringFields<'_> = AnchoringFields {
    level: "board",
    decided_by: "Regionstyrelsen",
    on: "2026-02-01",
    paragraph: "§ 12",
    reference: "RS 2026-0412",
};

#[tokio::test]
async fn an_organisation_stands_behind_a_text_and_takes_it_back() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let (kim, seat) = ground.sitting(region, "kim@example.se", "delegate").await;
        let (text, here) = (TextHash::of("Utkast 2".as_bytes()), ground.text());
        let call = kim.call().await;
        let behind = async |fields| stand_behind(&backend, &call, &here, seat, text, fields).await;
        behind(OFFICER).await.expect("stands");
        let board = behind(BOARD).await.expect("stands more firmly");
        assert_eq!(refused_at(behind(BOARD).await, "level"), Reason::StandsBehind);
        let future = AnchoringFields { on: "2999-01-01", ..OFFICER };
        assert!(matches!(refused_at(behind(future).await, "on"), Reason::NotADay));
        let rows = anchorings(&backend, &call, &here, text).await.expect("listed");
        assert_eq!(rows.iter().map(|row| row.anchoring.level).collect::<Vec<_>>(), [Level::Board, Level::Officer]);
        assert!(rows[0].may_withdraw && rows[0].organisation.id == region);
        let other = anchorings(&backend, &call, &here, TextHash::of("Utkast 3".as_bytes())).await.expect("listed");
        assert_eq!(other, [], "a letter more is another text");

        withdraw_standing(&backend, &call, &here, &board.to_string()).await.expect("withdrawn");
        let again = problem(withdraw_standing(&backend, &call, &here, &board.to_string()).await);
        assert!(matches!(again, Problem::Closed { .. }), "{again:?}");
        let rows = anchorings(&backend, &call, &here, text).await.expect("listed");
        assert!(rows[1].withdrawn_at.is_some() && rows[1].id == board);
        behind(BOARD).await.expect("may stand behind it again");
    })
    .await;
}

#[tokio::test]
async fn only_delegates_bind_their_organisation() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let (kim, seat) = ground.sitting(region, "kim@example.se", "member").await;
        let (text, here) = (TextHash::of(b"Utkast 2"), ground.text());
        let member = stand_behind(&backend, &kim.call().await, &here, seat, text, OFFICER).await;
        assert_eq!(problem(member), Problem::NotAllowed);
        let secretary = ground.secretary.call().await;
        let by_secretary = stand_behind(&backend, &secretary, &here, seat, text, OFFICER).await;
        assert_eq!(problem(by_secretary), Problem::not_found(What::Seat));
    })
    .await;
}

#[tokio::test]
async fn two_who_do_it_at_once_do_it_once() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let region = ground.organisation("Sörmland").await;
        let (kim, seat) = ground.sitting(region, "kim@example.se", "delegate").await;
        let (text, here, call) = (TextHash::of(b"Utkast 2"), ground.text(), kim.call().await);
        let behind = || stand_behind(&backend, &call, &here, seat, text, OFFICER);
        let (one, other) = tokio::join!(behind(), behind());
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1);
    })
    .await;
}
