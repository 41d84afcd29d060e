//! One row per phase of a process.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phase")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub from_day: String,
    #[sea_orm(column_type = "Text")]
    pub to_day: String,
    #[sea_orm(column_type = "Text")]
    pub to_deliver: String,
    #[sea_orm(column_type = "Text")]
    pub to_whom: String,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub delivered_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub delivered_by: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
