//! One row per link that is good once: for setting up, or for a new password.

use domain::{
    accounts::{Link, Purpose},
    moment::Moment,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    #[sea_orm(unique)]
    pub token_hash: Vec<u8>,
    /// None for setting up, and for an address without an account: that link was sent to nobody.
    pub person: Option<Uuid>,
    pub made_at: i64,
    pub used_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn times(&self, purpose: Purpose) -> Link {
        Link { purpose, made_at: Moment(self.made_at), used_at: self.used_at.map(Moment) }
    }
}
