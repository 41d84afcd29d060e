//! Invitations: who may send which, and how they end.

use domain::{
    accounts::{InvitationState, Office},
    problem::What,
};

use super::*;

async fn link_to(backend: &Backend, email: &str) -> String {
    link_in(&letters_to(backend, email).await[0])
}

#[tokio::test]
async fn whoever_is_invited_gives_a_name_and_is_in() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        invite_person(&backend, &ada.call().await, "Kim@example.se", "member").await.expect("invited");
        let link = link_to(&backend, "kim@example.se").await;
        match shown_once(&backend, &ada.call().await).await.expect("read") {
            Some(ShownOnce::InvitationLink { link: shown, .. }) => assert_eq!(shown, link, "to copy"),
            _ => panic!("the link is shown"),
        }
        let visitor = Visitor::new(&backend);
        let read = read_invitation(&backend, &visitor.call().await, last_part(&link)).await.expect("open");
        assert_eq!((read.inviter.as_str(), read.office, read.password_needed), ("Ada Lind", Office::Member, false));
        let nameless = accept_invitation(&backend, &visitor.call().await, last_part(&link), "\u{200b}", "", "").await;
        assert_eq!(refused_at(nameless, "name"), Reason::Missing);
        let name = "</textarea><script>alert(1)</script> 👩🏽‍🚀";
        let session = accept_invitation(&backend, &visitor.call().await, last_part(&link), name, "", "").await;
        let kim = Visitor::signed_in(&backend, session.expect("accepted"));
        assert_eq!(kim.call().await.me.expect("signed in").name.as_str(), name);
        let twice = accept_invitation(&backend, &visitor.call().await, last_part(&link), "Eva", "", "").await;
        assert!(matches!(problem(twice), Problem::Closed { .. }));
        assert_eq!(list_invitations(&backend, &ada.call().await).await.expect("listed"), []);
    })
    .await;
}

#[tokio::test]
async fn an_office_beyond_membership_is_given_by_administrators_and_needs_a_password() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        invite_person(&backend, &ada.call().await, "sam@example.se", "secretariat").await.expect("invited");
        let link = link_to(&backend, "sam@example.se").await;
        let nobody = Visitor::new(&backend).call().await;
        assert!(read_invitation(&backend, &nobody, last_part(&link)).await.expect("open").password_needed);
        let without = accept_invitation(&backend, &nobody, last_part(&link), "Sam", "", "").await;
        assert_eq!(refused_at(without, "password"), Reason::Missing);
        let session = accept_invitation(&backend, &nobody, last_part(&link), "Sam", PASSWORD, PASSWORD).await;
        let sam = Visitor::signed_in(&backend, session.expect("accepted"));
        invite_person(&backend, &sam.call().await, "kim@example.se", "member").await.expect("a member");
        for office in ["secretariat", "administrator"] {
            let refused = invite_person(&backend, &sam.call().await, "eva@example.se", office).await;
            assert_eq!(problem(refused), Problem::NotAllowed, "{office}");
        }
        let kim = invited(&ada, "lo@example.se", "member").await;
        let refused = invite_person(&backend, &kim.call().await, "eva@example.se", "member").await;
        assert_eq!(problem(refused), Problem::NotAllowed);
        assert_eq!(problem(list_invitations(&backend, &kim.call().await).await), Problem::NotAllowed);
        assert_eq!(problem(list_invitations(&backend, &nobody).await), Problem::NotSignedIn);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_invited_twice() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let call = ada.call().await;
        assert_eq!(
            refused_at(invite_person(&backend, &call, "ADA@example.se", "member").await, "email"),
            Reason::Taken
        );
        invite_person(&backend, &call, "kim@example.se", "member").await.expect("invited");
        assert_eq!(
            refused_at(invite_person(&backend, &call, "kim@example.se", "member").await, "email"),
            Reason::Taken
        );
        later(&backend, Span::days(8));
        let ada = {
            let mut again = Visitor::new(&backend);
            again.with_password("ada@example.se", PASSWORD).await.expect("signed in");
            again
        };
        let anew = invite_person(&backend, &ada.call().await, "kim@example.se", "member").await;
        anew.expect("the old one has run out");
        let refused = invite_person(&backend, &ada.call().await, "kim", "king").await;
        assert_eq!(refused_at(refused, "office"), Reason::UnknownChoice);
    })
    .await;
}

#[tokio::test]
async fn it_ends_after_a_week_is_renewed_with_a_new_link_and_can_be_withdrawn() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let id = invite_person(&backend, &ada.call().await, "kim@example.se", "member").await.expect("invited");
        let id = id.to_string();
        let first = link_to(&backend, "kim@example.se").await;
        let nobody = Visitor::new(&backend).call().await;
        later(&backend, Span::days(7));
        let closed = problem(read_invitation(&backend, &nobody, last_part(&first)).await);
        assert!(matches!(closed, Problem::Closed { .. }), "{closed:?}");
        let listed = list_invitations(&backend, &ada.call().await).await.expect("listed");
        assert!(matches!(listed[0].state, InvitationState::Expired { .. }));

        renew_invitation(&backend, &ada.call().await, &id).await.expect("renewed");
        let second = link_to(&backend, "kim@example.se").await;
        assert_ne!(first, second);
        let old = read_invitation(&backend, &nobody, last_part(&first)).await;
        assert_eq!(problem(old), Problem::not_found(What::Link), "the old link is worthless");
        read_invitation(&backend, &nobody, last_part(&second)).await.expect("open again");

        withdraw_invitation(&backend, &ada.call().await, &id).await.expect("withdrawn");
        let withdrawn = accept_invitation(&backend, &nobody, last_part(&second), "Kim", "", "").await;
        assert!(matches!(problem(withdrawn), Problem::Closed { .. }));
        let again = renew_invitation(&backend, &ada.call().await, &id).await;
        assert_eq!(problem(again), Problem::not_found(What::Invitation));
        let unknown = withdraw_invitation(&backend, &ada.call().await, "not an id").await;
        assert_eq!(problem(unknown), Problem::not_found(What::Invitation));
    })
    .await;
}

#[tokio::test]
async fn the_address_of_one_who_never_came_is_not_kept() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        invite_person(&backend, &ada.call().await, "kim@example.se", "member").await.expect("invited");
        later(&backend, Span::days(29));
        sweep(&backend).await.expect("swept");
        assert_eq!(
            list_invitations(&backend, &ada.call().await).await.expect("listed").len(),
            1,
            "still to be renewed"
        );
        later(&backend, Span::days(8));
        sweep(&backend).await.expect("swept");
        assert_eq!(list_invitations(&backend, &ada.call().await).await.expect("listed"), []);
    })
    .await;
}
