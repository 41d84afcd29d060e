//! The record: what is in it, that it names nobody, and that `radslag verify` finds the first break.

use support::{database::Kind, ground::Ground, on_both_databases, people::Person};

on_both_databases!(
    the_record_holds_what_happened_and_names_nobody,
    a_whole_record_is_verified,
    a_changed_entry_is_the_first_break,
    a_removed_entry_is_the_first_break,
    a_record_cut_short_is_found,
);

async fn lived_in(ground: &mut Ground) -> Person {
    let administrator = Person::first_administrator(ground).await;
    administrator.invites(ground, "Maria Hemlig", "maria.hemlig@example.se", "member").await;
    administrator.invites(ground, "Ali Rahimi", "ali@example.se", "member").await;
    administrator
}

async fn the_record_holds_what_happened_and_names_nobody(ground: &mut Ground) {
    let administrator = lived_in(ground).await;
    let page = administrator.browser.open("/administration/record").await.expect(200);
    assert!(page.all("tbody tr").len() >= 5, "set-up, invitations, acceptances: {}", page.text());
    assert!(page.text().contains("Maria Hemlig"), "names are looked up when it is shown");
    for row in ground.database.ask("SELECT actor || event FROM record").await {
        for private in ["Hemlig", "maria", "Anna", "example.se"] {
            assert!(!row.contains(private), "{row}");
        }
    }
}

async fn a_whole_record_is_verified(ground: &mut Ground) {
    lived_in(ground).await;
    let output = ground.run(&["verify"]);
    assert!(output.status.success(), "{output:?}");
}

/// Changes the record as somebody could who owns the database: its own guards are taken away first.
async fn tamper(ground: &Ground, sql: &str) {
    let guards: &[&str] = match ground.database.kind {
        Kind::Sqlite => &["DROP TRIGGER record_is_not_changed", "DROP TRIGGER record_is_not_removed"],
        Kind::Postgres => &["DROP TRIGGER record_is_only_added_to ON record"],
    };
    for guard in guards {
        ground.database.tamper(guard).await;
    }
    ground.database.tamper(sql).await;
}

/// Runs `radslag verify` and expects it to name this entry.
fn assert_broken_at(ground: &Ground, number: &str) {
    let output = ground.run(&["verify"]);
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(!output.status.success(), "{said}");
    assert!(said.split(|c: char| !c.is_ascii_digit()).any(|word| word == number), "not at {number}: {said}");
}

async fn a_changed_entry_is_the_first_break(ground: &mut Ground) {
    lived_in(ground).await;
    tamper(ground, "UPDATE record SET at = at + 1 WHERE number IN (2, 4)").await;
    assert_broken_at(ground, "2");
}

async fn a_removed_entry_is_the_first_break(ground: &mut Ground) {
    lived_in(ground).await;
    tamper(ground, "DELETE FROM record WHERE number = 3").await;
    assert_broken_at(ground, "3");
}

async fn a_record_cut_short_is_found(ground: &mut Ground) {
    lived_in(ground).await;
    let last = ground.database.ask("SELECT CAST(MAX(number) AS TEXT) FROM record").await.remove(0);
    tamper(ground, "DELETE FROM record WHERE number = (SELECT MAX(number) FROM record)").await;
    assert_broken_at(ground, &last);
}
