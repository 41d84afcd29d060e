//! What was acknowledged is there, whether the program is told to stop or killed.

use std::time::Duration;

use support::{
    browser::Browser,
    ground::Ground,
    on_both_databases,
    people::{Person, send},
    program::Signal,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

on_both_databases!(
    a_request_under_way_is_answered_when_told_to_stop,
    what_was_acknowledged_survives_a_kill,
    a_stopped_server_starts_again_on_the_same_data,
);

async fn a_request_under_way_is_answered_when_told_to_stop(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let session = administrator.browser.cookie("radslag_session").expect("signed in").value;
    let host = ground.program.address().trim_start_matches("http://").to_owned();
    let body = "form=change_theme&theme=dark";
    let head = format!(
        "POST /settings HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: radslag_session={session}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let mut slow = TcpStream::connect(&host).await.expect("it listens");
    slow.write_all(head.as_bytes()).await.expect("half a request");
    tokio::time::sleep(Duration::from_millis(200)).await;
    ground.program.signal(Signal::SIGTERM);
    ground.program.wait_for_line("told to stop").await;
    slow.write_all(body.as_bytes()).await.expect("the other half");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(ground.program.ended().await.success());

    ground.start_again().await;
    let page = administrator.browser.open("/").await.expect(200);
    assert_eq!(page.one("html").attr("data-theme"), Some("dark"), "what was answered was done");
}

async fn what_was_acknowledged_survives_a_kill(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let mut acknowledged = Vec::new();
    let killed_at = 12;
    for number in 0..40 {
        let email = format!("person{number}@example.se");
        let fields = [("email", email.as_str()), ("office", "member")];
        let invite = send(&administrator.browser, "/people", "invite_person", &fields);
        if number == killed_at {
            // In the middle of the one that is under way, or right after it if it is that quick.
            tokio::select! { _ = invite => {}, () = tokio::time::sleep(Duration::from_millis(1)) => {} }
            ground.program.signal(Signal::SIGKILL);
            break;
        }
        if invite.await.status == 200 {
            acknowledged.push(email);
        }
    }
    assert_eq!(acknowledged.len(), killed_at);
    ground.program.ended().await;
    ground.start_again().await;

    assert!(administrator.is_signed_in().await);
    let people = administrator.browser.open("/people").await.expect(200).text();
    for email in &acknowledged {
        assert!(people.contains(email), "{email} was acknowledged and is lost");
    }
    let outbox = administrator.browser.open("/administration/outbox").await.expect(200).text();
    for email in &acknowledged {
        assert!(outbox.contains(email), "the mail to {email} is lost");
    }
    assert!(ground.run(&["verify"]).status.success(), "the record is whole");
}

async fn a_stopped_server_starts_again_on_the_same_data(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    assert!(ground.program.end().await.success());
    ground.start_again().await;
    assert!(administrator.is_signed_in().await, "sessions outlive the process");
    let stranger = Browser::new(ground.program.address());
    assert!(stranger.open("/").await.expect(200).path.starts_with("/sign-in"));
}
