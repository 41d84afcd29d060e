//! Passwords: chosen, changed, forgotten, removed; never guessed, never shown.

use std::time::Duration;

use support::{
    ground::Ground,
    letters, on_both_databases,
    people::{PASSWORD, Person, sign_in_by_password},
};

on_both_databases!(
    one_signs_in_with_a_password,
    a_wrong_password_says_so_and_keeps_the_address,
    a_changed_password_signs_others_out,
    a_member_may_choose_and_remove_a_password,
    an_administrator_cannot_do_without,
    a_forgotten_password_is_chosen_anew_by_a_link,
    a_password_link_is_good_once_and_for_an_hour,
    a_weak_password_is_refused,
);

const NEW: &str = "sju gröna krokodiler i Falun";

async fn one_signs_in_with_a_password(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let browser = ground.browser();
    let page = sign_in_by_password(&browser, &administrator.email.to_uppercase(), PASSWORD).await.expect(200);
    assert_eq!(page.path, "/");
    let (one, other) = (administrator.browser.cookie("radslag_session"), browser.cookie("radslag_session"));
    assert_ne!(one.expect("signed in").value, other.expect("signed in").value, "every sign-in has its own session");
}

async fn a_wrong_password_says_so_and_keeps_the_address(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let browser = ground.browser();
    let page = sign_in_by_password(&browser, &administrator.email, "helt fel lösenord").await.expect(422);
    assert!(page.error_at("password").is_some());
    let form = page.form("sign_in_with_password");
    assert_eq!(form.value("email"), Some("anna@example.se"));
    assert_eq!(form.value("password"), Some(""));
    assert!(!page.answer.text().contains("helt fel lösenord"), "it stands somewhere on the page");
}

async fn a_changed_password_signs_others_out(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let other = ground.browser();
    sign_in_by_password(&other, &administrator.email, PASSWORD).await.expect(200);
    let before = administrator.browser.cookie("radslag_session").expect("signed in").value;

    let form = administrator.browser.open("/settings/security").await.expect(200).form("change_password");
    let form = form.fill("current", PASSWORD).fill("password", NEW).fill("again", NEW);
    form.submit().await.expect(200);

    assert!(administrator.is_signed_in().await);
    assert_ne!(administrator.browser.cookie("radslag_session").expect("signed in").value, before);
    assert!(other.open("/settings").await.path.starts_with("/sign-in"));
    sign_in_by_password(&ground.browser(), &administrator.email, PASSWORD).await.expect(422);
    sign_in_by_password(&ground.browser(), &administrator.email, NEW).await.expect(200);
}

async fn a_member_may_choose_and_remove_a_password(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    let form = member.browser.open("/settings/security").await.expect(200).form("change_password");
    form.fill("password", NEW).fill("again", NEW).submit().await.expect(200);
    sign_in_by_password(&ground.browser(), &member.email, NEW).await.expect(200);

    let form = member.browser.open("/settings/security").await.expect(200).form("remove_password");
    let page = form.fill("current", "fel").submit().await.expect(422);
    assert!(page.error_at("current").is_some());
    page.form("remove_password").fill("current", NEW).submit().await.expect(200);
    sign_in_by_password(&ground.browser(), &member.email, NEW).await.expect(422);
}

async fn an_administrator_cannot_do_without(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let page = administrator.browser.open("/settings/security").await.expect(200);
    assert!(page.forms("remove_password").is_empty());
    let answer = administrator.sends("/settings/security", "remove_password", &[("current", PASSWORD)]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("password_needed"), "{}", answer.text());
}

async fn a_forgotten_password_is_chosen_anew_by_a_link(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let secretariat = administrator.invites(ground, "Sara", "sara@example.se", "secretariat").await;
    let browser = ground.browser();
    let form = browser.open("/password/forgot").await.expect(200).form("request_password_link");
    form.fill("email", &secretariat.email).submit().await.expect(200);
    let link = letters::link_to(&administrator, &secretariat.email, "password/new").await;

    let form = browser.open(&link).await.expect(200).form("set_password_by_link");
    let page = form.fill("password", NEW).fill("again", "annat än så här").submit().await.expect(422);
    assert!(page.error_at("again").is_some());
    let form = page.form("set_password_by_link").fill("password", NEW).fill("again", NEW);
    form.submit().await.expect(200);
    assert!(!secretariat.is_signed_in().await, "a new password ends what was begun with the old one");
    sign_in_by_password(&browser, &secretariat.email, NEW).await.expect(200);
}

async fn a_password_link_is_good_once_and_for_an_hour(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let ask = async || {
        let browser = ground.browser();
        let form = browser.open("/password/forgot").await.expect(200).form("request_password_link");
        form.fill("email", &administrator.email).submit().await.expect(200);
        letters::link_to(&administrator, &administrator.email, "password/new").await
    };
    let link = ask().await;
    ground.pass(Duration::from_secs(3600)).await;
    ground.browser().open(&link).await.expect(410);

    let link = ask().await;
    let browser = ground.browser();
    let form = browser.open(&link).await.expect(200).form("set_password_by_link");
    form.fill("password", NEW).fill("again", NEW).submit().await.expect(200);
    ground.browser().open(&link).await.expect(410);
}

async fn a_weak_password_is_refused(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let long = "å".repeat(201);
    for (password, reason) in [
        ("", "missing"),
        ("kort", "too_short"),
        (&long, "too_long"),
        ("passwordpassword", "weak_password"),
        ("anna@example.se", "weak_password"),
    ] {
        let fields = [("current", PASSWORD), ("password", password), ("again", password)];
        let answer = administrator.sends("/settings/security", "change_password", &fields).await;
        assert_eq!(answer.status, 422, "{password}: {}", answer.text());
        assert_eq!(answer.reason_at("password").as_deref(), Some(reason), "{password}");
    }
    assert!(administrator.is_signed_in().await);
}
