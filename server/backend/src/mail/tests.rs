//! Mails on both databases, against a mail server that speaks SMTP.

mod smtp_server;

use std::{sync::Arc, time::Duration};

use domain::accounts::Office;
use smtp_server::SmtpServer;

use super::*;
use crate::{
    jobs::Worker,
    testing::{self, administrator},
};

async fn send_to(backend: &Backend, address: &str) -> MailId {
    let to = Recipient { person: None, address, language: Language::Swedish };
    let letter = Letter { subject: "Din kod för Rådslag".into(), body: "Hej!\n\n.012345\n\nHälsningar".into() };
    backend.store.write(async |transaction| send(backend, transaction, to, letter).await).await.expect("written");
    list(backend, &administrator(), None).await.expect("listed").rows[0].id
}

/// Waits until the mail is in this state.
async fn until(backend: &Backend, mail: MailId, state: MailState) -> Mail {
    let mut last = None;
    for _ in 0..3_000 {
        let mail = read(backend, &administrator(), mail).await.expect("read");
        if mail.state == state {
            return mail;
        }
        last = Some(mail);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it stands so: {last:?}");
}

#[tokio::test]
async fn without_a_mail_server_a_mail_is_kept_to_be_read() {
    testing::on_each_database(async |backend| {
        let mail = send_to(&backend, "anna@example.se").await;
        let kept = read(&backend, &administrator(), mail).await.expect("read");
        assert_eq!(kept.state, MailState::Kept);
        assert_eq!(kept.address.as_deref(), Some("anna@example.se"));
        assert!(kept.body.expect("a text").contains("012345"));
        assert_eq!(jobs::list(&backend, &administrator(), None).await.expect("listed").rows, []);

        backend.clock.advance(i64::try_from(KEPT.milliseconds()).expect("fits") + 1_000);
        sweep(&backend).await.expect("swept");
        let swept = read(&backend, &administrator(), mail).await.expect("read");
        assert_eq!((swept.address, swept.body), (None, None));
        assert_eq!(swept.subject, "Din kod för Rådslag");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_sent_and_then_loses_its_text() {
    let server = SmtpServer::start().await;
    testing::on_each_database_with(Some(server.settings()), async |backend| {
        let worker = Worker::start(Arc::clone(&backend));
        let mail = send_to(&backend, "anna@example.se").await;
        let sent = until(&backend, mail, MailState::Sent).await;
        assert!(sent.sent_at.is_some());
        assert_eq!((sent.body, sent.address.as_deref()), (None, Some("anna@example.se")));
        worker.stop(Duration::from_secs(5)).await;

        let taken = server.taken();
        let last = taken.last().expect("a mail");
        assert_eq!((last.from.as_str(), last.to.as_str()), ("radslag@example.se", "anna@example.se"));
        assert!(last.data.contains(&format!("Message-ID: <{mail}@example.se>")), "{}", last.data);
        assert!(last.data.contains("Auto-Submitted: auto-generated"), "{}", last.data);
        assert!(last.data.contains("From: =?utf-8?b?"), "a name with å: {}", last.data);
        assert!(last.data.contains("012345"), "{}", last.data);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_mail_server_is_asked_again_and_one_that_refuses_is_not() {
    let server = SmtpServer::start().await;
    testing::on_each_database_with(Some(server.settings()), async |backend| {
        let worker = Worker::start(Arc::clone(&backend));
        let gone = send_to(&backend, "gone@example.se").await;
        let failed = until(&backend, gone, MailState::Failed).await;
        assert!(failed.body.is_some(), "it may be sent again");
        let job = jobs::list(&backend, &administrator(), None).await.expect("listed").rows.remove(0);
        assert_eq!(job.last_error.as_deref(), Some("the mail server answered 550"), "no address");
        assert_eq!(job.standing.attempts, 1);

        let busy = send_to(&backend, "busy@example.se").await;
        for _ in 0..3_000 {
            let job = jobs::list(&backend, &administrator(), None).await.expect("listed").rows.remove(0);
            if job.last_error.as_deref() == Some("the mail server answered 451") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(read(&backend, &administrator(), busy).await.expect("read").state, MailState::Queued);
        backend.clock.advance(60_000);
        until(&backend, busy, MailState::Sent).await;

        server.let_everybody_in();
        jobs::retry(&backend, &administrator(), job.id).await.expect("asked for again");
        until(&backend, gone, MailState::Sent).await;
        worker.stop(Duration::from_secs(5)).await;
        server.be_strict_again();
    })
    .await;
}

#[tokio::test]
async fn only_administrators_read_the_outbox() {
    let test = testing::sqlite().await;
    let mail = send_to(&test.backend, "anna@example.se").await;
    let secretary =
        Caller::Person { id: PersonId(uuid::Uuid::from_u128(2)), office: Office::Secretariat, seats: Vec::new() };
    for refused in [
        list(&test.backend, &secretary, None).await.map(|_| ()),
        read(&test.backend, &secretary, mail).await.map(|_| ()),
    ] {
        assert!(matches!(refused, Err(Failure::Problem(Problem::NotAllowed))));
    }
    let unknown = read(&test.backend, &administrator(), MailId(uuid::Uuid::from_u128(1))).await;
    assert!(matches!(unknown, Err(Failure::Problem(Problem::NotFound { what: What::Mail }))));
}
