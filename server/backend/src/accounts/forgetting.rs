//! What is removed of accounts: sign-ins that are over, links that have run out, and persons who left 30 days ago.

use domain::{
    accounts::{Invitation, Session},
    actor::Actor,
    ids::PersonId,
    record::Event,
    undo::RESTORABLE,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter,
};

use super::{
    attempts,
    entities::{invitation, person, recovery_code, session},
    links, sessions,
};
use crate::{Backend, Failure, files, record};

/// A part of the daily housekeeping.
pub(crate) async fn sweep(backend: &Backend) -> Result<(), Failure> {
    let now = backend.clock.now();
    backend
        .store
        .write(async |tx| {
            attempts::sweep(backend, tx).await?;
            links::sweep(backend, tx).await?;
            let over = Condition::any()
                .add(session::Column::SeenAt.lte(now.minus(Session::IDLE).0))
                .add(session::Column::BegunAt.lte(now.minus(Session::LONGEST).0));
            session::Entity::delete_many().filter(over).exec(tx).await?;
            // The address of somebody who did not want to come is not kept.
            invitation::Entity::delete_many()
                .filter(invitation::Column::AcceptedAt.is_null())
                .filter(invitation::Column::SentAt.lte(now.minus(Invitation::VALID_FOR).minus(RESTORABLE).0))
                .exec(tx)
                .await?;
            let left = person::Entity::find()
                .filter(person::Column::DeletedAt.lte(now.minus(RESTORABLE).0))
                .filter(person::Column::Email.is_not_null())
                .all(tx)
                .await?;
            for person in left {
                forget(backend, tx, &person).await?;
            }
            Ok(())
        })
        .await
}

/// Everything that is about the person goes; the id stays, so that what they contributed still has an author.
async fn forget(backend: &Backend, tx: &DatabaseTransaction, person: &person::Model) -> Result<(), Failure> {
    let PersonId(id) = person.id();
    sessions::end_all(tx, person.id(), None).await?;
    recovery_code::Entity::delete_many().filter(recovery_code::Column::Person.eq(id)).exec(tx).await?;
    files::forget(tx, person.id()).await?;
    if let Some(email) = &person.email {
        invitation::Entity::delete_many().filter(invitation::Column::Email.eq(email)).exec(tx).await?;
    }
    let nobody = person::ActiveModel {
        id: Set(id),
        name: Set(String::new()),
        sort_name: Set(String::new()),
        email: Set(None),
        picture: Set(None),
        password_hash: Set(None),
        totp_key: Set(None),
        totp_confirmed: Set(false),
        ..Default::default()
    };
    nobody.update(tx).await?;
    record::append(backend, tx, Actor::System, Event::AccountForgotten { person: person.id() }).await
}
