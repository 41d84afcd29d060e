//! Mails: written into the outbox by the transaction that causes them, and sent from there by a job.

mod outbox;
mod post;

use domain::{
    actor::Actor,
    ids::{MailId, PersonId},
    jobs::JobKind,
    language::Language,
    mail::{KEPT, MailState, is_refused_for_good},
    permissions::{Act, Caller, Object, may},
    problem::{Problem, What},
};
pub use outbox::Mail;
use outbox::{ActiveModel, Column, Entity, Model};
pub use post::Post;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use words::mails::Letter;

use crate::{
    Backend, Failure, Unexpected, ids,
    jobs::{self, Unfinished},
    paging::{PIECE_AND_ONE, Page},
};

/// To whom a mail goes: the address it is for, and whose it is if that is known.
#[derive(Clone, Copy, Debug)]
pub struct Recipient<'a> {
    pub person: Option<PersonId>,
    pub address: &'a str,
    pub language: Language,
}

/// Sends the letter when this transaction is committed; without a mail server it stays in the outbox to be read.
pub async fn send(
    backend: &Backend,
    transaction: &DatabaseTransaction,
    to: Recipient<'_>,
    letter: Letter,
) -> Result<(), Failure> {
    let now = backend.clock.now();
    let id = ids::in_order(now)?;
    let state = if backend.post.is_some() { MailState::Queued } else { MailState::Kept };
    let row = Model {
        id,
        person: to.person.map(|person| person.0),
        address: Some(to.address.to_owned()),
        language: to.language.tag().to_owned(),
        subject: letter.subject,
        body: Some(letter.body),
        state: state.name().to_owned(),
        created_at: now.0,
        sent_at: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    if state == MailState::Queued {
        let kind = JobKind::SendMail { mail: MailId(id) };
        jobs::enqueue(backend, transaction, kind, Actor::System).await?;
    }
    Ok(())
}

/// Newest first; `before` is where the last piece ended.
pub async fn list(backend: &Backend, caller: &Caller, before: Option<MailId>) -> Result<Page<Mail, MailId>, Failure> {
    may(caller, Act::SeeOutbox, Object::Server)?;
    let mut query = Entity::find().order_by_desc(Column::Id).limit(PIECE_AND_ONE);
    if let Some(MailId(before)) = before {
        query = query.filter(Column::Id.lt(before));
    }
    Page::cut(query.all(backend.store.read()).await?, |model| MailId(model.id))
}

/// How many mails are in this state.
pub async fn count(backend: &Backend, state: MailState) -> Result<u64, Failure> {
    Ok(Entity::find().filter(Column::State.eq(state.name())).count(backend.store.read()).await?)
}

pub async fn read(backend: &Backend, caller: &Caller, mail: MailId) -> Result<Mail, Failure> {
    may(caller, Act::SeeOutbox, Object::Server)?;
    find(backend, mail).await
}

async fn find(backend: &Backend, mail: MailId) -> Result<Mail, Failure> {
    let model = Entity::find_by_id(mail.0).one(backend.store.read()).await?;
    model.ok_or(Problem::not_found(What::Mail))?.try_into()
}

/// The job: hands one mail to the mail server.
pub(crate) async fn deliver(backend: &Backend, mail: MailId) -> Result<(), Unfinished> {
    let mail = find(backend, mail).await?;
    if !mail.state.is_to_be_sent() {
        return Ok(());
    }
    let Some(post) = &backend.post else {
        return Ok(change(backend, mail.id, |row| row.state = Set(MailState::Kept.name().to_owned())).await?);
    };
    match post.hand_over(&mail, backend.clock.now()).await? {
        None => {
            let now = backend.clock.now();
            let sent = change(backend, mail.id, |row| {
                row.state = Set(MailState::Sent.name().to_owned());
                row.sent_at = Set(Some(now.0));
                row.body = Set(None);
            });
            Ok(sent.await?)
        }
        // An answer of a mail server quotes the address; only its code is kept.
        Some(code) => {
            let refused = Unexpected::new(format!("the mail server answered {code}"));
            if is_refused_for_good(code) { Err(Unfinished::GiveUp(refused)) } else { Err(refused.into()) }
        }
    }
}

pub(crate) async fn mark_failed(transaction: &DatabaseTransaction, mail: MailId) -> Result<(), Failure> {
    mark(transaction, mail, MailState::Queued, MailState::Failed).await
}

pub(crate) async fn mark_queued(transaction: &DatabaseTransaction, mail: MailId) -> Result<(), Failure> {
    mark(transaction, mail, MailState::Failed, MailState::Queued).await
}

/// Removes addresses and texts that have lain long enough.
pub(crate) async fn sweep(backend: &Backend) -> Result<(), Failure> {
    let before = backend.clock.now().minus(KEPT);
    backend
        .store
        .write(async |transaction| {
            Entity::update_many()
                .col_expr(Column::Address, Expr::value(None::<String>))
                .col_expr(Column::Body, Expr::value(None::<String>))
                .filter(Column::CreatedAt.lt(before.0))
                .filter(Condition::any().add(Column::Address.is_not_null()).add(Column::Body.is_not_null()))
                .exec(transaction)
                .await?;
            Ok(())
        })
        .await
}

async fn mark(transaction: &DatabaseTransaction, mail: MailId, from: MailState, to: MailState) -> Result<(), Failure> {
    Entity::update_many()
        .col_expr(Column::State, to.name().into())
        .filter(Column::Id.eq(mail.0))
        .filter(Column::State.eq(from.name()))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn change(backend: &Backend, mail: MailId, set: impl FnOnce(&mut ActiveModel)) -> Result<(), Failure> {
    let mut row = ActiveModel { id: Set(mail.0), ..Default::default() };
    set(&mut row);
    backend
        .store
        .write(async |transaction| {
            Entity::update(row).exec(transaction).await?;
            Ok(())
        })
        .await
}

#[cfg(test)]
mod tests;
