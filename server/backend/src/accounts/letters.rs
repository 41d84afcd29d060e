//! The mails about accounts, each in the language of whoever gets it, written by the transaction that causes them.

use domain::{accounts::EmailAddress, language::Language};
use sea_orm::DatabaseTransaction;
use words::{
    Words,
    mails::{Letter, MailWords},
};

use super::entities::person::Model as Person;
use crate::{
    Backend, Failure,
    mail::{self, Recipient},
    secrets::Secret,
};

pub async fn sign_in_code(
    backend: &Backend,
    tx: &DatabaseTransaction,
    to: &Person,
    code: &Secret,
) -> Result<(), Failure> {
    tell(backend, tx, to, |mails| (mails.sign_in_code)(code.expose())).await
}

pub async fn sign_in_with_password(backend: &Backend, tx: &DatabaseTransaction, to: &Person) -> Result<(), Failure> {
    let link = address_of(backend, "/sign-in/password");
    tell(backend, tx, to, |mails| (mails.sign_in_with_password)(&link)).await
}

/// To somebody without an account: only who reads that mailbox learns that there is none.
pub async fn no_account(
    backend: &Backend,
    tx: &DatabaseTransaction,
    to: &EmailAddress,
    language: Language,
) -> Result<(), Failure> {
    let letter = (Words::in_language(language).mails().no_account)(&address_of(backend, "/"));
    mail::send(backend, tx, Recipient { person: None, address: to.as_str(), language }, letter).await
}

pub async fn invitation(
    backend: &Backend,
    tx: &DatabaseTransaction,
    to: &EmailAddress,
    language: Language,
    inviter: &str,
    link: &str,
) -> Result<(), Failure> {
    let letter = (Words::in_language(language).mails().invitation)(inviter, link);
    mail::send(backend, tx, Recipient { person: None, address: to.as_str(), language }, letter).await
}

pub async fn password_link(
    backend: &Backend,
    tx: &DatabaseTransaction,
    to: &Person,
    link: &str,
) -> Result<(), Failure> {
    tell(backend, tx, to, |mails| (mails.password_link)(link)).await
}

pub async fn recovery_code_used(
    backend: &Backend,
    tx: &DatabaseTransaction,
    to: &Person,
    left: u64,
) -> Result<(), Failure> {
    let left = usize::try_from(left).unwrap_or(usize::MAX);
    tell(backend, tx, to, |mails| (mails.recovery_code_used)(left)).await
}

/// Somebody learns that how they sign in has changed, in case it was not they who changed it.
pub async fn notice(
    backend: &Backend,
    tx: &DatabaseTransaction,
    to: &Person,
    which: fn(&MailWords) -> fn() -> Letter,
) -> Result<(), Failure> {
    tell(backend, tx, to, |mails| which(mails)()).await
}

/// A whole address that one can open from a mail.
pub fn address_of(backend: &Backend, path: &str) -> String {
    format!("{}{path}", backend.settings.public_url)
}

async fn tell(
    backend: &Backend,
    tx: &DatabaseTransaction,
    to: &Person,
    letter: impl FnOnce(&MailWords) -> Letter,
) -> Result<(), Failure> {
    let (email, language) = (to.email()?, to.language());
    let recipient = Recipient { person: Some(to.id()), address: email.as_str(), language };
    mail::send(backend, tx, recipient, letter(Words::in_language(language).mails())).await
}
