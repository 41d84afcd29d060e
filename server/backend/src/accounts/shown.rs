//! Secrets that can be seen once more after the form that made them: for a while, in the browser that sent it.
//!
//! Without scripts a form answers with a redirect, which cannot carry a secret; a page that is loaded anew must not lose
//! one either. So they lie sealed in the session's row for ten minutes.

use domain::{
    accounts::EmailAddress,
    ids::InvitationId,
    moment::{Moment, Span},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait};
use serde::{Deserialize, Serialize};

use super::{Call, entities::session};
use crate::{Backend, Failure};

const SHOWN_FOR: Span = Span::minutes(10);

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShownOnce {
    RecoveryCodes(Vec<String>),
    /// To copy and hand over in another way than by e-mail.
    InvitationLink {
        id: InvitationId,
        email: EmailAddress,
        link: String,
    },
}

/// What was made in this browser a short while ago, if anything; the last such thing only.
pub async fn shown_once(backend: &Backend, call: &Call) -> Result<Option<ShownOnce>, Failure> {
    let Ok(session) = call.own_session() else { return Ok(None) };
    let Some(row) = session::Entity::find_by_id(session.0).one(backend.store.read()).await? else { return Ok(None) };
    let (Some(sealed), Some(until)) = (row.shown, row.shown_until) else { return Ok(None) };
    if backend.clock.now() >= Moment(until) {
        return Ok(None);
    }
    Ok(Some(serde_json::from_slice(&backend.keys.open(&purpose(row.id), &sealed)?)?))
}

pub(super) async fn keep(
    backend: &Backend,
    tx: &DatabaseTransaction,
    call: &Call,
    shown: &ShownOnce,
) -> Result<(), Failure> {
    let session = call.own_session()?;
    let row = session::ActiveModel {
        id: Set(session.0),
        shown: Set(Some(backend.keys.seal(&purpose(session.0), &serde_json::to_vec(shown)?)?)),
        shown_until: Set(Some(backend.clock.now().plus(SHOWN_FOR).0)),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}

fn purpose(session: uuid::Uuid) -> Vec<u8> {
    [b"shown ".as_slice(), session.as_bytes()].concat()
}
