//! Sessions: listed to their owner, revoked one by one or all, over in the end.

use std::time::Duration;

use support::{
    browser::Call,
    ground::Ground,
    on_both_databases,
    people::{PASSWORD, Person, sign_in_by_password},
};

on_both_databases!(
    one_signs_out,
    a_session_is_listed_and_revoked,
    all_others_are_revoked_at_once,
    somebody_elses_session_is_not_found,
    a_session_ends_after_thirty_days_unused,
    a_forged_session_is_nobody,
);

async fn one_signs_out(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let token = administrator.browser.cookie("radslag_session").expect("signed in").value;
    let page = administrator.browser.open("/").await.form("sign_out").submit().await.expect(200);
    assert_eq!(page.path, "/sign-in");
    assert!(administrator.browser.cookie("radslag_session").is_none());
    let thief = ground.browser();
    thief.take_cookie("radslag_session", &token);
    assert_eq!(thief.send(Call::get("/")).await.status, 303, "what was signed out stays so");
}

async fn a_session_is_listed_and_revoked(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let other = ground.browser();
    sign_in_by_password(&other, &administrator.email, PASSWORD).await.expect(200);
    let page = administrator.browser.open("/settings/sessions").await.expect(200);
    let mut forms = page.forms("revoke_session");
    assert_eq!(forms.len(), 1, "this device is signed out elsewhere: {}", page.text());
    forms.remove(0).submit().await.expect(200);
    assert!(other.open("/settings").await.path.starts_with("/sign-in"));
    assert!(administrator.is_signed_in().await);
}

async fn all_others_are_revoked_at_once(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let others = [ground.browser(), ground.browser()];
    for other in &others {
        sign_in_by_password(other, &administrator.email, PASSWORD).await.expect(200);
    }
    let page = administrator.browser.open("/settings/sessions").await.expect(200);
    page.form("revoke_other_sessions").submit().await.expect(200);
    for other in &others {
        assert!(other.open("/settings").await.path.starts_with("/sign-in"));
    }
    assert!(administrator.is_signed_in().await);
}

async fn somebody_elses_session_is_not_found(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    let other = ground.browser();
    sign_in_by_password(&other, &administrator.email, PASSWORD).await.expect(200);
    let page = administrator.browser.open("/settings/sessions").await.expect(200);
    let session = page.form("revoke_session").value("session").unwrap_or_default().to_owned();

    let before = ground.database.digest().await;
    let unknown = "00000000-0000-7000-8000-000000000000";
    for session in [session.as_str(), unknown, "inget id", "", "' OR 1=1 --"] {
        let answer = member.sends("/settings/sessions", "revoke_session", &[("session", session)]).await;
        assert_eq!(answer.status, 404, "{session}: {}", answer.text());
    }
    assert_eq!(ground.database.digest().await, before);
    other.open("/settings").await.expect(200);
}

async fn a_session_ends_after_thirty_days_unused(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    ground.pass(Duration::from_secs(29 * 24 * 3600)).await;
    assert!(administrator.is_signed_in().await, "29 days later");
    ground.pass(Duration::from_secs(29 * 24 * 3600)).await;
    assert!(administrator.is_signed_in().await, "it was used meanwhile");
    ground.pass(Duration::from_secs(30 * 24 * 3600)).await;
    assert!(!administrator.is_signed_in().await, "30 days unused");
}

async fn a_forged_session_is_nobody(ground: &mut Ground) {
    Person::first_administrator(ground).await;
    for token in ["x", "0", "null", &"A".repeat(43), &"A".repeat(4000), "%00", "../..", "1%20OR%201=1"] {
        let browser = ground.browser();
        browser.take_cookie("radslag_session", token);
        let page = browser.open("/settings").await.expect(200);
        assert!(page.path.starts_with("/sign-in"), "{token}");
    }
}
