//! Accounts from the terminal: made, let in again, and named for the record.

use domain::{accounts::Office, problem::What};

use super::*;

#[tokio::test]
async fn an_account_made_at_the_terminal_is_like_any_other() {
    on_each_database(async |backend| {
        assert!(is_empty(&backend).await.expect("read"));
        let ada = begin_account(&backend, "Ada Berg", "ada@example.se", Office::Administrator, Some(PASSWORD)).await;
        let ada = ada.expect("made");
        assert!(!is_empty(&backend).await.expect("read"));
        let taken = begin_account(&backend, "Ada Berg", "ada@example.se", Office::Member, None).await;
        assert_eq!(problem(taken), Problem::invalid("email", Reason::Taken));
        let everyone = everyone(&backend).await.expect("read");
        assert_eq!(everyone.iter().map(|person| person.id).collect::<Vec<_>>(), [ada]);
        assert_eq!(names(&backend, vec![ada]).await.expect("read")[&ada], "Ada Berg");
        let mut visitor = Visitor::new(&backend);
        visitor.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        assert_eq!(visitor.id().await, ada);
    })
    .await;
}

#[tokio::test]
async fn one_who_lost_phone_and_codes_gets_in_again() {
    on_each_database(async |backend| {
        let (ada, _, _) = super::second_factor::with_app(&backend).await;
        let email = "ada@example.se";
        turn_off_second_step_for(&backend, email).await.expect("turned off");
        assert!(ada.call().await.me.is_none(), "signed out everywhere");
        let nothing = turn_off_second_step_for(&backend, email).await;
        assert_eq!(problem(nothing), Problem::not_found(What::Person));
        let link = password_link_for(&backend, email).await.expect("a link");
        let token = link.rsplit('/').next().expect("a token");
        let visitor = Visitor::new(&backend);
        set_password_by_link(&backend, &visitor.call().await, token, PASSWORD, PASSWORD).await.expect("set");
        let mut visitor = visitor;
        visitor.with_password(email, PASSWORD).await.expect("in with the password alone");
    })
    .await;
}
