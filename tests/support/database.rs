//! A database of one test's own, on either kind, and what stands in it.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
};

use sha2::{Digest as _, Sha256};
use sqlx::{
    AssertSqlSafe, ConnectOptions as _, Connection as _, PgConnection, SqliteConnection,
    postgres::PgConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// Where the program keeps its data during one test. PostgreSQL's is dropped at the end, SQLite's goes with its folder.
pub struct Database {
    pub kind: Kind,
    /// What the program gets as `DATABASE_URL`.
    pub url: String,
    /// The cluster's own address and the name of the database in it, if it is PostgreSQL.
    cluster: Option<(String, String)>,
}

/// What stands in each table, as one hash.
pub type Digest = BTreeMap<String, String>;

/// What a refused call may change, with the reason.
const RESTLESS: [(&str, &str, &str); 5] = [
    ("session", "seen_at", "whoever is signed in was seen, whatever was answered"),
    ("throttle", "key", "failures are counted, which is what slows guessing down"),
    ("throttle", "forgotten_at", "the same"),
    ("throttle", "waits_until", "the same"),
    ("sign_in_attempt", "tries", "the same, for a code"),
];

impl Database {
    pub fn sqlite(folder: &Path) -> Self {
        let url = format!("sqlite://{}/radslag.sqlite", folder.display());
        Self { kind: Kind::Sqlite, url, cluster: None }
    }

    pub async fn postgres(cluster: &str) -> Self {
        let name = &new_name();
        let options: PgConnectOptions = cluster.parse().expect("RADSLAG_TEST_POSTGRES is an address of PostgreSQL");
        let mut connection = options.connect().await.expect("PostgreSQL answers");
        run_on_postgres(&mut connection, &format!("CREATE DATABASE {name}")).await;
        let url = options.database(name).to_url_lossy().to_string();
        Self { kind: Kind::Postgres, url, cluster: Some((cluster.to_owned(), name.to_owned())) }
    }

    /// The answers of a query that asks for one column of text.
    pub async fn ask(&self, sql: &str) -> Vec<String> {
        match self.kind {
            Kind::Sqlite => {
                let mut connection = self.open_sqlite().await;
                let rows = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut connection).await;
                rows.unwrap_or_else(|error| panic!("{sql}: {error}"))
            }
            Kind::Postgres => {
                let mut connection = self.open_postgres().await;
                let rows = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut connection).await;
                rows.unwrap_or_else(|error| panic!("{sql}: {error}"))
            }
        }
    }

    /// Changes something behind the program's back, as somebody with the file or the password could.
    pub async fn tamper(&self, sql: &str) {
        match self.kind {
            Kind::Sqlite => {
                let mut connection = self.open_sqlite().await;
                let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await;
                done.unwrap_or_else(|error| panic!("{sql}: {error}"));
            }
            Kind::Postgres => run_on_postgres(&mut self.open_postgres().await, sql).await,
        }
    }

    /// What stands in every table but for its restless columns.
    pub async fn digest(&self) -> Digest {
        let tables = self.tables().await;
        let rows: Vec<String> = tables.iter().map(|(table, columns)| self.rows_as_text(table, columns)).collect();
        let mut hashers: BTreeMap<String, Sha256> = BTreeMap::new();
        for row in self.ask(&format!("{} ORDER BY 1", rows.join(" UNION ALL "))).await {
            let table = row.split(':').next().unwrap_or_default();
            hashers.entry(table.to_owned()).or_default().update(format!("{row}\n").as_bytes());
        }
        hashers.into_iter().map(|(table, hasher)| (table, format!("{:x}", hasher.finalize()))).collect()
    }

    /// The ids of rows, the newest first, as text that ids are read from.
    pub async fn ids(&self, table: &str, condition: &str) -> Vec<String> {
        let id = match self.kind {
            Kind::Sqlite => "lower(hex(id))",
            Kind::Postgres => "id::text",
        };
        self.ask(&format!("SELECT {id} FROM {table} WHERE {condition} ORDER BY {table}.id DESC")).await
    }

    /// Every table with its columns, but for the restless ones.
    async fn tables(&self) -> BTreeMap<String, Vec<String>> {
        let all = self.ask(match self.kind {
            Kind::Sqlite => {
                "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1"
            }
            Kind::Postgres => {
                "SELECT table_name || '.' || column_name FROM information_schema.columns
                 WHERE table_schema = 'public' ORDER BY 1"
            }
        });
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (table, column) in all.await.iter().filter_map(|name| name.split_once('.')) {
            if !RESTLESS.iter().any(|(t, c, _)| (*t, *c) == (table, column)) {
                tables.entry(table.to_owned()).or_default().push(column.to_owned());
            }
        }
        tables
    }

    fn rows_as_text(&self, table: &str, columns: &[String]) -> String {
        let text = |column: &String| match self.kind {
            Kind::Sqlite => format!("quote(\"{column}\")"),
            Kind::Postgres => format!("coalesce(\"{column}\"::text, 'NULL')"),
        };
        let texts: Vec<String> = columns.iter().map(text).collect();
        format!("SELECT '{table}:' || {} FROM \"{table}\"", texts.join(" || ',' || "))
    }

    async fn open_sqlite(&self) -> SqliteConnection {
        let options: SqliteConnectOptions = self.url.parse().expect("the address of a file");
        options.journal_mode(SqliteJournalMode::Wal).connect().await.expect("the file is there")
    }

    async fn open_postgres(&self) -> PgConnection {
        PgConnection::connect(&self.url).await.expect("PostgreSQL answers")
    }
}

/// A name that no other test has, in this run or another one on the same cluster.
fn new_name() -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    format!("radslag_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed))
}

async fn run_on_postgres(connection: &mut PgConnection, sql: &str) {
    let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await;
    done.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

impl Drop for Database {
    /// On a thread and runtime of its own, because a test that fails unwinds out of the one it ran on.
    fn drop(&mut self) {
        let Some((cluster, name)) = self.cluster.take() else { return };
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let mut connection = PgConnection::connect(&cluster).await?;
                let sql = format!("DROP DATABASE {name} WITH (FORCE)");
                sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await?;
                Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
            })
        });
        drop(dropped.join());
    }
}
