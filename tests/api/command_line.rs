//! The program on the command line: help, the demo, accounts from the terminal, migrations, wrong configuration.

use std::process::Output;

use support::{
    ground::Ground,
    on_both_databases,
    people::{PASSWORD, Person, sign_in_by_password},
    program::run,
};

on_both_databases!(
    the_demo_fills_an_empty_database,
    the_demo_refuses_a_database_with_other_data,
    an_account_is_made_from_the_terminal,
    one_who_is_locked_out_gets_a_link,
    what_is_up_to_date_says_so,
);

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn help_explains_every_command_and_every_value() {
    let output = run(&["--help"], &Vec::new());
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    for word in
        ["serve", "migrate", "demo", "person", "verify", "tally", "RADSLAG_DATA", "DATABASE_URL", "RADSLAG_SMTP"]
    {
        assert!(said.contains(word), "{word}: {said}");
    }
    for command in ["serve", "migrate", "demo", "person", "verify", "tally"] {
        assert!(run(&[command, "--help"], &Vec::new()).status.success(), "{command}");
    }
    assert!(!run(&["dance"], &Vec::new()).status.success());
}

#[test]
fn a_wrong_value_is_named_without_what_it_held() {
    for (variable, name) in [("RADSLAG_LISTEN", "listen"), ("RADSLAG_URL", "url"), ("DATABASE_URL", "database")] {
        let output = run(&["serve"], &vec![(variable, "hemligt://lösenord".to_owned())]);
        let said = said(&output);
        assert!(!output.status.success(), "{variable}: {said}");
        assert!(said.contains(name) && !said.contains("lösenord"), "{variable}: {said}");
    }
}

async fn the_demo_fills_an_empty_database(ground: &mut Ground) {
    let output = ground.run(&["demo"]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    let line = said.lines().find(|line| line.contains("administrator")).expect("a log-in for each office").to_owned();
    let email = line.split_whitespace().nth(1).expect("an address");
    let password = line.split(email).nth(1).expect("a password").trim();
    sign_in_by_password(&ground.browser(), email, password).await.expect(200);
}

async fn the_demo_refuses_a_database_with_other_data(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let before = ground.database.digest().await;
    let output = ground.run(&["demo"]);
    assert!(!output.status.success(), "{}", said(&output));
    assert_eq!(ground.database.digest().await, before);
    assert!(administrator.is_signed_in().await);
}

async fn an_account_is_made_from_the_terminal(ground: &mut Ground) {
    let arguments = ["person", "add", "--email", "sara@example.se", "--name", "Sara Nyberg", "--office", "secretariat"];
    let output = ground.run(&arguments);
    assert!(output.status.success(), "{}", said(&output));
    let browser = ground.browser();
    let form = browser.open(&link_in(&said(&output))).await.expect(200).form("set_password_by_link");
    form.fill("password", PASSWORD).fill("again", PASSWORD).submit().await.expect(200);
    sign_in_by_password(&browser, "sara@example.se", PASSWORD).await.expect(200);
    browser.open("/people").await.expect(200);

    let list = said(&ground.run(&["person", "list"]));
    assert!(list.contains("sara@example.se") && list.contains("secretariat"), "{list}");
    assert!(!ground.run(&arguments).status.success(), "an address has one account");
}

async fn one_who_is_locked_out_gets_a_link(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let output = ground.run(&["person", "link", "--email", &administrator.email]);
    assert!(output.status.success(), "{}", said(&output));
    ground.browser().open(&link_in(&said(&output))).await.expect(200);
    assert!(!ground.run(&["person", "link", "--email", "ingen@example.se"]).status.success());
}

fn link_in(said: &str) -> String {
    let at = said.find("/password/new/").unwrap_or_else(|| panic!("no link: {said}"));
    said[at..].split_whitespace().next().unwrap_or_default().to_owned()
}

async fn what_is_up_to_date_says_so(ground: &mut Ground) {
    let output = ground.run(&["migrate", "--check"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(ground.run(&["migrate"]).status.success());
}
