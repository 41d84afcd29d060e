//! The permission walk: every route for every role, the exact answer, and that what was refused changed nothing.

mod objects;
mod roles;
mod table;

use std::{collections::BTreeSet, time::Duration};

use domain::forms::FormName;
use support::{
    answer::Answer,
    browser::{Browser, Call},
    database::Digest,
    ground::Ground,
    on_both_databases,
    people::send,
};

use self::{
    objects::Objects,
    roles::{JOINING_LATER, Role, Roles},
    table::{DOOR, ROWS, Row, Way},
};

on_both_databases!(every_route_answers_every_role_exactly);

async fn every_route_answers_every_role_exactly(ground: &mut Ground) {
    let mut roles = Roles::gather(ground).await;
    let mut wrong = Vec::new();
    for row in ROWS {
        for role in Role::ALL {
            let expected = row.answer_to(role);
            roles.sign_in_again(ground, role).await;
            let objects = Objects { ground, outside: &roles.outside, role: roles.person(role) };
            let (path, fields) = objects.put_into(row).await;
            let before = settled(ground).await;
            let browser = roles.browser(role);
            let mut answers = vec![(call(browser, row, &path, &fields).await.status, expected)];
            if row.way == Way::Page {
                let read = browser.send(Call::get(&format!("/read{path}")).for_scripts()).await;
                answers.push((read.status, if expected == DOOR { 401 } else { expected }));
            }
            for (status, expected) in &answers {
                if status != expected {
                    wrong.push(format!("{role:?}: {row} answers {status}, not {expected}"));
                }
            }
            if answers.iter().any(|(status, _)| *status >= 400) && ground.database.digest().await != before {
                wrong.push(format!("{role:?}: {row} was refused and has changed the database"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong answers", wrong.join("\n"), wrong.len());
}

/// What stands in the database once no job is at work any more.
async fn settled(ground: &Ground) -> Digest {
    let mut digest = ground.database.digest().await;
    loop {
        // What has an occasion waits for the night; one that was tried again has none, and is done at once.
        let busy = "SELECT CAST(COUNT(*) AS TEXT) FROM job WHERE state = 'running' OR (state = 'waiting' AND occasion IS NULL)";
        if ground.database.ask(busy).await == ["0"] {
            let now = ground.database.digest().await;
            if now == digest {
                return digest;
            }
            digest = now;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn call(browser: &Browser, row: &Row, path: &str, fields: &[(&str, String)]) -> Answer {
    match row.way {
        Way::Page | Way::Get => browser.send(Call::get(path)).await,
        Way::Form(form) => {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            send(browser, path, form.name(), &fields).await
        }
    }
}

#[test]
fn the_table_holds_every_route_and_every_form() {
    let output = support::program::run(&["routes"], &Vec::new());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let routes: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let list = |name: &str| {
        let names = routes[name].as_array().unwrap_or_else(|| panic!("no {name}: {text}"));
        names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let there: BTreeSet<String> = ["pages", "others"].into_iter().flat_map(list).collect();
    let walked: BTreeSet<String> =
        ROWS.iter().filter(|row| matches!(row.way, Way::Page | Way::Get)).map(|row| row.route.to_owned()).collect();
    assert_eq!(there, walked, "routes of the program, and routes of the walk");

    let forms: BTreeSet<String> = list("forms").into_iter().collect();
    let sent = |form: &&FormName| ROWS.iter().any(|row| row.way == Way::Form(**form));
    let walked: BTreeSet<String> = FormName::ALL.iter().filter(sent).map(|form| form.name().to_owned()).collect();
    assert_eq!(forms, walked, "forms of the program, and forms of the walk");
}

#[test]
fn roles_that_join_later_say_when() {
    for (role, when) in JOINING_LATER {
        assert!(!role.is_empty() && when.starts_with("with "), "{role}: {when}");
    }
}
