//! Expand: the outbox, where every mail lies until it is sent, and stays when there is no mail server.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let outbox = Table::create()
            .table("outbox")
            .col(pk_uuid("id"))
            .col(uuid_null("person"))
            .col(text_null("address"))
            .col(text("language"))
            .col(text("subject"))
            .col(text_null("body"))
            .col(text("state"))
            .col(big_integer("created_at"))
            .col(big_integer_null("sent_at"))
            .take();
        manager.create_table(outbox).await?;
        let by_age = Index::create().name("outbox_by_age").table("outbox").col("created_at").take();
        manager.create_index(by_age).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("outbox").take()).await
    }
}
