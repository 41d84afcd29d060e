//! The database: many may read, one transaction at a time writes.

mod durability;
mod open;

pub use durability::Durability;
use sea_orm::{
    AccessMode, DatabaseBackend, DatabaseConnection, DatabaseTransaction, IsolationLevel, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::Notify;

use crate::{Failure, Settings};

pub struct Store {
    /// On SQLite a pool that cannot write; on PostgreSQL the same pool as `writer`.
    reader: DatabaseConnection,
    /// On SQLite a single connection, so that writers queue here and not at the file's lock.
    writer: DatabaseConnection,
    committed: Notify,
}

impl Store {
    pub async fn open(settings: &Settings) -> Result<Self, Failure> {
        let (reader, writer) = open::open(settings).await?;
        Ok(Self { reader, writer, committed: Notify::new() })
    }

    /// For queries outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Runs `work` in one transaction: committed when it succeeds, undone when it fails or is given up.
    ///
    /// On SQLite the transaction has the write lock from its start. On PostgreSQL it is READ COMMITTED: whoever reads
    /// a row to decide upon it locks it (`lock_exclusive`, which SQLite ignores), or changes it with a condition and
    /// counts the rows.
    ///
    /// `work` writes through its transaction only: another `write` inside it would wait for this one.
    pub async fn write<T>(
        &self,
        work: impl AsyncFnOnce(&DatabaseTransaction) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = self.writer.begin_with_options(options).await?;
        match work(&transaction).await {
            Ok(value) => {
                transaction.commit().await?;
                self.committed.notify_waiters();
                Ok(value)
            }
            Err(failure) => {
                transaction.rollback().await?;
                Err(failure)
            }
        }
    }

    /// For several queries that have to see the same state.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction, Failure> {
        let options = match self.kind() {
            // A transaction that only reads sees one state there.
            DatabaseBackend::Sqlite => TransactionOptions::default(),
            _ => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
        };
        Ok(self.reader.begin_with_options(options).await?)
    }

    /// Comes back after the next commit of this process, so that what waits for work looks again.
    pub fn committed(&self) -> impl Future<Output = ()> + Send {
        self.committed.notified()
    }

    /// The connection that migrations run on.
    pub fn schema(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// How safely a commit is kept, as the database itself says.
    pub async fn durability(&self) -> Result<Durability, Failure> {
        durability::read(&self.writer).await
    }

    pub fn kind(&self) -> DatabaseBackend {
        self.writer.get_database_backend()
    }

    /// Which database it is, as people call it.
    pub fn name(&self) -> &'static str {
        match self.kind() {
            DatabaseBackend::Postgres => "PostgreSQL",
            _ => "SQLite",
        }
    }

    /// Waits for what is running and closes every connection.
    pub async fn close(&self) -> Result<(), Failure> {
        self.reader.close_by_ref().await?;
        Ok(self.writer.close_by_ref().await?)
    }
}

#[cfg(test)]
mod tests;
