//! The table of mails, and a mail as an administrator sees it.

use domain::{
    ids::{MailId, PersonId},
    language::Language,
    mail::MailState,
    moment::Moment,
};
use sea_orm::entity::prelude::*;

use crate::{Failure, Unexpected};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person: Option<Uuid>,
    /// The only place for it apart from the account; removed after a while.
    pub address: Option<String>,
    pub language: String,
    pub subject: String,
    /// Removed once it has been sent, and after a while in any case.
    pub body: Option<String>,
    pub state: String,
    pub created_at: i64,
    pub sent_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    pub id: MailId,
    pub person: Option<PersonId>,
    pub address: Option<String>,
    pub language: Language,
    pub subject: String,
    pub body: Option<String>,
    pub state: MailState,
    pub created_at: Moment,
    pub sent_at: Option<Moment>,
}

impl TryFrom<Model> for Mail {
    type Error = Failure;

    fn try_from(model: Model) -> Result<Self, Failure> {
        let state = MailState::from_name(&model.state);
        Ok(Self {
            id: MailId(model.id),
            person: model.person.map(PersonId),
            address: model.address,
            language: Language::from_tag(&model.language).unwrap_or_default(),
            subject: model.subject,
            body: model.body,
            state: state.ok_or_else(|| Unexpected::new(format!("a mail in the state {}", model.state)))?,
            created_at: Moment(model.created_at),
            sent_at: model.sent_at.map(Moment),
        })
    }
}
