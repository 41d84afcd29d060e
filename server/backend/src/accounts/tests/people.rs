//! The list of people, offices, and accounts that end and come back.

use domain::{accounts::Office, problem::What, revision::Revision};

use super::*;

#[tokio::test]
async fn the_list_comes_in_pieces_by_name_and_is_searched() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        for n in 0..60 {
            invited(&ada, &format!("p{n:02}@example.se"), "member").await;
        }
        let call = ada.call().await;
        let first = list_people(&backend, &call, "", None).await.expect("listed");
        assert_eq!(first.rows.len(), 50);
        let second = list_people(&backend, &call, "", first.next.as_deref()).await.expect("listed");
        assert_eq!((second.rows.len(), second.next), (11, None));
        let mut ids = first.rows.iter().chain(&second.rows).map(|row| row.id).collect::<Vec<_>>();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 61, "nobody is left out or shown twice");
        assert_eq!(first.rows[0].name.as_str(), "Ada Lind");
        let found = list_people(&backend, &call, " P07@EXAMPLE ", None).await.expect("listed");
        assert_eq!(found.rows.len(), 1);
        assert!(found.rows[0].seen_at.is_some());
        assert_eq!(list_people(&backend, &call, "lind", None).await.expect("listed").rows.len(), 1);
        assert_eq!(list_people(&backend, &call, "%", None).await.expect("listed").rows.len(), 0, "no wildcard");
        let odd = list_people(&backend, &call, "", Some("nonsense")).await.expect("begins at the beginning");
        assert_eq!(odd.rows.len(), 50);
    })
    .await;
}

#[tokio::test]
async fn members_see_themselves_only() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let kim = invited(&ada, "kim@example.se", "member").await;
        let call = kim.call().await;
        assert_eq!(problem(list_people(&backend, &call, "", None).await), Problem::NotAllowed);
        person(&backend, &call, &kim.id().await.to_string()).await.expect("oneself");
        let other = ada.id().await.to_string();
        let missing = Problem::not_found(What::Person);
        assert_eq!(problem(person(&backend, &call, &other).await), missing);
        assert_eq!(problem(change_office(&backend, &call, &other, "member", "1").await), missing);
        assert_eq!(problem(end_account(&backend, &call, &other).await), missing);
        let own = kim.id().await.to_string();
        assert_eq!(problem(change_office(&backend, &call, &own, "administrator", "1").await), Problem::NotAllowed);
        assert_eq!(problem(end_account(&backend, &call, "nonsense").await), missing);
        let nobody = Visitor::new(&backend).call().await;
        assert_eq!(problem(person(&backend, &nobody, &other).await), Problem::NotSignedIn);
    })
    .await;
}

#[tokio::test]
async fn an_office_is_changed_on_what_was_seen_and_signs_the_person_out() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let sam = invited(&ada, "sam@example.se", "secretariat").await;
        let kim = invited(&ada, "kim@example.se", "member").await;
        let (call, sam_id, kim_id) = (ada.call().await, sam.id().await.to_string(), kim.id().await.to_string());
        let needs = change_office(&backend, &call, &kim_id, "secretariat", "1").await;
        assert_eq!(refused_at(needs, "office"), Reason::PasswordNeeded);
        assert_eq!(
            problem(change_office(&backend, &sam.call().await, &kim_id, "member", "1").await),
            Problem::NotAllowed
        );
        change_office(&backend, &call, &sam_id, "administrator", "1").await.expect("changed");
        assert_eq!(sam.caller().await, Caller::Nobody, "signs in anew as what they are now");
        let row = person(&backend, &call, &sam_id).await.expect("read");
        assert_eq!((row.office, row.revision), (Office::Administrator, Revision(2)));
        let stale = problem(change_office(&backend, &call, &sam_id, "member", "1").await);
        assert!(matches!(stale, Problem::Conflict { revision: Revision(2), .. }), "{stale:?}");
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays_even_when_two_leave_at_once() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let own = ada.id().await.to_string();
        let alone = change_office(&backend, &ada.call().await, &own, "member", "1").await;
        assert_eq!(refused_at(alone, "office"), Reason::LastAdministrator);
        assert_eq!(refused_at(end_account(&backend, &ada.call().await, &own).await, ""), Reason::LastAdministrator);
        let eva = invited(&ada, "eva@example.se", "administrator").await;
        let leaves = |call: Call, id: String| {
            let backend = Arc::clone(&backend);
            tokio::spawn(async move { end_account(&backend, &call, &id).await })
        };
        let other = eva.id().await.to_string();
        let (first, second) = (leaves(ada.call().await, other), leaves(eva.call().await, own));
        let results = [first.await.expect("ran"), second.await.expect("ran")];
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    })
    .await;
}

#[tokio::test]
async fn an_ended_account_is_out_at_once_and_comes_back_within_a_month() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let kim = invited(&ada, "kim@example.se", "member").await;
        let id = kim.id().await;
        let text = id.to_string();
        end_account(&backend, &ada.call().await, &text).await.expect("ended");
        assert_eq!(kim.caller().await, Caller::Former(id));
        assert_eq!(problem(profile(&backend, &kim.call().await).await), Problem::NotSignedIn);
        assert_eq!(problem(end_account(&backend, &ada.call().await, &text).await), Problem::not_found(What::Person));
        let taken = invite_person(&backend, &ada.call().await, "kim@example.se", "member").await;
        assert_eq!(refused_at(taken, "email"), Reason::Taken, "it can still come back");
        restore_account(&backend, &ada.call().await, &text).await.expect("restored");
        assert_eq!(kim.caller().await, Caller::Nobody, "old sign-ins do not come back");
        let mut kim = Visitor::new(&backend);
        kim.request_code("kim@example.se").await.expect("asked");
        kim.enter_code(&code_for(&backend, "kim@example.se").await).await.expect("signs in as before");
        assert_eq!(kim.id().await, id);
    })
    .await;
}

#[tokio::test]
async fn whoever_left_a_month_ago_is_forgotten() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let kim = invited(&ada, "kim@example.se", "member").await.id().await.to_string();
        end_account(&backend, &ada.call().await, &kim).await.expect("ended");
        later(&backend, Span::days(29));
        sweep(&backend).await.expect("swept");
        assert!(person(&backend, &ada.call().await, &kim).await.is_ok(), "not yet");
        later(&backend, Span::days(1));
        sweep(&backend).await.expect("swept");
        let mut ada = Visitor::new(&backend);
        ada.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        assert_eq!(problem(person(&backend, &ada.call().await, &kim).await), Problem::not_found(What::Person));
        let late = problem(restore_account(&backend, &ada.call().await, &kim).await);
        assert!(matches!(late, Problem::Closed { .. }), "{late:?}");
        invite_person(&backend, &ada.call().await, "kim@example.se", "member").await.expect("the address is free");
    })
    .await;
}
