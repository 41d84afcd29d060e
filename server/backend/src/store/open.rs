//! Opens the database with the settings that everything else counts on.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::{Failure, Settings, Unexpected};

/// Enough for pages that are drawn at the same time; each holds some memory.
const SQLITE_READERS: u32 = 8;
const POSTGRES_CONNECTIONS: u32 = 20;
/// How long one waits for a connection, and another process of the same SQLite file for the write lock.
const PATIENCE: Duration = Duration::from_secs(10);
/// A connection that nobody has used for so long is closed.
const IDLE: Duration = Duration::from_secs(300);
/// Nothing that a person waits for takes longer, and no lock is held longer by a mistake.
const LONGEST_STATEMENT: Duration = Duration::from_secs(30);

/// The connections to read from and to write with.
pub async fn open(settings: &Settings) -> Result<(DatabaseConnection, DatabaseConnection), Failure> {
    match settings.database_url.as_deref() {
        Some(url) if !url.starts_with("sqlite:") => open_postgres(url).await,
        Some(url) => open_sqlite(url).await,
        None => {
            let file = settings.data_folder.join("radslag.sqlite");
            let file = file.to_str().ok_or_else(|| Unexpected::new("the data folder's name is not UTF-8"))?;
            open_sqlite(&format!("sqlite:{}", file.replace('%', "%25").replace('?', "%3f"))).await
        }
    }
}

async fn open_postgres(url: &str) -> Result<(DatabaseConnection, DatabaseConnection), Failure> {
    let mut options = pooled(url, POSTGRES_CONNECTIONS);
    options.set_application_name("radslag").statement_timeout(LONGEST_STATEMENT).map_sqlx_postgres_opts(|options| {
        options.options([("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "60s")])
    });
    let pool = connect(options).await?;
    Ok((pool.clone(), pool))
}

async fn open_sqlite(url: &str) -> Result<(DatabaseConnection, DatabaseConnection), Failure> {
    let mut writing = pooled(url, 1);
    writing.map_sqlx_sqlite_opts(|options| durable(options).create_if_missing(true));
    let writer = connect(writing).await?;
    let mut reading = pooled(url, SQLITE_READERS);
    reading.map_sqlx_sqlite_opts(|options| durable(options).pragma("query_only", "on"));
    Ok((connect(reading).await?, writer))
}

/// A commit is on the disk before anybody hears of it, and readers do not wait for writers.
fn durable(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
}

fn pooled(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).acquire_timeout(PATIENCE).idle_timeout(IDLE).sqlx_logging(false);
    options
}

async fn connect(options: ConnectOptions) -> Result<DatabaseConnection, Failure> {
    Ok(Database::connect(options).await.map_err(Unexpected::during("opening the database"))?)
}
