//! Guessing is slowed down, by account and by address; what is right costs those behind the same address nothing.

use std::time::Duration;

use support::{
    ground::Ground,
    letters, on_both_databases,
    people::{PASSWORD, Person, ask_for_code, send, sign_in_by_code, sign_in_by_password},
};

on_both_databases!(
    wrong_passwords_for_one_account_make_it_wait,
    wrong_codes_from_one_address_are_slowed_but_right_ones_are_not,
    a_whole_hall_signs_in_behind_one_address,
    nobodys_mailbox_is_filled,
    the_time_left_is_told_without_scripts_too,
);

async fn try_password(ground: &Ground, email: &str, password: &str) -> u16 {
    let fields = [("email", email), ("password", password)];
    send(&ground.browser(), "/sign-in/password", "sign_in_with_password", &fields).await.status
}

async fn wrong_passwords_for_one_account_make_it_wait(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let other = administrator.invites(ground, "Sara", "sara@example.se", "secretariat").await;
    for _ in 0..5 {
        assert_eq!(try_password(ground, &administrator.email, "fel fel fel fel").await, 422);
    }
    let fields = [("email", administrator.email.as_str()), ("password", PASSWORD)];
    let answer = send(&ground.browser(), "/sign-in/password", "sign_in_with_password", &fields).await;
    assert_eq!(answer.status, 429, "even the right one, or one could guess on: {}", answer.text());
    let wait = answer.json()["problem"]["too_many"]["retry_s"].as_u64().expect("the time left");
    assert!((1..=30).contains(&wait), "{wait}");

    assert_eq!(try_password(ground, &other.email, PASSWORD).await, 200, "others are not slowed down");
    assert!(administrator.is_signed_in().await, "who is in stays in");
    ground.pass(Duration::from_secs(wait)).await;
    assert_eq!(try_password(ground, &administrator.email, PASSWORD).await, 200);
}

async fn wrong_codes_from_one_address_are_slowed_but_right_ones_are_not(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    let mut statuses = Vec::new();
    for guess in 0..30 {
        let browser = ground.browser();
        let email = format!("gissning{guess}@example.se");
        send(&browser, "/sign-in", "request_code", &[("email", &email)]).await;
        statuses.push(send(&browser, "/sign-in/code", "enter_code", &[("code", "000000")]).await.status);
    }
    assert_eq!(statuses[..20], [422; 20], "twenty a minute are free");
    assert!(statuses[20..].contains(&429), "{statuses:?}");

    let browser = ground.browser();
    sign_in_by_code(&browser, &member.email, &administrator).await.expect(200);
    sign_in_by_password(&ground.browser(), &administrator.email, PASSWORD).await.expect(200);

    let elsewhere = ground.browser_behind(2);
    ask_for_code(&elsewhere, "nagon@example.se").await;
    let answer = send(&elsewhere, "/sign-in/code", "enter_code", &[("code", "000000")]).await;
    assert_eq!(answer.status, 422, "another address is not slowed down: {}", answer.text());
}

async fn a_whole_hall_signs_in_behind_one_address(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    for number in 0..40 {
        let email = format!("deltagare{number}@example.se");
        let answer = send(&ground.browser(), "/sign-in", "request_code", &[("email", &email)]).await;
        assert_eq!(answer.status, 200, "number {number}: {}", answer.text());
    }
    sign_in_by_code(&ground.browser(), &member.email, &administrator).await.expect(200);
}

async fn nobodys_mailbox_is_filled(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    let mut statuses = Vec::new();
    for _ in 0..10 {
        let answer = send(&ground.browser(), "/sign-in", "request_code", &[("email", &member.email)]).await;
        statuses.push(answer.status);
    }
    assert!(statuses.starts_with(&[200; 4]) && statuses.ends_with(&[429]), "{statuses:?}");
    let outbox = administrator.browser.open("/administration/outbox").await.expect(200);
    let letters = outbox.text().matches(&member.email).count();
    let sent = statuses.iter().filter(|status| **status == 200).count();
    assert_eq!(letters, sent + 1, "one for each that was answered, and the invitation");
    assert_eq!(letters::code_for(&administrator, &member.email).await.len(), 6);
}

async fn the_time_left_is_told_without_scripts_too(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    for _ in 0..5 {
        try_password(ground, &administrator.email, "fel fel fel fel").await;
    }
    let browser = ground.browser();
    let page = sign_in_by_password(&browser, &administrator.email, PASSWORD).await.expect(429);
    let alert = page.one("form [role=\"alert\"]").text().collect::<String>();
    assert!(alert.chars().any(|c| c.is_ascii_digit()), "how long to wait: {alert}");
    assert_eq!(page.form("sign_in_with_password").value("email"), Some("anna@example.se"));
}
