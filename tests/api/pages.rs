//! What every page has in common: languages, titles, a heading, a way out of what is not there.

use support::{browser::Call, ground::Ground, on_both_databases, people::Person};

on_both_databases!(
    every_page_is_whole_without_scripts,
    what_is_not_there_says_so,
    one_who_is_not_signed_in_is_led_to_the_door,
    the_server_says_how_it_is,
);

async fn every_page_is_whole_without_scripts(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let id = administrator.id_of(&administrator).await;
    let person = format!("/people/{id}");
    let pages = [
        "/",
        "/sign-in",
        "/sign-in/password",
        "/password/forgot",
        "/settings",
        "/settings/security",
        "/settings/sessions",
        "/people",
        "/administration",
        "/administration/outbox",
        "/administration/jobs",
        "/administration/record",
        "/design",
        &person,
    ];
    for path in pages {
        for language in ["sv", "en"] {
            administrator.sends("/", "change_language", &[("language", language)]).await;
            let page = administrator.browser.open(path).await.expect(200);
            assert_eq!(page.language(), language, "{path}");
            assert!(page.title().ends_with("Rådslag"), "{path}: {}", page.title());
            assert!(!page.heading().is_empty(), "{path}");
            assert_eq!(page.all("main").len(), 1, "{path}");
            assert!(page.has("a.skip[href=\"#main\"]"), "{path} has no way past its head");
            assert!(!page.has("[aria-busy=\"true\"]"), "{path} waits for a script: {}", page.text());
            assert_eq!(page.answer.header("cache-control"), "no-store", "{path}");
        }
    }
}

async fn what_is_not_there_says_so(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    for path in [
        "/nowhere",
        "/people/nobody",
        "/people/00000000-0000-7000-8000-000000000000",
        "/administration/outbox/x",
        "/settings/x",
    ] {
        let page = administrator.browser.open(path).await.expect(404);
        assert!(!page.heading().is_empty(), "{path}");
        assert!(page.has("main a[href=\"/\"]"), "{path} leads nowhere on");
    }
    let elsewhere = ground.browser().send(Call::get("/nowhere")).await;
    assert_eq!(elsewhere.status, 404);
}

async fn one_who_is_not_signed_in_is_led_to_the_door(ground: &mut Ground) {
    for path in ["/", "/settings", "/settings/security", "/people", "/administration", "/administration/outbox"] {
        let answer = ground.browser().send(Call::get(path)).await;
        let door = answer.goes_to().unwrap_or_else(|| panic!("{path} answers {}", answer.status)).to_owned();
        assert!(door.starts_with("/sign-in"), "{path} leads to {door}");
        assert!(!answer.text().contains("<h2"), "{path} shows something all the same");
    }
}

async fn the_server_says_how_it_is(ground: &mut Ground) {
    for path in ["/healthz", "/readyz"] {
        assert_eq!(ground.browser().send(Call::get(path)).await.status, 200, "{path}");
    }
}
