//! Signing in with a code: bound to the browser that asked, short-lived, good once.

use std::time::Duration;

use support::{
    ground::Ground,
    letters, on_both_databases,
    people::{Person, ask_for_code, send, sign_in_by_code},
};

on_both_databases!(
    a_member_signs_in_with_a_code,
    one_goes_on_to_the_page_one_wanted,
    a_code_is_good_once,
    a_code_is_too_old_after_ten_minutes,
    a_code_works_only_in_the_browser_that_asked,
    a_new_code_replaces_the_old_one,
    five_wrong_tries_spend_a_code,
    nobody_is_led_to_another_site,
);

async fn with_member(ground: &mut Ground) -> (Person, Person) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria Medlem", "maria@example.se", "member").await;
    (administrator, member)
}

async fn a_member_signs_in_with_a_code(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let browser = ground.browser();
    let page = sign_in_by_code(&browser, &member.email, &administrator).await.expect(200);
    assert_eq!(page.path, "/");
    assert!(page.text().contains("Maria Medlem"));
}

async fn one_goes_on_to_the_page_one_wanted(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let browser = ground.browser();
    let door = browser.open("/settings/sessions").await.expect(200);
    assert!(door.path.starts_with("/sign-in?next="), "{}", door.path);
    let page = door.form("request_code").fill("email", &member.email).submit().await.expect(200);
    let code = letters::code_for(&administrator, &member.email).await;
    let page = page.form("enter_code").fill("code", &code).submit().await.expect(200);
    assert_eq!(page.path, "/settings/sessions");
}

async fn a_code_is_good_once(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let browser = ground.browser();
    ask_for_code(&browser, &member.email).await;
    let attempt = browser.cookie("radslag_attempt").expect("a code is bound to a browser").value;
    let code = letters::code_for(&administrator, &member.email).await;
    assert_eq!(send(&browser, "/sign-in/code", "enter_code", &[("code", &code)]).await.status, 200);

    let again = ground.browser();
    again.take_cookie("radslag_attempt", &attempt);
    let answer = send(&again, "/sign-in/code", "enter_code", &[("code", &code)]).await;
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert_eq!(answer.reason_at("code").as_deref(), Some("spent_code"));
}

async fn a_code_is_too_old_after_ten_minutes(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let browser = ground.browser();
    let door = ask_for_code(&browser, &member.email).await;
    let code = letters::code_for(&administrator, &member.email).await;
    ground.pass(Duration::from_secs(600)).await;
    let page = door.form("enter_code").fill("code", &code).submit().await.expect(422);
    assert!(page.error_at("code").is_some());
    assert_eq!(page.form("enter_code").value("code"), Some(""), "codes are not sent back");
}

async fn a_code_works_only_in_the_browser_that_asked(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let (asked, other) = (ground.browser(), ground.browser());
    ask_for_code(&asked, &member.email).await;
    let code = letters::code_for(&administrator, &member.email).await;
    let door = other.open("/sign-in/code").await.expect(200);
    door.form("enter_code").fill("code", &code).submit().await.expect(422);
    assert!(other.cookie("radslag_session").is_none());
}

async fn a_new_code_replaces_the_old_one(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let browser = ground.browser();
    ask_for_code(&browser, &member.email).await;
    let first = letters::code_for(&administrator, &member.email).await;
    let door = ask_for_code(&browser, &member.email).await;
    let second = letters::code_for(&administrator, &member.email).await;
    let door = door.form("enter_code").fill("code", &first).submit().await.expect(422);
    door.form("enter_code").fill("code", &second).submit().await.expect(200);
}

async fn five_wrong_tries_spend_a_code(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let browser = ground.browser();
    ask_for_code(&browser, &member.email).await;
    let code = letters::code_for(&administrator, &member.email).await;
    let wrong = if code == "123456" { "654321" } else { "123456" };
    for left in (0..5).rev() {
        let answer = send(&browser, "/sign-in/code", "enter_code", &[("code", wrong)]).await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        assert_eq!(answer.json()["problem"]["invalid"]["faults"][0]["reason"]["wrong_code"]["left"], left);
    }
    let answer = send(&browser, "/sign-in/code", "enter_code", &[("code", &code)]).await;
    assert!(matches!(answer.status, 422 | 429), "even the right one: {}", answer.text());
    assert!(browser.cookie("radslag_session").is_none());
}

async fn nobody_is_led_to_another_site(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    for next in ["//evil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", "javascript:alert(1)"] {
        let browser = ground.browser();
        let door = browser.open(&format!("/sign-in?next={next}")).await.expect(200);
        let door = door.form("request_code").fill("email", &member.email).submit().await.expect(200);
        let code = letters::code_for(&administrator, &member.email).await;
        let answer = door.form("enter_code").fill("code", &code).send().await;
        assert_eq!(answer.goes_to(), Some("/"), "{next}");
    }
}
