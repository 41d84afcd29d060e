//! Expand: what is remembered of failures, so that they can be slowed down.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("throttle")
                    // A keyed hash of who or what is slowed down: no address stands here.
                    .col(binary("key").primary_key())
                    .col(big_integer("forgotten_at"))
                    .col(big_integer("waits_until"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("throttle_forgotten_at").table("throttle").col("forgotten_at").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("throttle").to_owned()).await
    }
}
