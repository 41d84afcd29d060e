//! Removes for good what people removed so long ago that nobody can bring it back.

use domain::undo::RESTORABLE;
use sea_orm::{
    ConnectionTrait,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::{Backend, Failure};

/// The tables whose rows are hidden by a `deleted_at` first. Those that others point at come last.
const TABLES: [&str; 4] = ["file_use", "process", "seat", "body"];

pub async fn sweep(backend: &Backend) -> Result<(), Failure> {
    let before = backend.clock.now().minus(RESTORABLE);
    backend
        .store
        .write(async |transaction| {
            for table in TABLES {
                let old = Expr::col("deleted_at").lte(before.0);
                transaction.execute(&Query::delete().from_table(table).and_where(old).take()).await?;
            }
            Ok(())
        })
        .await
}
