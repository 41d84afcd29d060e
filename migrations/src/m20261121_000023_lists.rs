//! Expand: reference lists with all their versions, of a partnership or of one organisation in it.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let list = Table::create()
            .table("reference_list")
            .col(pk_uuid("id"))
            .col(uuid("partnership"))
            // None when it is the whole partnership's.
            .col(uuid_null("organisation"))
            .col(text("kind"))
            // The number of the version that holds.
            .col(integer("version"))
            .foreign_key(&mut to("reference_list", "partnership", "partnership"))
            .foreign_key(&mut to("reference_list", "organisation", "organisation"))
            .take();
        manager.create_table(list).await?;
        let version = Table::create()
            .table("list_version")
            .col(pk_uuid("id"))
            .col(uuid("list"))
            .col(integer("number"))
            .col(text("actor"))
            .col(big_integer("created_at"))
            .foreign_key(&mut to("list_version", "list", "reference_list"))
            .take();
        manager.create_table(version).await?;
        let item = Table::create()
            .table("list_item")
            .col(pk_uuid("id"))
            .col(uuid("version"))
            .col(integer("place"))
            .col(text("code"))
            .col(text("label"))
            .col(text_null("heading"))
            .foreign_key(&mut to("list_item", "version", "list_version"))
            .take();
        manager.create_table(item).await?;
        let by_owner = Index::create().name("reference_list_owner").table("reference_list").col("partnership").take();
        manager.create_index(by_owner).await?;
        let once =
            Index::create().name("list_version_once").table("list_version").col("list").col("number").unique().take();
        manager.create_index(once).await?;
        let in_order =
            Index::create().name("list_item_place").table("list_item").col("version").col("place").unique().take();
        manager.create_index(in_order).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["list_item", "list_version", "reference_list"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn to(table: &'static str, column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to(other, "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}
