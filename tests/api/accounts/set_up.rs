//! The first administrator: a link that an empty database prints, good once.

use support::{
    browser::Call,
    ground::Ground,
    on_both_databases,
    people::{PASSWORD, Person},
};

on_both_databases!(
    the_first_administrator_sets_up,
    a_set_up_link_is_good_once,
    an_invented_link_leads_nowhere,
    what_was_typed_is_kept_but_never_passwords,
);

async fn the_first_administrator_sets_up(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let start = administrator.browser.open("/").await.expect(200);
    assert!(start.text().contains("Anna Administratör"), "{}", start.text());
    administrator.browser.open("/administration").await.expect(200);
}

async fn a_set_up_link_is_good_once(ground: &mut Ground) {
    let link = ground.set_up_link().await;
    let late = ground.browser();
    let opened_before = late.open(&link).await.expect(200).form("set_up");
    Person::first_administrator(ground).await;

    let before = ground.database.digest().await;
    let form = opened_before.fill("name", "Sen").fill("email", "sen@example.se");
    let answer = form.fill("password", PASSWORD).fill("again", PASSWORD).send_by_script().await;
    assert_eq!(answer.status, 410, "{}", answer.text());
    assert_eq!(ground.database.digest().await, before);
    late.open(&link).await.expect(410);

    ground.program.end().await;
    ground.start_again().await;
    assert!(!ground.program.said().contains("/set-up/"), "a server with an administrator prints no link");
}

async fn an_invented_link_leads_nowhere(ground: &mut Ground) {
    let browser = ground.browser();
    for link in ["/set-up/x", "/set-up/..%2f..", "/invitations/abc", "/password/new/abc", "/set-up/%00"] {
        let answer = browser.send(Call::get(link)).await;
        assert_eq!(answer.status, 404, "{link}");
    }
}

async fn what_was_typed_is_kept_but_never_passwords(ground: &mut Ground) {
    let link = ground.set_up_link().await;
    let browser = ground.browser();
    let form = browser.open(&link).await.expect(200).form("set_up");
    let form = form.fill("name", "Åsa </title><script>").fill("email", "inte en adress").fill("password", "kort");
    let page = form.fill("again", "annat").submit().await.expect(422);
    let form = page.form("set_up");
    assert_eq!(form.value("name"), Some("Åsa </title><script>"));
    assert_eq!(form.value("email"), Some("inte en adress"));
    assert_eq!((form.value("password"), form.value("again")), (Some(""), Some("")));
    for field in ["email", "password"] {
        assert!(page.error_at(field).is_some_and(|error| !error.is_empty()), "nothing is said at {field}");
    }
    assert_eq!(page.error_at("name"), None);
}
