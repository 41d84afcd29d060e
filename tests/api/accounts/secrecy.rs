//! No answer tells whether an address has an account.

use support::{
    answer::Answer,
    ground::Ground,
    on_both_databases,
    people::{Person, send},
};

on_both_databases!(
    asking_for_a_code_tells_nothing,
    a_wrong_code_tells_nothing,
    a_wrong_password_tells_nothing,
    guesses_are_slowed_down_alike,
    asking_for_a_password_link_tells_nothing,
    accounts_that_are_no_more_tell_nothing,
);

const UNKNOWN: &str = "ingen@example.se";

/// Status, headers and body, without what differs between any two answers: nonces, cookies, dates, the address itself.
fn told(answer: &Answer, email: &str) -> (u16, Vec<String>, String) {
    let policy = answer.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or("no nonce");
    let mut headers: Vec<String> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
    // The length differs with that of the address; the text itself is compared whole.
    headers.retain(|line| !line.starts_with("date:") && !line.starts_with("content-length:"));
    for line in &mut headers {
        *line = line.replace(nonce, "<nonce>");
        if line.starts_with("set-cookie: \"radslag_attempt=") {
            *line = line.split_once(';').map_or("", |(_, attributes)| attributes).to_owned();
        }
    }
    headers.sort();
    (answer.status, headers, answer.text().replace(nonce, "<nonce>").replace(email, "<address>"))
}

/// Sends the same form for both addresses, without scripts and with, and compares what comes back.
async fn compare(ground: &Ground, known: &str, page: &str, form: &str, rest: &[(&str, &str)]) {
    let mut plain = Vec::new();
    let mut scripted = Vec::new();
    for email in [known, UNKNOWN] {
        let browser = ground.browser();
        let mut filled = browser.open(page).await.expect(200).form(form).fill("email", email);
        for (field, value) in rest {
            filled = filled.fill(field, value);
        }
        plain.push(told(&filled.send().await, email));
        let fields: Vec<_> = [("email", email)].iter().chain(rest).copied().collect();
        scripted.push(told(&send(&ground.browser(), page, form, &fields).await, email));
    }
    assert_eq!(plain[0], plain[1], "{form}");
    assert_eq!(scripted[0], scripted[1], "{form}, by script");
}

async fn with_member(ground: &mut Ground) -> (Person, Person) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    (administrator, member)
}

async fn asking_for_a_code_tells_nothing(ground: &mut Ground) {
    let (_, member) = with_member(ground).await;
    compare(ground, &member.email, "/sign-in", "request_code", &[]).await;
}

async fn a_wrong_code_tells_nothing(ground: &mut Ground) {
    let (_, member) = with_member(ground).await;
    let mut answers = Vec::new();
    for email in [member.email.as_str(), UNKNOWN] {
        let browser = ground.browser();
        send(&browser, "/sign-in", "request_code", &[("email", email)]).await;
        let mut told_here = Vec::new();
        for _ in 0..7 {
            told_here.push(told(&send(&browser, "/sign-in/code", "enter_code", &[("code", "000000")]).await, email));
        }
        answers.push(told_here);
    }
    assert_eq!(answers[0], answers[1]);
}

async fn a_wrong_password_tells_nothing(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let wrong = [("password", "fel lösenord helt och hållet")];
    compare(ground, &administrator.email, "/sign-in/password", "sign_in_with_password", &wrong).await;
    compare(ground, &member.email, "/sign-in/password", "sign_in_with_password", &wrong).await;
}

async fn guesses_are_slowed_down_alike(ground: &mut Ground) {
    let (administrator, _) = with_member(ground).await;
    let mut statuses = Vec::new();
    for email in [administrator.email.as_str(), UNKNOWN] {
        let fields = [("email", email), ("password", "fel lösenord helt och hållet")];
        for _ in 0..6 {
            statuses.push(send(&ground.browser(), "/sign-in/password", "sign_in_with_password", &fields).await.status);
        }
    }
    assert_eq!(statuses[..6], [422, 422, 422, 422, 422, 429]);
    assert_eq!(statuses[6..], statuses[..6]);
}

async fn asking_for_a_password_link_tells_nothing(ground: &mut Ground) {
    let (administrator, _) = with_member(ground).await;
    compare(ground, &administrator.email, "/password/forgot", "request_password_link", &[]).await;
}

async fn accounts_that_are_no_more_tell_nothing(ground: &mut Ground) {
    let (administrator, member) = with_member(ground).await;
    let id = administrator.id_of(&member).await;
    let page = format!("/people/{id}");
    assert_eq!(administrator.sends(&page, "end_account", &[("person", &id)]).await.status, 200);
    compare(ground, &member.email, "/sign-in", "request_code", &[]).await;
    compare(ground, &member.email, "/password/forgot", "request_password_link", &[]).await;
}
