//! One row per invitation to an account.

use domain::{
    accounts::{EmailAddress, Invitation, Office},
    ids::InvitationId,
    moment::Moment,
};
use sea_orm::entity::prelude::*;

use crate::Unexpected;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub email: String,
    #[sea_orm(column_type = "Text")]
    pub office: String,
    #[sea_orm(unique)]
    pub token_hash: Vec<u8>,
    pub invited_by: Uuid,
    pub sent_at: i64,
    pub accepted_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn id(&self) -> InvitationId {
        InvitationId(self.id)
    }

    pub fn email(&self) -> Result<EmailAddress, Unexpected> {
        EmailAddress::parse(&self.email)
            .map_err(|_| Unexpected::new(format!("the address of invitation {} is none", self.id)))
    }

    pub fn office(&self) -> Result<Office, Unexpected> {
        Office::from_name(&self.office).ok_or_else(|| Unexpected::new(format!("{} is no office", self.office)))
    }

    pub fn times(&self) -> Invitation {
        Invitation {
            sent_at: Moment(self.sent_at),
            accepted_at: self.accepted_at.map(Moment),
            withdrawn_at: self.withdrawn_at.map(Moment),
        }
    }
}
