//! Expand: files that are to become organisations or seats, what was found in them, and what was made of them.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let import = Table::create()
            .table("import")
            .col(pk_uuid("id"))
            .col(uuid("partnership"))
            .col(text("kind"))
            .col(blob("file"))
            .col(text("actor"))
            // Whether whoever began it may begin accounts.
            .col(boolean("may_invite"))
            .col(text("state"))
            // JSON: how many rows are good, and what is wrong with the others.
            .col(text("summary"))
            // JSON: the ids of what was made.
            .col(text("made"))
            .col(big_integer("created_at"))
            .foreign_key(
                ForeignKey::create().name("import_partnership").from("import", "partnership").to("partnership", "id"),
            )
            .take();
        manager.create_table(import).await?;
        let by_partnership = Index::create().name("import_by_partnership").table("import").col("partnership").take();
        manager.create_index(by_partnership).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("import").to_owned()).await
    }
}
