//! One row per process.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "process")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership: Uuid,
    pub body: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub access: String,
    #[sea_orm(column_type = "Text")]
    pub purposes: String,
    #[sea_orm(column_type = "Text")]
    pub mandate: String,
    #[sea_orm(column_type = "Text")]
    pub writes: String,
    #[sea_orm(column_type = "Text")]
    pub answers: String,
    #[sea_orm(column_type = "Text")]
    pub weighs: String,
    #[sea_orm(column_type = "Text")]
    pub decides: String,
    pub revision: i64,
    pub created_at: i64,
    pub deleted_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
