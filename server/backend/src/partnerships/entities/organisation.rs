//! One row per organisation, whatever it was called.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub actor_type: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub region: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub municipality: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub helps_with: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub contact: Option<String>,
    pub confirmed_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub ending: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub ended_on: Option<String>,
    pub successor: Option<Uuid>,
    pub revision: i64,
    pub created_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
