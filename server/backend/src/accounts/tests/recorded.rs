//! What stands in the record after accounts have been used: every step, by ids alone, in an unbroken chain.

use domain::{
    accounts::Office,
    record::{Event, Means},
};

use super::*;
use crate::record;

async fn events(backend: &Backend) -> Vec<Event> {
    let listed = record::list(backend, &testing::administrator(), None).await.expect("listed");
    listed.rows.into_iter().rev().map(|entry| entry.event.expect("it can be read")).collect()
}

#[tokio::test]
async fn sign_ins_and_changes_of_power_are_recorded_in_order() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let sam = invited(&ada, "sam@example.se", "secretariat").await;
        let (ada_id, sam_id) = (ada.id().await, sam.id().await);
        change_office(&backend, &ada.call().await, &sam_id.to_string(), "member", "1").await.expect("changed");
        let mut phone = Visitor::new(&backend);
        phone.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        revoke_other_sessions(&backend, &phone.call().await).await.expect("revoked");
        sign_out(&backend, &phone.call().await).await.expect("signed out");
        let events = events(&backend).await;
        let expected = [
            matches!(events[0], Event::SetUp { person } if person == ada_id),
            matches!(events[1], Event::SignedIn { person, by: Means::SetUp, .. } if person == ada_id),
            matches!(events[2], Event::Invited { office: Office::Secretariat, .. }),
            matches!(events[3], Event::InvitationAccepted { person, .. } if person == sam_id),
            matches!(events[4], Event::SignedIn { person, by: Means::Invitation, .. } if person == sam_id),
            matches!(events[5], Event::OfficeChanged { person, from: Office::Secretariat, to: Office::Member }
                if person == sam_id),
            matches!(events[6], Event::SignedIn { person, by: Means::Password, .. } if person == ada_id),
            matches!(events[7], Event::SessionsRevoked { person } if person == ada_id),
            matches!(events[8], Event::SignedOut { person, .. } if person == ada_id),
        ];
        assert_eq!((expected, events.len()), ([true; 9], 9), "{events:#?}");
        let written = format!("{events:?}");
        assert!(!written.contains('@') && !written.contains("Ada"), "{written}");
        record::verify(&backend).await.expect("read").expect("no break");
    })
    .await;
}

#[tokio::test]
async fn what_was_refused_is_not_recorded_as_done() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let own = ada.id().await.to_string();
        let before = events(&backend).await.len();
        problem(end_account(&backend, &ada.call().await, &own).await);
        problem(invite_person(&backend, &ada.call().await, "ada@example.se", "member").await);
        problem(Visitor::new(&backend).with_password("ada@example.se", "fel lösenord här").await);
        assert_eq!(events(&backend).await.len(), before);
    })
    .await;
}
