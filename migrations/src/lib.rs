//! The steps that bring a database to the present shape, for SQLite and PostgreSQL alike.
//!
//! One file per feature, `m<date>_<number>_<feature>.rs`; a file that has been released is never changed again.
//!
//! **Expand, then contract.** The release before must be able to run on the tables of the one after it, so that an
//! upgrade can be taken back and several servers can be upgraded one by one. A change of shape is therefore two steps
//! in two releases: *expand* adds tables, columns with a default, and indexes, while code writes the old and the new;
//! *contract*, a release later, removes what nobody reads any more. A column is never renamed and never gets another
//! type. Each step says in its first line which of the two it is.
//!
//! **Columns** are few kinds: `uuid` for ids, `big_integer` for moments (milliseconds of UTC) and revisions, `text`,
//! `binary`, `boolean`, `integer`. Whatever has an owner points at it with a foreign key.

mod m20261121_000001_jobs;
mod m20261121_000002_mail;
mod m20261121_000003_files;
mod m20261121_000004_record;
mod m20261121_000010_throttle;
mod m20261121_000011_accounts;
mod m20261121_000020_partnerships;
mod m20261121_000021_processes;
mod m20261121_000022_waiting;
mod m20261121_000023_lists;
mod m20261121_000024_imports;

use sea_orm_migration::{
    MigrationTrait, MigratorTrait,
    sea_orm::{
        ConnectionTrait, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
        Statement, TransactionOptions, TransactionTrait,
    },
};

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_000001_jobs::Migration),
            Box::new(m20261121_000002_mail::Migration),
            Box::new(m20261121_000003_files::Migration),
            Box::new(m20261121_000004_record::Migration),
            Box::new(m20261121_000010_throttle::Migration),
            Box::new(m20261121_000011_accounts::Migration),
            Box::new(m20261121_000020_partnerships::Migration),
            Box::new(m20261121_000021_processes::Migration),
            Box::new(m20261121_000022_waiting::Migration),
            Box::new(m20261121_000023_lists::Migration),
            Box::new(m20261121_000024_imports::Migration),
        ]
    }
}

/// Takes every step that has not been taken yet: all of them, or none when one fails.
pub async fn up(database: &DatabaseConnection) -> Result<(), DbErr> {
    let transaction = alone(database).await?;
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

/// Takes every step back.
pub async fn down(database: &DatabaseConnection) -> Result<(), DbErr> {
    let transaction = alone(database).await?;
    Migrator::down(&transaction, None).await?;
    transaction.commit().await
}

/// Two servers that start at once would take the same steps: the second one waits until the first is done.
async fn alone(database: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = database.begin_with_options(options).await?;
    if database.get_database_backend() == DatabaseBackend::Postgres {
        // A step may take longer than anything that a page waits for.
        for sql in [
            "SET LOCAL statement_timeout = 0",
            "SET LOCAL lock_timeout = 0",
            "SELECT pg_advisory_xact_lock(hashtext('radslag migrations'))",
        ] {
            transaction.execute_raw(Statement::from_string(DatabaseBackend::Postgres, sql)).await?;
        }
    }
    Ok(transaction)
}

/// How many steps are still to be taken.
pub async fn pending(database: &DatabaseConnection) -> Result<usize, DbErr> {
    Ok(Migrator::get_pending_migrations_read_only(database).await?.len())
}
