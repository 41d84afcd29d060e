//! One row per body of a partnership.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "body")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    #[sea_orm(column_type = "Text")]
    pub mandate: String,
    pub convenor: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub target_group: String,
    #[sea_orm(column_type = "Text")]
    pub rhythm: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub from_day: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub to_day: Option<String>,
    pub revision: i64,
    pub created_at: i64,
    pub deleted_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
