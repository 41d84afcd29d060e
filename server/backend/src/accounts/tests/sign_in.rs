//! Signing in by code and with a password, sessions, and what nobody may learn from the answers.

use domain::problem::What;

use super::*;

#[tokio::test]
async fn the_first_administrator_is_set_up_once() {
    on_each_database(async |backend| {
        let link = ensure_set_up_link(&backend).await.expect("asked").expect("nobody is here");
        let again = ensure_set_up_link(&backend).await.expect("asked").expect("still nobody");
        let call = Visitor::new(&backend).call().await;
        let old = read_set_up_link(&backend, &call, last_part(&link)).await;
        assert_eq!(problem(old), Problem::not_found(What::Link), "each start makes a new one");
        let token = last_part(&again);
        let faulty = set_up(&backend, &call, token, "", "ada", "kort", "kort").await;
        assert_eq!(refused_at(faulty, "name"), Reason::Missing);
        let session = set_up(&backend, &call, token, "Ada", "ada@example.se", PASSWORD, PASSWORD).await;
        let ada = Visitor::signed_in(&backend, session.expect("set up"));
        assert!(matches!(ada.caller().await, Caller::Person { office: domain::accounts::Office::Administrator, .. }));
        let twice = set_up(&backend, &call, token, "Eva", "eva@example.se", PASSWORD, PASSWORD).await;
        assert!(matches!(problem(twice), Problem::Closed { .. } | Problem::NotFound { .. }));
        assert_eq!(ensure_set_up_link(&backend).await.expect("asked"), None);
    })
    .await;
}

#[tokio::test]
async fn a_member_signs_in_with_a_code_in_the_browser_that_asked() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        invited(&ada, "kim@example.se", "member").await;
        let (mut kim, mut thief) = (Visitor::new(&backend), Visitor::from(&backend, "192.0.2.9"));
        kim.request_code(" Kim@Example.se ").await.expect("asked");
        let code = code_for(&backend, "kim@example.se").await;
        assert_eq!(refused_at(thief.enter_code(&code).await, "code"), Reason::OtherBrowser);
        thief.request_code("kim@example.se").await.expect("asked");
        assert!(matches!(refused_at(thief.enter_code(&code).await, "code"), Reason::WrongCode { left: 4 }));
        assert_eq!(refused_at(kim.enter_code("12 34").await, "code"), Reason::NotACode);
        kim.enter_code(&format!("{} {}", &code[..3], &code[3..])).await.expect("it is right");
        assert!(matches!(kim.caller().await, Caller::Person { .. }));
        assert_eq!(refused_at(kim.enter_code(&code).await, "code"), Reason::SpentCode, "it is good once");
        assert!(matches!(thief.caller().await, Caller::Nobody));
    })
    .await;
}

#[tokio::test]
async fn a_code_ends_after_ten_minutes_after_five_tries_and_with_the_next_one() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        invited(&ada, "kim@example.se", "member").await;
        let mut kim = Visitor::new(&backend);
        kim.request_code("kim@example.se").await.expect("asked");
        let first = code_for(&backend, "kim@example.se").await;
        later(&backend, Span::minutes(10));
        assert_eq!(refused_at(kim.enter_code(&first).await, "code"), Reason::SpentCode);

        kim.request_code("kim@example.se").await.expect("asked");
        let second = code_for(&backend, "kim@example.se").await;
        kim.request_code("kim@example.se").await.expect("asked");
        let third = code_for(&backend, "kim@example.se").await;
        if second != third {
            assert_eq!(refused_at(kim.enter_code(&second).await, "code"), Reason::WrongCode { left: 4 });
        }
        let mut eve = Visitor::new(&backend);
        eve.request_code("kim@example.se").await.expect("asked");
        let code = code_for(&backend, "kim@example.se").await;
        later(&backend, Span::hours(6));
        for _ in 0..4 {
            // Each try is after the code's time: nothing is counted, nothing is told.
            assert_eq!(refused_at(eve.enter_code(&wrong(&code)).await, "code"), Reason::SpentCode);
        }
        eve.request_code("kim@example.se").await.expect("asked");
        let code = code_for(&backend, "kim@example.se").await;
        for left in [4, 3, 2, 1, 0] {
            assert_eq!(refused_at(eve.enter_code(&wrong(&code)).await, "code"), Reason::WrongCode { left });
        }
        later(&backend, Span::minutes(1));
        assert_eq!(refused_at(eve.enter_code(&code).await, "code"), Reason::SpentCode);
    })
    .await;
}

#[tokio::test]
async fn no_answer_tells_whether_an_address_has_an_account() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        invited(&ada, "kim@example.se", "member").await;
        let left = invited(&ada, "left@example.se", "member").await.id().await;
        end_account(&backend, &ada.call().await, &left.to_string()).await.expect("ended");
        let mut answers = Vec::new();
        for (n, email) in
            ["kim@example.se", "nobody@example.se", "ada@example.se", "left@example.se"].iter().enumerate()
        {
            let mut visitor = Visitor::from(&backend, &format!("192.0.2.{}", 10 + n));
            let before = letters_to(&backend, email).await.len();
            visitor.request_code(email).await.expect("the same for all");
            let mut answer = vec![format!("{:?}", refused_at(visitor.enter_code("000000").await, "code"))];
            request_password_link(&backend, &visitor.call().await, email).await.expect("the same for all");
            assert_eq!(letters_to(&backend, email).await.len(), before + 2, "one mail each, whoever it is");
            for _ in 0..7 {
                answer.push(format!("{:?}", problem(visitor.with_password(email, "not this one").await)));
            }
            for _ in 0..6 {
                answer.push(format!("{:?}", visitor.request_code(email).await.map_err(|failure| failure.to_string())));
            }
            answers.push(answer);
        }
        for answer in &answers {
            assert_eq!(answer, &answers[0]);
        }
        assert!(letters_to(&backend, "nobody@example.se").await[0].contains("inget konto"));
        assert!(letters_to(&backend, "left@example.se").await[0].contains("inget konto"));
    })
    .await;
}

#[tokio::test]
async fn those_who_see_others_accounts_use_a_password() {
    on_each_database(async |backend| {
        administrator(&backend).await;
        let mut ada = Visitor::new(&backend);
        ada.request_code("ada@example.se").await.expect("asked");
        assert!(link_in(&letters_to(&backend, "ada@example.se").await[0]).ends_with("/sign-in/password"));
        let wrong = ada.with_password("ada@example.se", "fel lösenord här").await;
        assert_eq!(refused_at(wrong, "password"), Reason::WrongPassword);
        assert_eq!(refused_at(ada.with_password("ada@example.se", "").await, "password"), Reason::Missing);
        ada.with_password("ADA@example.se", PASSWORD).await.expect("it is right");
        assert!(matches!(ada.caller().await, Caller::Person { .. }));
    })
    .await;
}

#[tokio::test]
async fn a_session_is_renewed_at_sign_in_revoked_at_once_and_ends_by_itself() {
    on_each_database(async |backend| {
        let mut ada = administrator(&backend).await;
        let before = ada.session.clone();
        ada.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        assert_ne!(ada.session, before);
        let old = Visitor { session: before, ..Visitor::new(&backend) };
        assert_eq!(old.caller().await, Caller::Nobody, "the old token is worthless");

        let mut phone = Visitor::new(&backend);
        phone.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        let listed = list_sessions(&backend, &ada.call().await).await.expect("listed");
        assert_eq!(listed.len(), 2);
        assert_eq!(listed[0].browser.name.as_deref(), Some("Firefox"));
        let other = listed.iter().find(|row| !row.is_this).expect("the phone").id.to_string();
        let kim = invited(&ada, "kim@example.se", "member").await;
        let foreign = revoke_session(&backend, &kim.call().await, &other).await;
        assert_eq!(problem(foreign), Problem::not_found(What::Session));
        revoke_session(&backend, &ada.call().await, &other).await.expect("revoked");
        assert_eq!(phone.caller().await, Caller::Nobody);
        let gone = revoke_session(&backend, &ada.call().await, &other).await;
        assert_eq!(problem(gone), Problem::not_found(What::Session));

        for _ in 0..8 {
            later(&backend, Span::days(20));
            assert!(matches!(ada.caller().await, Caller::Person { .. }), "it was used in time");
        }
        later(&backend, Span::days(20));
        assert_eq!(ada.caller().await, Caller::Nobody, "half a year is over");
        later(&backend, Span::days(31));
        assert_eq!(kim.caller().await, Caller::Nobody, "it was not used for a month");
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_this_session_only() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let mut phone = Visitor::new(&backend);
        phone.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        sign_out(&backend, &phone.call().await).await.expect("signed out");
        assert_eq!(phone.caller().await, Caller::Nobody);
        sign_out(&backend, &phone.call().await).await.expect("nothing to do");
        assert!(matches!(ada.caller().await, Caller::Person { .. }));
        phone.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        assert_eq!(revoke_other_sessions(&backend, &phone.call().await).await.expect("revoked"), 1);
        assert_eq!(ada.caller().await, Caller::Nobody);
        assert!(matches!(phone.caller().await, Caller::Person { .. }));
    })
    .await;
}
