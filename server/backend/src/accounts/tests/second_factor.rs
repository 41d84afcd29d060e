//! The second step: an app whose codes are good once, and recovery codes.

use domain::accounts::{SecondFactor, TotpStep};

use super::*;
use crate::accounts::totp::TotpKey;

/// The person's authenticator app.
pub struct App(TotpKey);

impl App {
    async fn scanned(visitor: &Visitor) -> Self {
        let pending = pending_totp(&visitor.backend, &visitor.call().await).await.expect("read").expect("begun");
        assert!(pending.address.starts_with("otpauth://totp/R%C3%A5dslag:ada%40example.se?secret="));
        let key = pending.key.replace(' ', "");
        Self(TotpKey::from_bytes(data_encoding::BASE32_NOPAD.decode(key.as_bytes()).expect("base32")))
    }

    fn code(&self, backend: &Backend) -> String {
        self.0.code(TotpStep::at(backend.clock.now())).expect("a code")
    }
}

/// An administrator with the second step on, the app, and the recovery codes.
pub async fn with_app(backend: &Arc<Backend>) -> (Visitor, App, Vec<String>) {
    let ada = administrator(backend).await;
    begin_totp(backend, &ada.call().await).await.expect("begun");
    let app = App::scanned(&ada).await;
    confirm_totp(backend, &ada.call().await, &app.code(backend)).await.expect("confirmed");
    let codes = match shown_once(backend, &ada.call().await).await.expect("read") {
        Some(ShownOnce::RecoveryCodes(codes)) => codes,
        _ => panic!("the codes are shown"),
    };
    later(backend, Span::minutes(2));
    (ada, app, codes)
}

#[tokio::test]
async fn it_is_asked_for_after_the_password_and_each_code_is_good_once() {
    on_each_database(async |backend| {
        let (ada, app, _) = with_app(&backend).await;
        assert_eq!(security(&backend, &ada.call().await).await.expect("read").second_factor, SecondFactor::On);
        let mut phone = Visitor::new(&backend);
        phone.with_password("ada@example.se", PASSWORD).await.expect("the first step");
        assert_eq!(phone.caller().await, Caller::Nobody, "half is not enough");
        assert!(second_factor_awaits(&backend, &phone.call().await).await.expect("read"));
        let code = app.code(&backend);
        let not_it = second_factor(&backend, &phone.call().await, &wrong(&code)).await;
        assert_eq!(refused_at(not_it, "code"), Reason::WrongCode { left: 4 });
        let session = second_factor(&backend, &phone.call().await, &code).await.expect("it is right");
        phone.session = Some(session);
        assert!(matches!(phone.caller().await, Caller::Person { .. }));
        assert!(!second_factor_awaits(&backend, &phone.call().await).await.expect("read"));

        let mut thief = Visitor::new(&backend);
        thief.with_password("ada@example.se", PASSWORD).await.expect("the first step");
        let seen = second_factor(&backend, &thief.call().await, &code).await;
        assert!(matches!(refused_at(seen, "code"), Reason::WrongCode { .. }), "it has been used");
        let other = Visitor::new(&backend).call().await;
        assert_eq!(refused_at(second_factor(&backend, &other, &code).await, "code"), Reason::OtherBrowser);
    })
    .await;
}

#[tokio::test]
async fn recovery_codes_are_ten_each_good_once_and_shown_for_a_while() {
    on_each_database(async |backend| {
        let (ada, app, codes) = with_app(&backend).await;
        assert_eq!(codes.len(), 10);
        assert!(shown_once(&backend, &ada.call().await).await.expect("read").is_some(), "a reload does not lose them");
        let mut phone = Visitor::new(&backend);
        phone.with_password("ada@example.se", PASSWORD).await.expect("the first step");
        phone.session = Some(second_factor(&backend, &phone.call().await, &codes[3]).await.expect("it is right"));
        assert!(shown_once(&backend, &phone.call().await).await.expect("read").is_none(), "in that browser only");
        assert_eq!(security(&backend, &phone.call().await).await.expect("read").recovery_codes_left, 9);
        assert!(letters_to(&backend, "ada@example.se").await[0].contains("9 koder kvar"));
        let mut thief = Visitor::new(&backend);
        thief.with_password("ada@example.se", PASSWORD).await.expect("the first step");
        let again = second_factor(&backend, &thief.call().await, &codes[3]).await;
        assert!(matches!(refused_at(again, "code"), Reason::WrongCode { .. }));
        later(&backend, Span::minutes(10));
        assert!(shown_once(&backend, &ada.call().await).await.expect("read").is_none());
        renew_recovery_codes(&backend, &ada.call().await, &app.code(&backend)).await.expect("renewed");
        assert_eq!(security(&backend, &ada.call().await).await.expect("read").recovery_codes_left, 10);
        let old = second_factor(&backend, &thief.call().await, &codes[4]).await;
        assert!(old.is_err(), "the old ones are worthless");
    })
    .await;
}

#[tokio::test]
async fn it_is_turned_on_shortly_after_signing_in_and_off_with_a_code() {
    on_each_database(async |backend| {
        let mut ada = administrator(&backend).await;
        later(&backend, Span::minutes(15));
        assert_eq!(refused_at(begin_totp(&backend, &ada.call().await).await, ""), Reason::SignInAgain);
        assert_eq!(problem(confirm_totp(&backend, &ada.call().await, "123456").await), Problem::NotAllowed);
        ada.with_password("ada@example.se", PASSWORD).await.expect("signed in");
        begin_totp(&backend, &ada.call().await).await.expect("begun");
        let app = App::scanned(&ada).await;
        let mut phone = Visitor::new(&backend);
        phone.with_password("ada@example.se", PASSWORD).await.expect("not confirmed yet, so not asked for");
        assert!(matches!(phone.caller().await, Caller::Person { .. }));
        let not_it = confirm_totp(&backend, &ada.call().await, &wrong(&app.code(&backend))).await;
        assert_eq!(refused_at(not_it, "code"), Reason::CodeDoesNotFit);
        confirm_totp(&backend, &ada.call().await, &app.code(&backend)).await.expect("confirmed");
        assert_eq!(phone.caller().await, Caller::Nobody, "other sessions end");
        assert_eq!(problem(begin_totp(&backend, &ada.call().await).await), Problem::NotAllowed);
        assert!(pending_totp(&backend, &ada.call().await).await.expect("read").is_none(), "the key is not shown again");
        let used = remove_totp(&backend, &ada.call().await, &app.code(&backend)).await;
        assert_eq!(refused_at(used, "code"), Reason::CodeDoesNotFit, "the code was used to confirm");
        later(&backend, Span::minutes(1));
        remove_totp(&backend, &ada.call().await, &app.code(&backend)).await.expect("removed");
        assert_eq!(security(&backend, &ada.call().await).await.expect("read").second_factor, SecondFactor::Off);
        assert!(letters_to(&backend, "ada@example.se").await[0].contains("slagits av"));
    })
    .await;
}

#[tokio::test]
async fn guessing_codes_is_slowed_wherever_they_are_asked_for() {
    on_each_database(async |backend| {
        let (ada, app, _) = with_app(&backend).await;
        for _ in 0..5 {
            let guess = remove_totp(&backend, &ada.call().await, &wrong(&app.code(&backend))).await;
            assert_eq!(refused_at(guess, "code"), Reason::CodeDoesNotFit);
        }
        let stopped = problem(remove_totp(&backend, &ada.call().await, &app.code(&backend)).await);
        assert!(matches!(stopped, Problem::TooMany { retry_s: 25..=30 }), "{stopped:?}");
        later(&backend, Span::seconds(31));
        remove_totp(&backend, &ada.call().await, &app.code(&backend)).await.expect("the wait is over");
    })
    .await;
}
