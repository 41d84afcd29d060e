//! Ids of another partnership everywhere: nothing is found, and nothing changes.

use domain::{hash::TextHash, partnerships::AnchoringFields};

use super::*;

#[tokio::test]
async fn nothing_of_another_partnership_is_found() {
    on_each_database(async |backend| {
        let ours = begun(&backend).await;
        let host = fields("Kalmar", "Region Kalmar län");
        let ada = ours.secretary.call().await;
        let stranger = {
            let call = invited(&ours.secretary, "eva@example.se", "member").await;
            let theirs = begin_partnership(&backend, &ada, PartnershipFields { name: "Småland", ..OMS }, host).await;
            (call, theirs.expect("begun"))
        };
        let (eva, theirs) = stranger;
        let own = ours.organisation("Sörmland").await;
        let body_id = ours.body("Ledningsgruppen").await.to_string();
        let seat_id = ours.seat(own, None, "member").await.to_string();
        let (here, there, own) = (ours.text(), theirs.to_string(), own.to_string());

        // One who sits nowhere knows of no partnership.
        let outside = eva.call().await;
        let no_partnership = Problem::not_found(What::Partnership);
        assert_eq!(problem(partnership(&backend, &outside, &here).await), no_partnership);
        assert_eq!(problem(bodies(&backend, &outside, &here).await), no_partnership);
        assert_eq!(problem(seats(&backend, &outside, &here, None).await), no_partnership);
        assert_eq!(
            problem(stakeholders(&backend, &outside, &here, StakeholderFilter::default()).await),
            no_partnership
        );
        assert_eq!(
            problem(hand_over(&backend, &outside, &here, &seat_id, "", "2026-01-01", "1").await),
            no_partnership
        );
        assert_eq!(list_partnerships(&backend, &outside).await.expect("listed"), []);

        // One who may do everything in both finds what is here only here.
        let both = ours.secretary.call().await;
        let (no_body, no_seat) = (Problem::not_found(What::Body), Problem::not_found(What::Seat));
        let no_organisation = Problem::not_found(What::Organisation);
        let empty = BodyFields { name: "X", ..BodyFields::default() };
        assert_eq!(problem(body(&backend, &both, &there, &body_id).await), no_body);
        assert_eq!(problem(change_body(&backend, &both, &there, &body_id, empty, "1").await), no_body);
        assert_eq!(problem(remove_body(&backend, &both, &there, &body_id).await), no_body);
        assert_eq!(problem(seat(&backend, &both, &there, &seat_id).await), no_seat);
        assert_eq!(problem(remove_seat(&backend, &both, &there, &seat_id).await), no_seat);
        assert_eq!(problem(hand_over(&backend, &both, &there, &seat_id, "", "2026-01-01", "1").await), no_seat);
        assert_eq!(problem(organisation(&backend, &both, &there, &own).await), no_organisation);
        assert_eq!(problem(confirm_organisation(&backend, &both, &there, &own).await), no_organisation);
        let rename = rename_organisation(&backend, &both, &there, &own, ["X", ""], "2026-01-01", "1").await;
        assert_eq!(problem(rename), no_organisation);
        assert_eq!(
            refused_at(make_seat(&backend, &both, &there, &own, "", "member").await, "organisation"),
            Reason::UnknownChoice
        );
        assert_eq!(
            refused_at(make_seat(&backend, &both, &here, &own, &there, "member").await, "body"),
            Reason::UnknownChoice
        );
        let text = TextHash::of(b"x");
        let seat = seat_id.parse().expect("an id");
        let behind = stand_behind(&backend, &both, &there, seat, text, AnchoringFields::default()).await;
        assert_eq!(problem(behind), no_seat);
        for nonsense in ["", "x", "00000000-0000-0000-0000-000000000000"] {
            assert_eq!(problem(partnership(&backend, &both, nonsense).await), no_partnership, "{nonsense}");
            assert_eq!(problem(organisation(&backend, &both, &here, nonsense).await), no_organisation, "{nonsense}");
        }

        // Until it joins the other one too, with the one it goes up in.
        let successor = ours.organisation("Nya Sörmland").await.to_string();
        let ending = ["merged", "2026-01-01", &successor];
        end_organisation(&backend, &both, &here, &own, ending, "1").await.expect("merged");
        add_member(&backend, &both, &there, &own, "adjunct").await.expect("it sits in both");
        organisation(&backend, &both, &there, &own).await.expect("found");
        organisation(&backend, &both, &there, &successor).await.expect("found");
    })
    .await;
}
