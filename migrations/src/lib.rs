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

use sea_orm_migration::{
    MigrationTrait, MigratorTrait,
    sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, DbErr, Statement, TransactionTrait},
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
        ]
    }
}

/// Takes every step that has not been taken yet.
pub async fn up(database: &DatabaseConnection) -> Result<(), DbErr> {
    if database.get_database_backend() != DatabaseBackend::Postgres {
        return Migrator::up(database, None).await;
    }
    // Two servers that start at once would take the same steps; the second one waits here until the first is done.
    let lock = database.begin().await?;
    lock.execute_raw(Statement::from_string(
        DatabaseBackend::Postgres,
        "SELECT pg_advisory_xact_lock(hashtext('radslag migrations'))",
    ))
    .await?;
    Migrator::up(database, None).await?;
    lock.commit().await
}

/// Takes every step back.
pub async fn down(database: &DatabaseConnection) -> Result<(), DbErr> {
    Migrator::down(database, None).await
}

/// How many steps are still to be taken.
pub async fn pending(database: &DatabaseConnection) -> Result<usize, DbErr> {
    Ok(Migrator::get_pending_migrations_read_only(database).await?.len())
}
