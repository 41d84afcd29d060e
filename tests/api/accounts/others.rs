//! Others' accounts: offices changed, accounts ended and brought back, by administrators and nobody else.

use std::time::Duration;

use support::{
    ground::Ground,
    on_both_databases,
    people::{PASSWORD, Person, sign_in_by_password},
};

on_both_databases!(
    an_office_is_changed_and_counts_at_once,
    an_office_with_power_needs_a_password,
    the_last_administrator_stays_one,
    two_administrators_that_change_the_same_office_are_told,
    an_ended_account_is_out_at_once_and_can_be_brought_back,
    an_account_cannot_be_brought_back_after_thirty_days,
    people_are_found,
);

const DAY: Duration = Duration::from_secs(24 * 3600);

async fn an_office_is_changed_and_counts_at_once(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let secretariat = administrator.invites(ground, "Sara", "sara@example.se", "secretariat").await;
    let id = administrator.id_of(&secretariat).await;
    secretariat.browser.open("/administration").await.expect(403);
    let form = administrator.browser.open(&format!("/people/{id}")).await.expect(200).form("change_office");
    form.fill("office", "administrator").submit().await.expect(200);
    secretariat.browser.open("/administration").await.expect(200);
}

async fn an_office_with_power_needs_a_password(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    let id = administrator.id_of(&member).await;
    let form = administrator.browser.open(&format!("/people/{id}")).await.expect(200).form("change_office");
    let page = form.fill("office", "secretariat").submit().await.expect(422);
    assert!(page.error_at("office").is_some(), "{}", page.text());
    member.browser.open("/people").await.expect(403);
}

async fn the_last_administrator_stays_one(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let id = administrator.id_of(&administrator).await;
    let page = format!("/people/{id}");
    let form = administrator.browser.open(&page).await.expect(200).form("change_office");
    let answer = form.fill("office", "member").send_by_script().await;
    assert_eq!(answer.reason_at("office").as_deref(), Some("last_administrator"), "{}", answer.text());
    let answer = administrator.sends(&page, "end_account", &[("person", &id)]).await;
    assert_eq!(answer.status, 422, "{}", answer.text());
    administrator.browser.open("/administration").await.expect(200);
}

async fn two_administrators_that_change_the_same_office_are_told(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let secretariat = administrator.invites(ground, "Sara", "sara@example.se", "secretariat").await;
    let page = format!("/people/{}", administrator.id_of(&secretariat).await);
    let late = administrator.browser.open(&page).await.expect(200).form("change_office");
    let early = administrator.browser.open(&page).await.expect(200).form("change_office");
    early.fill("office", "administrator").submit().await.expect(200);
    let answer = late.fill("office", "member").send_by_script().await;
    assert_eq!(answer.status, 409, "{}", answer.text());
    assert_eq!(answer.json()["problem"]["conflict"]["current"][0]["value"], "administrator");
    secretariat.browser.open("/administration").await.expect(200);
}

async fn an_ended_account_is_out_at_once_and_can_be_brought_back(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let secretariat = administrator.invites(ground, "Sara", "sara@example.se", "secretariat").await;
    let page = format!("/people/{}", administrator.id_of(&secretariat).await);
    administrator.browser.open(&page).await.form("end_account").submit().await.expect(200);
    assert!(!secretariat.is_signed_in().await);
    sign_in_by_password(&ground.browser(), &secretariat.email, PASSWORD).await.expect(422);

    ground.pass(DAY * 29).await;
    administrator.browser.open(&page).await.form("restore_account").submit().await.expect(200);
    assert!(!secretariat.is_signed_in().await, "what was ended with it stays so");
    sign_in_by_password(&ground.browser(), &secretariat.email, PASSWORD).await.expect(200);
}

async fn an_account_cannot_be_brought_back_after_thirty_days(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    let id = administrator.id_of(&member).await;
    let page = format!("/people/{id}");
    administrator.browser.open(&page).await.form("end_account").submit().await.expect(200);
    // An administrator is gone after thirty days of silence, too.
    ground.pass(DAY * 15).await;
    assert!(administrator.is_signed_in().await);
    ground.pass(DAY * 15).await;
    let answer = administrator.sends(&page, "restore_account", &[("person", &id)]).await;
    assert!(matches!(answer.status, 404 | 410), "{}: {}", answer.status, answer.text());
}

async fn people_are_found(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    administrator.invites(ground, "Maria Hedlund", "maria@example.se", "member").await;
    administrator.invites(ground, "Åke Öberg", "ake@example.se", "member").await;
    for (search, found, not) in
        [("HEDL", "Maria Hedlund", "Åke"), ("%C3%A5ke", "Åke Öberg", "Maria"), ("ake@", "Åke", "Maria")]
    {
        let page = administrator.browser.open(&format!("/people?search={search}")).await.expect(200);
        assert!(page.text().contains(found), "{search}: {}", page.text());
        assert!(!page.text().contains(not), "{search}: {}", page.text());
    }
    for nobody in ["zzz", "%25", "_", "'%20OR%201=1%20--", "%5C"] {
        let page = administrator.browser.open(&format!("/people?search={nobody}")).await.expect(200);
        assert!(!page.has("table a[href^=\"/people/\"]"), "{nobody}: {}", page.text());
    }
}
