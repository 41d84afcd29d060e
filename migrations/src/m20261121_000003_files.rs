//! Expand: files by their content, and who uses them as what.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let file = Table::create()
            .table("file")
            .col(text("hash").primary_key().take())
            .col(text("media_type"))
            .col(integer_null("width"))
            .col(integer_null("height"))
            .col(blob("bytes"))
            .col(big_integer("created_at"))
            .take();
        manager.create_table(file).await?;
        let file_use = Table::create()
            .table("file_use")
            .col(pk_uuid("id"))
            .col(text("file"))
            .col(text("purpose"))
            .col(uuid("owner"))
            .col(text("actor"))
            .col(big_integer("created_at"))
            .col(big_integer_null("deleted_at"))
            .foreign_key(ForeignKey::create().from("file_use", "file").to("file", "hash"))
            .take();
        manager.create_table(file_use).await?;
        let by_owner = Index::create()
            .name("file_use_by_owner")
            .table("file_use")
            .col("owner")
            .col("purpose")
            .unique()
            .and_where(Expr::col("deleted_at").is_null())
            .take();
        manager.create_index(by_owner).await?;
        let by_file = Index::create().name("file_use_by_file").table("file_use").col("file").take();
        manager.create_index(by_file).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("file_use").take()).await?;
        manager.drop_table(Table::drop().table("file").take()).await
    }
}
