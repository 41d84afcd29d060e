//! Expand: the queue of what the server does by itself.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let job = Table::create()
            .table("job")
            .col(pk_uuid("id"))
            .col(text("kind"))
            .col(text("payload"))
            .col(text("state"))
            .col(big_integer("due_at"))
            .col(integer("attempts"))
            .col(big_integer_null("lease_until"))
            .col(uuid_null("leased_by"))
            .col(boolean("cancel_requested"))
            .col(big_integer("done"))
            .col(big_integer_null("total"))
            .col(text_null("note"))
            .col(text_null("last_error"))
            .col(text("actor"))
            .col(ColumnDef::new("occasion").text().unique_key())
            .col(big_integer("created_at"))
            .col(big_integer_null("finished_at"))
            .take();
        manager.create_table(job).await?;
        let by_turn = Index::create().name("job_by_turn").table("job").col("state").col("due_at").take();
        manager.create_index(by_turn).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("job").take()).await
    }
}
