//! One row per browser in which somebody is signed in.

use domain::{
    accounts::{Browser, Session, System},
    ids::{PersonId, SessionId},
    moment::Moment,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person: Uuid,
    #[sea_orm(unique)]
    pub token_hash: Vec<u8>,
    #[sea_orm(column_type = "Text", nullable)]
    pub browser: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub system: String,
    pub begun_at: i64,
    pub seen_at: i64,
    pub confirmed_at: i64,
    /// Secrets that this browser may see once more after the form that made them, sealed.
    pub shown: Option<Vec<u8>>,
    pub shown_until: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn id(&self) -> SessionId {
        SessionId(self.id)
    }

    pub fn person(&self) -> PersonId {
        PersonId(self.person)
    }

    pub fn times(&self) -> Session {
        Session {
            begun_at: Moment(self.begun_at),
            seen_at: Moment(self.seen_at),
            confirmed_at: Moment(self.confirmed_at),
        }
    }

    pub fn browser(&self) -> Browser {
        Browser { name: self.browser.clone(), system: System::from_name(&self.system).unwrap_or_default() }
    }
}
