//! One's own account: name, language and theme, for oneself alone and without losing others' changes.

use support::{
    ground::Ground,
    on_both_databases,
    people::{Person, send},
};

on_both_databases!(
    a_name_is_changed,
    two_browsers_that_change_the_same_name_are_told,
    the_language_is_switched_where_one_stands,
    the_language_is_kept_with_the_account,
    the_theme_is_kept,
    one_who_is_not_signed_in_has_language_and_theme_too,
);

async fn a_name_is_changed(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    for name in ["Anna-Lisa Öberg", "مریم حسینی", "👩🏽‍🚀 Kim", "</textarea><script>alert(1)</script>", "</title><script>"]
    {
        let form = administrator.browser.open("/settings").await.expect(200).form("change_profile");
        let page = form.fill("name", name).submit().await.expect(200);
        assert_eq!(page.form("change_profile").value("name"), Some(name));
        assert!(page.text().contains(name), "{name}: {}", page.text());
        assert!(!page.has("title script, h1 script, form script"), "{name}");
    }
}

async fn two_browsers_that_change_the_same_name_are_told(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let late = administrator.browser.open("/settings").await.expect(200).form("change_profile");
    let early = administrator.browser.open("/settings").await.expect(200).form("change_profile");
    early.fill("name", "Anna Först").submit().await.expect(200);
    let page = late.fill("name", "Anna Sedan").submit().await.expect(409);
    assert!(page.text().contains("Anna Först"), "what stands there now is shown: {}", page.text());
    let form = page.form("change_profile");
    assert_eq!(form.value("name"), Some("Anna Sedan"), "what was typed is still there");
    let page = form.submit().await.expect(200);
    assert_eq!(page.form("change_profile").value("name"), Some("Anna Sedan"), "once told, one may go on");
}

async fn the_language_is_switched_where_one_stands(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let page = administrator.browser.open("/people?search=anna").await.expect(200);
    assert_eq!(page.language(), "en");
    let page = page.form("change_language").submit().await.expect(200);
    assert_eq!((page.language().as_str(), page.path.as_str()), ("sv", "/people?search=anna"));
    let page = page.form("change_language").submit().await.expect(200);
    assert_eq!(page.language(), "en");
}

async fn the_language_is_kept_with_the_account(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let answer = administrator.sends("/settings", "change_language", &[("language", "sv")]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["done"]["reload"], true);
    let elsewhere = ground.browser();
    support::people::sign_in_by_password(&elsewhere, &administrator.email, support::people::PASSWORD).await.expect(200);
    assert_eq!(elsewhere.open("/").await.language(), "sv");
    let answer = administrator.sends("/settings", "change_language", &[("language", "tlh")]).await;
    assert_eq!(answer.reason_at("language").as_deref(), Some("unknown_choice"));
}

async fn the_theme_is_kept(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    for theme in ["light", "dark", "contrast light", "contrast dark"] {
        let page = administrator.browser.open("/settings").await.expect(200);
        let form = page.forms("change_theme").into_iter().find(|form| form.open_fields().contains(&"theme"));
        let page = form.expect("themes to choose from").fill("theme", theme).submit().await.expect(200);
        assert_eq!(page.one("html").attr("data-theme"), Some(theme));
    }
    let answer = administrator.sends("/settings", "change_theme", &[("theme", "neon")]).await;
    assert_eq!(answer.reason_at("theme").as_deref(), Some("unknown_choice"));
}

async fn one_who_is_not_signed_in_has_language_and_theme_too(ground: &mut Ground) {
    let browser = ground.browser().reading("sv");
    let page = browser.open("/sign-in").await.expect(200);
    assert_eq!(page.language(), "sv");
    let page = page.form("change_language").submit().await.expect(200);
    assert_eq!((page.language().as_str(), page.path.as_str()), ("en", "/sign-in"));
    assert_eq!(send(&browser, "/sign-in", "change_theme", &[("theme", "contrast dark")]).await.status, 200);
    let page = browser.open("/password/forgot").await.expect(200);
    assert_eq!(page.one("html").attr("data-theme"), Some("contrast dark"));
    assert_eq!(page.language(), "en");
}
