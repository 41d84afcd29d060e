//! Expand: the record, to which one can only add, and its head, which writers lock.

use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, DatabaseBackend, Statement},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A hash of nothing, before the first entry.
const NONE: [u8; 32] = [0; 32];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let record = Table::create()
            .table("record")
            .col(big_integer("number").primary_key().take())
            .col(big_integer("at"))
            .col(text("actor"))
            .col(text("event"))
            .col(blob("hash"))
            .take();
        manager.create_table(record).await?;
        let head = Table::create()
            .table("record_head")
            .col(integer("id").primary_key().take())
            .col(big_integer("number"))
            .col(blob("hash"))
            .take();
        manager.create_table(head).await?;
        let start = Query::insert()
            .into_table("record_head")
            .columns(["id", "number", "hash"])
            .values_panic([1i32.into(), 0i64.into(), NONE.to_vec().into()])
            .take();
        manager.execute(start).await?;
        for sql in append_only(manager.get_database_backend()) {
            execute(manager, sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("record").take()).await?;
        manager.drop_table(Table::drop().table("record_head").take()).await?;
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            execute(manager, "DROP FUNCTION refuse_to_change_the_record").await?;
        }
        Ok(())
    }
}

async fn execute(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let statement = Statement::from_string(manager.get_database_backend(), sql);
    manager.get_connection().execute_raw(statement).await.map(|_| ())
}

/// No statement of this program changes or removes an entry; this holds it against a mistake in one.
fn append_only(database: DatabaseBackend) -> &'static [&'static str] {
    match database {
        DatabaseBackend::Sqlite => &[
            "CREATE TRIGGER record_is_not_changed BEFORE UPDATE ON record
             BEGIN SELECT RAISE(ABORT, 'the record is only added to'); END",
            "CREATE TRIGGER record_is_not_removed BEFORE DELETE ON record
             BEGIN SELECT RAISE(ABORT, 'the record is only added to'); END",
        ],
        _ => &[
            "CREATE FUNCTION refuse_to_change_the_record() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN RAISE EXCEPTION 'the record is only added to'; END $$",
            "CREATE TRIGGER record_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON record
             FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_record()",
        ],
    }
}
