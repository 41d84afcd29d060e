//! One row per thing that waits for somebody.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub subject: Uuid,
    pub partnership: Uuid,
    pub process: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub waits_for: String,
    pub person: Option<Uuid>,
    pub seat: Option<Uuid>,
    pub body: Option<Uuid>,
    pub organisation: Option<Uuid>,
    pub not_before: i64,
    pub due_at: i64,
    pub given_to: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
