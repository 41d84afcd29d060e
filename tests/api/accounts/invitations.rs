//! Invitations: by mail and by link, accepted once, renewed, withdrawn, too old.

use std::time::Duration;

use support::{
    ground::Ground,
    letters, on_both_databases,
    people::{PASSWORD, Person},
};

on_both_databases!(
    one_who_is_invited_accepts_and_is_signed_in,
    the_secretariat_chooses_a_password_when_it_accepts,
    the_link_is_shown_to_be_copied_too,
    an_invitation_is_accepted_once,
    an_invitation_is_too_old_after_seven_days_and_can_be_renewed,
    a_withdrawn_invitation_is_closed,
    one_who_has_an_account_is_not_invited_again,
    what_cannot_be_an_invitation_is_refused_at_its_field,
);

async fn one_who_is_invited_accepts_and_is_signed_in(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Ali Rahimi", "ali@example.se", "member").await;
    assert!(member.is_signed_in().await);
    let people = administrator.browser.open("/people").await.expect(200);
    assert!(people.text().contains("Ali Rahimi"));
    assert!(people.forms("withdraw_invitation").is_empty(), "an accepted invitation is none any more");
}

async fn the_secretariat_chooses_a_password_when_it_accepts(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let link = administrator.invitation_to("sara@example.se", "secretariat").await;
    let browser = ground.browser();
    let page = browser.open(&link).await.expect(200);
    let form = page.form("accept_invitation").fill("name", "Sara Sekreterare");
    let page = form.submit().await.expect(422);
    assert!(page.error_at("password").is_some());
    let form = page.form("accept_invitation");
    assert_eq!(form.value("name"), Some("Sara Sekreterare"));
    form.fill("password", PASSWORD).fill("again", PASSWORD).submit().await.expect(200);
    browser.open("/people").await.expect(200);
}

async fn the_link_is_shown_to_be_copied_too(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let form = administrator.browser.open("/people").await.form("invite_person");
    let page = form.fill("email", "kim@example.se").fill("office", "member").submit().await.expect(200);
    let shown = page.one("a[href*=\"/invitations/\"]").attr("href").unwrap_or_default().to_owned();
    let mailed = letters::link_to(&administrator, "kim@example.se", "invitations").await;
    assert!(shown.ends_with(&mailed), "{shown} and {mailed}");
}

async fn an_invitation_is_accepted_once(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let link = administrator.invitation_to("kim@example.se", "member").await;
    let (first, second) = (ground.browser(), ground.browser());
    let opened = second.open(&link).await.expect(200).form("accept_invitation");
    first.open(&link).await.form("accept_invitation").fill("name", "Kim").submit().await.expect(200);
    opened.fill("name", "Någon annan").submit().await.expect(410);
    second.open(&link).await.expect(410);
    assert!(second.cookie("radslag_session").is_none());
}

async fn an_invitation_is_too_old_after_seven_days_and_can_be_renewed(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let old = administrator.invitation_to("kim@example.se", "member").await;
    ground.pass(Duration::from_secs(7 * 24 * 3600)).await;
    ground.browser().open(&old).await.expect(410);

    let people = administrator.browser.open("/people").await.expect(200);
    people.form("renew_invitation").submit().await.expect(200);
    let new = letters::link_to(&administrator, "kim@example.se", "invitations").await;
    assert_ne!(old, new);
    let browser = ground.browser();
    assert_eq!(browser.open(&old).await.status(), 404, "the old link is no longer known");
    browser.open(&new).await.expect(200).form("accept_invitation").fill("name", "Kim").submit().await.expect(200);
}

async fn a_withdrawn_invitation_is_closed(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let link = administrator.invitation_to("kim@example.se", "member").await;
    let browser = ground.browser();
    let opened = browser.open(&link).await.expect(200).form("accept_invitation");
    let people = administrator.browser.open("/people").await.expect(200);
    people.form("withdraw_invitation").submit().await.expect(200);
    opened.fill("name", "Kim").submit().await.expect(410);
    browser.open(&link).await.expect(410);
}

async fn one_who_has_an_account_is_not_invited_again(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let form = administrator.browser.open("/people").await.form("invite_person");
    let page = form.fill("email", "ANNA@example.se").fill("office", "member").submit().await.expect(422);
    assert!(page.error_at("email").is_some());
    assert_eq!(page.form("invite_person").value("email"), Some("ANNA@example.se"));
}

async fn what_cannot_be_an_invitation_is_refused_at_its_field(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let long = format!("{}@example.se", "a".repeat(300));
    for (email, office, field, reason) in [
        ("", "member", "email", "missing"),
        ("kim", "member", "email", "not_an_address"),
        ("kim@example.se\nBcc: alla@example.se", "member", "email", "unprintable"),
        (&long, "member", "email", "too_long"),
        ("kim@example.se", "kung", "office", "unknown_choice"),
        ("kim@example.se", "", "office", "missing"),
    ] {
        let answer = administrator.sends("/people", "invite_person", &[("email", email), ("office", office)]).await;
        assert_eq!(answer.status, 422, "{email}: {}", answer.text());
        assert_eq!(answer.reason_at(field).as_deref(), Some(reason), "{email}");
    }
}
