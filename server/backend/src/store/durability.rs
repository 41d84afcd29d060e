//! Reads back from a live connection how safely it keeps what is committed.

use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement};

use crate::{Failure, Unexpected};

/// The settings as the database names them, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Durability {
    Sqlite { journal_mode: String, synchronous: String, foreign_keys: bool },
    Postgres { fsync: bool, synchronous_commit: String },
}

impl Durability {
    /// Whether a commit survives the loss of power, and no row can point at nothing.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Sqlite { journal_mode, synchronous, foreign_keys } => {
                journal_mode == "wal" && (synchronous == "full" || synchronous == "extra") && *foreign_keys
            }
            Self::Postgres { fsync, synchronous_commit } => *fsync && synchronous_commit != "off",
        }
    }
}

pub(super) async fn read(connection: &DatabaseConnection) -> Result<Durability, Failure> {
    match connection.get_database_backend() {
        DatabaseBackend::Sqlite => {
            let synchronous = match one::<i64>(connection, "PRAGMA synchronous").await? {
                0 => "off",
                1 => "normal",
                2 => "full",
                _ => "extra",
            };
            Ok(Durability::Sqlite {
                journal_mode: one(connection, "PRAGMA journal_mode").await?,
                synchronous: synchronous.to_owned(),
                foreign_keys: one::<i64>(connection, "PRAGMA foreign_keys").await? == 1,
            })
        }
        _ => Ok(Durability::Postgres {
            fsync: one::<String>(connection, "SHOW fsync").await? == "on",
            synchronous_commit: one(connection, "SHOW synchronous_commit").await?,
        }),
    }
}

/// The one value of the one row.
async fn one<T: sea_orm::TryGetable>(connection: &DatabaseConnection, sql: &str) -> Result<T, Failure> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let row = connection.query_one_raw(statement).await?;
    Ok(row.ok_or_else(|| Unexpected::new(format!("{sql} gave no row")))?.try_get_by_index(0)?)
}
