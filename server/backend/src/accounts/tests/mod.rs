//! The services of accounts on real databases: visitors with cookies of their own, and their mailboxes.

mod invitations;
mod people;
mod picture;
mod recorded;
mod second_factor;
mod security;
mod sign_in;
mod terminal;
mod throttling;

use std::{net::IpAddr, sync::Arc};

use domain::{
    ids::PersonId,
    language::Language,
    moment::Span,
    permissions::Caller,
    problem::{Problem, Reason},
};

use super::*;
use crate::{
    Backend, Failure, mail,
    secrets::Secret,
    testing::{self, on_each_database},
};

pub const PASSWORD: &str = "gul traktor under månen";

/// A browser with its two cookies.
pub struct Visitor {
    pub backend: Arc<Backend>,
    pub address: IpAddr,
    pub session: Option<Secret>,
    pub attempt: Option<Secret>,
}

impl Visitor {
    pub fn new(backend: &Arc<Backend>) -> Self {
        Self::from(backend, "192.0.2.1")
    }

    pub fn from(backend: &Arc<Backend>, address: &str) -> Self {
        let address = address.parse().expect("an address");
        Self { backend: Arc::clone(backend), address, session: None, attempt: None }
    }

    pub fn signed_in(backend: &Arc<Backend>, session: Secret) -> Self {
        Self { session: Some(session), ..Self::new(backend) }
    }

    pub async fn call(&self) -> Call {
        let brought = Brought {
            session: self.session.as_ref().map(Secret::expose),
            attempt: self.attempt.as_ref().map(Secret::expose),
            address: self.address,
            user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0",
            language: Language::Swedish,
        };
        call_of(&self.backend, brought).await.expect("a call")
    }

    pub async fn caller(&self) -> Caller {
        self.call().await.caller
    }

    pub async fn id(&self) -> PersonId {
        self.call().await.me.expect("signed in").id
    }

    pub async fn request_code(&mut self, email: &str) -> Result<(), Failure> {
        self.attempt = Some(request_code(&self.backend, &self.call().await, email).await?);
        Ok(())
    }

    pub async fn enter_code(&mut self, code: &str) -> Result<(), Failure> {
        let step = enter_code(&self.backend, &self.call().await, code).await?;
        self.keep(step);
        Ok(())
    }

    pub async fn with_password(&mut self, email: &str, password: &str) -> Result<(), Failure> {
        let step = sign_in_with_password(&self.backend, &self.call().await, email, password).await?;
        self.keep(step);
        Ok(())
    }

    fn keep(&mut self, step: Step) {
        match step {
            Step::SignedIn { session } => self.session = Some(session),
            Step::SecondFactor { attempt } => self.attempt = Some(attempt),
        }
    }
}

/// The first administrator, signed in.
pub async fn administrator(backend: &Arc<Backend>) -> Visitor {
    let link = ensure_set_up_link(backend).await.expect("asked").expect("nobody is here");
    let visitor = Visitor::new(backend);
    let call = visitor.call().await;
    let session = set_up(backend, &call, last_part(&link), "Ada Lind", "ada@example.se", PASSWORD, PASSWORD).await;
    Visitor::signed_in(backend, session.expect("set up"))
}

/// Somebody who was invited by `inviter` and has accepted, signed in.
pub async fn invited(inviter: &Visitor, email: &str, office: &str) -> Visitor {
    let backend = &inviter.backend;
    invite_person(backend, &inviter.call().await, email, office).await.expect("invited");
    let link = link_in(&letters_to(backend, email).await[0]);
    let call = Visitor::new(backend).call().await;
    let name = format!("Person {email}");
    let session = accept_invitation(backend, &call, last_part(&link), &name, PASSWORD, PASSWORD).await;
    Visitor::signed_in(backend, session.expect("accepted"))
}

/// The texts sent to this address, the newest first.
pub async fn letters_to(backend: &Backend, email: &str) -> Vec<String> {
    let sent = mail::list(backend, &testing::administrator(), None).await.expect("the outbox").rows;
    let to = sent.into_iter().filter(|mail| mail.address.as_deref() == Some(email));
    to.filter_map(|mail| mail.body).collect()
}

pub async fn code_for(backend: &Backend, email: &str) -> String {
    let letter = letters_to(backend, email).await.into_iter().next().expect("a letter");
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
    letter.lines().find(is_code).expect("a code").to_owned()
}

pub fn link_in(letter: &str) -> String {
    letter.lines().find(|line| line.starts_with("http")).expect("a link").to_owned()
}

pub fn last_part(link: &str) -> &str {
    link.rsplit('/').next().expect("a token")
}

/// A code that is surely another.
pub fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().expect("digits") + 1) % 1_000_000)
}

pub fn later(backend: &Backend, span: Span) {
    backend.clock.advance(i64::try_from(span.milliseconds()).expect("not for ever"));
}

pub fn problem<T: std::fmt::Debug>(result: Result<T, Failure>) -> Problem {
    match result {
        Err(Failure::Problem(problem)) => problem,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

pub fn refused_at<T: std::fmt::Debug>(result: Result<T, Failure>, field: &str) -> Reason {
    let problem = problem(result);
    problem.at(field).unwrap_or_else(|| panic!("nothing at {field}: {problem:?}"))
}
