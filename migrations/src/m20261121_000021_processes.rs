//! Expand: processes with their phases and mandates, and the seats that may go further in one than their partnership.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [process(), phase(), process_seat()] {
            manager.create_table(table).await?;
        }
        let by_partnership = Index::create().name("process_partnership").table("process").col("partnership").take();
        manager.create_index(by_partnership).await?;
        let by_process = Index::create().name("phase_process").table("phase").col("process").take();
        manager.create_index(by_process).await?;
        let once =
            Index::create().name("process_seat_once").table("process_seat").col("process").col("seat").unique().take();
        manager.create_index(once).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["process_seat", "phase", "process"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn process() -> TableCreateStatement {
    Table::create()
        .table("process")
        .col(pk_uuid("id"))
        .col(uuid("partnership"))
        .col(uuid_null("body"))
        .col(text("title"))
        .col(text("kind"))
        .col(text("access"))
        // One per line.
        .col(text("purposes"))
        .col(text("mandate"))
        .col(text("writes"))
        .col(text("answers"))
        .col(text("weighs"))
        .col(text("decides"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .col(big_integer_null("deleted_at"))
        .foreign_key(&mut to("process", "partnership", "partnership", ForeignKeyAction::Restrict))
        .foreign_key(&mut to("process", "body", "body", ForeignKeyAction::SetNull))
        .to_owned()
}

fn phase() -> TableCreateStatement {
    Table::create()
        .table("phase")
        .col(pk_uuid("id"))
        .col(uuid("process"))
        .col(text("kind"))
        .col(text("from_day"))
        // The last day.
        .col(text("to_day"))
        .col(text("to_deliver"))
        .col(text("to_whom"))
        .col(text("note"))
        .col(big_integer_null("delivered_at"))
        .col(text_null("delivered_by"))
        .foreign_key(&mut to("phase", "process", "process", ForeignKeyAction::Cascade))
        .to_owned()
}

fn process_seat() -> TableCreateStatement {
    Table::create()
        .table("process_seat")
        .col(pk_uuid("id"))
        .col(uuid("process"))
        .col(uuid("seat"))
        .col(text("level"))
        .foreign_key(&mut to("process_seat", "process", "process", ForeignKeyAction::Cascade))
        .foreign_key(&mut to("process_seat", "seat", "seat", ForeignKeyAction::Cascade))
        .to_owned()
}

fn to(
    table: &'static str,
    column: &'static str,
    other: &'static str,
    on_delete: ForeignKeyAction,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to(other, "id")
        .on_delete(on_delete)
        .to_owned()
}
