//! The second step: an app's codes, each good once, and recovery codes for when it is lost.

use std::time::Duration;

use support::{
    ground::Ground,
    on_both_databases,
    page::text_of,
    people::{PASSWORD, Person, sign_in_by_password},
    totp,
};

on_both_databases!(
    one_signs_in_in_two_steps,
    a_code_of_the_app_is_good_once,
    a_recovery_code_is_good_once,
    a_wrong_code_turns_nothing_on_or_off,
    the_second_step_alone_opens_nothing,
    it_is_turned_off_with_a_code,
);

/// Somebody with an app.
struct WithApp {
    person: Person,
    secret: String,
    recovery_codes: Vec<String>,
}

impl WithApp {
    async fn of_first_administrator(ground: &mut Ground) -> Self {
        let person = Person::first_administrator(ground).await;
        let page = person.browser.open("/settings/security").await.expect(200);
        let page = page.form("begin_totp").submit().await.expect(200);
        let secret = text_of(page.one(".groups"));
        let code = totp::code(&secret, ground.pass(Duration::ZERO).await);
        let page = page.form("confirm_totp").fill("code", &code).submit().await.expect(200);
        let recovery_codes: Vec<_> = page.all(".codes li").into_iter().map(text_of).collect();
        assert_eq!(recovery_codes.len(), 10, "{}", page.text());
        Self { person, secret, recovery_codes }
    }

    /// The code that the app shows after so long; never the one that turned it on.
    async fn code_after(&self, seconds: u64, ground: &Ground) -> String {
        totp::code(&self.secret, ground.pass(Duration::from_secs(seconds)).await)
    }
}

async fn one_signs_in_in_two_steps(ground: &mut Ground) {
    let anna = WithApp::of_first_administrator(ground).await;
    let code = anna.code_after(30, ground).await;
    let browser = ground.browser();
    let page = sign_in_by_password(&browser, &anna.person.email, PASSWORD).await.expect(200);
    assert!(page.path.starts_with("/sign-in/second"), "{}", page.path);
    assert!(browser.cookie("radslag_session").is_none(), "half a sign-in is none");
    let page = page.form("second_factor").fill("code", "000000").submit().await.expect(422);
    assert!(page.error_at("code").is_some());
    let page = page.form("second_factor").fill("code", &code).submit().await.expect(200);
    assert_eq!(page.path, "/");
}

async fn a_code_of_the_app_is_good_once(ground: &mut Ground) {
    let anna = WithApp::of_first_administrator(ground).await;
    let code = anna.code_after(30, ground).await;
    for (browser, status) in [(ground.browser(), 200), (ground.browser(), 422)] {
        let page = sign_in_by_password(&browser, &anna.person.email, PASSWORD).await.expect(200);
        page.form("second_factor").fill("code", &code).submit().await.expect(status);
    }
}

async fn a_recovery_code_is_good_once(ground: &mut Ground) {
    let anna = WithApp::of_first_administrator(ground).await;
    let code = anna.recovery_codes[3].to_uppercase();
    for (browser, status) in [(ground.browser(), 200), (ground.browser(), 422)] {
        let page = sign_in_by_password(&browser, &anna.person.email, PASSWORD).await.expect(200);
        page.form("second_factor").fill("code", &code).submit().await.expect(status);
    }
}

async fn a_wrong_code_turns_nothing_on_or_off(ground: &mut Ground) {
    let anna = WithApp::of_first_administrator(ground).await;
    for form in ["remove_totp", "renew_recovery_codes"] {
        let answer = anna.person.sends("/settings/security", form, &[("code", "000000")]).await;
        assert_eq!(answer.status, 422, "{form}: {}", answer.text());
    }
    // The first ones are shown for ten minutes.
    let code = anna.code_after(11 * 60, ground).await;
    let page = anna.person.browser.open("/settings/security").await.expect(200);
    let page = page.form("renew_recovery_codes").fill("code", &code).submit().await.expect(200);
    let new: Vec<_> = page.all(".codes li").into_iter().map(text_of).collect();
    assert!(new.len() == 10 && new.iter().all(|code| !anna.recovery_codes.contains(code)));
}

async fn the_second_step_alone_opens_nothing(ground: &mut Ground) {
    let anna = WithApp::of_first_administrator(ground).await;
    let code = anna.code_after(30, ground).await;
    let browser = ground.browser();
    let door = browser.open("/sign-in/second").await;
    if let Some(form) = door.forms("second_factor").pop() {
        let answer = form.fill("code", &code).send().await;
        assert_eq!(answer.status, 422, "{}", answer.text());
    }
    assert!(browser.cookie("radslag_session").is_none());
}

async fn it_is_turned_off_with_a_code(ground: &mut Ground) {
    let anna = WithApp::of_first_administrator(ground).await;
    let code = anna.code_after(30, ground).await;
    let page = anna.person.browser.open("/settings/security").await.expect(200);
    page.form("remove_totp").fill("code", &code).submit().await.expect(200);
    let browser = ground.browser();
    let page = sign_in_by_password(&browser, &anna.person.email, PASSWORD).await.expect(200);
    assert_eq!(page.path, "/");
}
