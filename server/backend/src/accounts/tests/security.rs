//! One's own name, password and links to a new one.

use domain::{problem::What, revision::Revision};

use super::*;

#[tokio::test]
async fn of_two_changes_at_once_one_is_a_conflict_that_shows_the_other() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let call = ada.call().await;
        let change = |name: &'static str| {
            let (backend, call) = (Arc::clone(&backend), call.clone());
            tokio::spawn(async move { change_profile(&backend, &call, name, "1").await })
        };
        let (first, second) = (change("Ada Ett"), change("Ada Två"));
        let results = [first.await.expect("ran"), second.await.expect("ran")];
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        let now = profile(&backend, &call).await.expect("read");
        assert_eq!(now.revision, Revision(2));
        let conflict = results.into_iter().find(Result::is_err).expect("one was second");
        match problem(conflict) {
            Problem::Conflict { revision, current } => {
                assert_eq!(revision, Revision(2));
                assert_eq!(current[0].value, now.name.as_str());
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(refused_at(change_profile(&backend, &call, " ", "2").await, "name"), Reason::Missing);
        assert_eq!(refused_at(change_profile(&backend, &call, "Ada", "x").await, "revision"), Reason::NotANumber);
    })
    .await;
}

#[tokio::test]
async fn language_and_theme_belong_to_the_person() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        change_language(&backend, &ada.call().await, "en").await.expect("changed");
        change_theme(&backend, &ada.call().await, "contrast dark").await.expect("changed");
        let call = ada.call().await;
        assert_eq!(call.language, Language::English);
        assert_eq!(call.me.expect("signed in").theme, domain::language::Theme::ContrastDark);
        assert_eq!(
            refused_at(change_language(&backend, &ada.call().await, "tlh").await, "language"),
            Reason::UnknownChoice
        );
        assert_eq!(refused_at(change_theme(&backend, &ada.call().await, "").await, "theme"), Reason::UnknownChoice);
        let nobody = Visitor::new(&backend).call().await;
        assert_eq!(problem(change_theme(&backend, &nobody, "dark").await), Problem::NotSignedIn);
    })
    .await;
}

#[tokio::test]
async fn a_changed_password_ends_all_other_sessions_and_renews_this_one() {
    on_each_database(async |backend| {
        const NEW: &str = "blå cykel utan sadel";
        let mut ada = administrator(&backend).await;
        let mut phone = Visitor::new(&backend);
        phone.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        let wrong = change_password(&backend, &ada.call().await, "fel lösenord", NEW, NEW).await;
        assert_eq!(refused_at(wrong, "current"), Reason::WrongPassword);
        let weak = change_password(&backend, &ada.call().await, PASSWORD, "lösenord1234", "lösenord1234").await;
        assert_eq!(refused_at(weak, "password"), Reason::WeakPassword);
        let before = ada.session.clone();
        ada.session = Some(change_password(&backend, &ada.call().await, PASSWORD, NEW, NEW).await.expect("changed"));
        assert!(matches!(ada.caller().await, Caller::Person { .. }));
        assert_eq!(Visitor { session: before, ..Visitor::new(&backend) }.caller().await, Caller::Nobody);
        assert_eq!(phone.caller().await, Caller::Nobody);
        problem(phone.with_password("ada@example.se", PASSWORD).await);
        phone.with_password("ada@example.se", NEW).await.expect("the new one is right");
        assert!(letters_to(&backend, "ada@example.se").await[0].contains("har ändrats"));
        let removed = remove_password(&backend, &ada.call().await, NEW).await;
        assert_eq!(refused_at(removed, ""), Reason::PasswordNeeded, "an administrator keeps one");
    })
    .await;
}

#[tokio::test]
async fn a_member_turns_the_password_on_shortly_after_signing_in_and_off_again() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let mut kim = invited(&ada, "kim@example.se", "member").await;
        assert!(!security(&backend, &kim.call().await).await.expect("read").has_password);
        later(&backend, Span::minutes(15));
        let late = change_password(&backend, &kim.call().await, "", PASSWORD, PASSWORD).await;
        assert_eq!(refused_at(late, ""), Reason::SignInAgain);
        kim.request_code("kim@example.se").await.expect("asked");
        kim.enter_code(&code_for(&backend, "kim@example.se").await).await.expect("signed in");
        let on = change_password(&backend, &kim.call().await, "", PASSWORD, PASSWORD).await;
        kim.session = Some(on.expect("shortly after"));
        assert!(letters_to(&backend, "kim@example.se").await[0].contains("slagits på"));
        assert!(security(&backend, &kim.call().await).await.expect("read").has_password);
        let wrong = remove_password(&backend, &kim.call().await, "fel lösenord").await;
        assert_eq!(refused_at(wrong, "current"), Reason::WrongPassword);
        kim.session = Some(remove_password(&backend, &kim.call().await, PASSWORD).await.expect("removed"));
        assert!(!security(&backend, &kim.call().await).await.expect("read").has_password);
        problem(Visitor::new(&backend).with_password("kim@example.se", PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn a_password_link_is_good_once_for_an_hour_and_signs_out_everywhere() {
    on_each_database(async |backend| {
        const NEW: &str = "blå cykel utan sadel";
        let ada = administrator(&backend).await;
        let nobody = Visitor::new(&backend).call().await;
        request_password_link(&backend, &nobody, "ada@example.se").await.expect("asked");
        let link = link_in(&letters_to(&backend, "ada@example.se").await[0]);
        let late = last_part(&link);
        later(&backend, Span::hours(1));
        assert!(matches!(problem(read_password_link(&backend, &nobody, late).await), Problem::Closed { .. }));

        request_password_link(&backend, &nobody, "ada@example.se").await.expect("asked");
        let link = link_in(&letters_to(&backend, "ada@example.se").await[0]);
        let token = last_part(&link);
        read_password_link(&backend, &nobody, token).await.expect("it can be followed");
        let own = set_password_by_link(&backend, &nobody, token, "ada@example.se!", "ada@example.se!").await;
        assert_eq!(refused_at(own, "password"), Reason::WeakPassword);
        set_password_by_link(&backend, &nobody, token, NEW, NEW).await.expect("set");
        assert_eq!(ada.caller().await, Caller::Nobody);
        let twice = set_password_by_link(&backend, &nobody, token, PASSWORD, PASSWORD).await;
        assert!(matches!(problem(twice), Problem::Closed { .. }));
        let mut ada = Visitor::new(&backend);
        ada.with_password("ada@example.se", NEW).await.expect("the new one is right");
        let unknown = read_password_link(&backend, &nobody, "nonsense").await;
        assert_eq!(problem(unknown), Problem::not_found(What::Link));
    })
    .await;
}
