//! The way to the mail server.

use std::time::{Duration, UNIX_EPOCH};

use domain::moment::Moment;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::Mail;
use crate::{Failure, Unexpected, jobs::Unfinished, settings::Smtp};

pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post {
    /// Reads the settings; the mail server itself is asked when there is a mail.
    pub fn new(smtp: &Smtp) -> Result<Self, Failure> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url)
            .map_err(|_| Unexpected::new("the address of the mail server is not one"))?
            .timeout(Some(Duration::from_secs(30)))
            .build();
        let from = smtp.from.parse().map_err(Unexpected::during("reading the sender of mails"))?;
        Ok(Self { transport, from })
    }

    /// Gives the code with which the server refused, if it did. No error from here quotes the address.
    pub(super) async fn hand_over(&self, mail: &Mail, now: Moment) -> Result<Option<u16>, Unfinished> {
        let message = self.message(mail, now).map_err(Unfinished::GiveUp)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(None),
            Err(error) => match error.status() {
                Some(code) => Ok(Some(code.into())),
                None => Err(Unexpected::new(unreached(&error)).into()),
            },
        }
    }

    fn message(&self, mail: &Mail, now: Moment) -> Result<Message, Unexpected> {
        let (Some(address), Some(body)) = (&mail.address, &mail.body) else {
            return Err(Unexpected::new("the address or the text has been removed"));
        };
        let address = address.parse().map_err(|_| Unexpected::new("the address is not one"))?;
        let since_1970 = Duration::from_millis(u64::try_from(now.0).unwrap_or(0));
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, address))
            .date(UNIX_EPOCH + since_1970)
            // The same for each attempt, so that a mail which was taken after all is not shown twice.
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .subject(mail.subject.replace(['\r', '\n'], " "))
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
            .header(ContentType::TEXT_PLAIN)
            .body(body.clone())
            .map_err(Unexpected::during("writing a mail"))
    }
}

fn unreached(error: &lettre::transport::smtp::Error) -> &'static str {
    if error.is_timeout() {
        "the mail server did not answer in time"
    } else if error.is_tls() {
        "no encrypted connection to the mail server came about"
    } else if error.is_response() {
        "the mail server's answer was not understood"
    } else {
        "the mail server was not reached"
    }
}
