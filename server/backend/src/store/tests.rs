//! The store on both databases: durable, one writer, all or nothing.

use std::sync::Arc;

use domain::problem::Problem;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, Statement,
    sea_query::{ColumnDef, Expr, ExprTrait, Query, Table},
};

use super::*;
use crate::{Backend, testing};

async fn make_counter(backend: &Backend) {
    let table = Table::create().table("counter").col(ColumnDef::new("n").big_integer().not_null()).take();
    backend.store.schema().execute(&table).await.expect("a table");
    let row = Query::insert().into_table("counter").columns(["n"]).values_panic([0i64.into()]).take();
    backend.store.schema().execute(&row).await.expect("a row");
}

async fn count_up(transaction: &DatabaseTransaction) -> Result<i64, Failure> {
    let read = Query::select().column("n").from("counter").lock_exclusive().take();
    let before: i64 = transaction.query_one(&read).await?.expect("a row").try_get_by_index(0)?;
    tokio::task::yield_now().await;
    let write = Query::update().table("counter").value("n", Expr::val(before).add(1)).take();
    transaction.execute(&write).await?;
    Ok(before + 1)
}

async fn counted(backend: &Backend) -> i64 {
    let read = Query::select().column("n").from("counter").take();
    backend.store.read().query_one(&read).await.expect("read").expect("a row").try_get_by_index(0).expect("a number")
}

#[tokio::test]
async fn a_commit_is_on_the_disk() {
    testing::on_each_database(async |backend| {
        let durability = backend.store.durability().await.expect("read");
        match &durability {
            Durability::Sqlite { .. } => assert!(durability.is_full(), "{durability:?}"),
            // A throw-away cluster may run without fsync; then it has to say so.
            Durability::Postgres { fsync, .. } => assert!(*fsync == durability.is_full(), "{durability:?}"),
        }
    })
    .await;
}

#[tokio::test]
async fn what_fails_leaves_nothing_behind() {
    testing::on_each_database(async |backend| {
        make_counter(&backend).await;
        let refused: Result<(), Failure> = backend
            .store
            .write(async |tx| {
                count_up(tx).await?;
                Err(Problem::NotAllowed.into())
            })
            .await;
        assert!(matches!(refused, Err(Failure::Problem(Problem::NotAllowed))));
        assert_eq!(counted(&backend).await, 0);
        let given_up = backend.store.write(async |tx| {
            count_up(tx).await?;
            std::future::pending::<Result<(), Failure>>().await
        });
        assert!(tokio::time::timeout(std::time::Duration::from_millis(200), given_up).await.is_err());
        assert_eq!(backend.store.write(async |tx| count_up(tx).await).await.expect("written"), 1);
        assert_eq!(counted(&backend).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_writers_do_not_lose_each_others_work() {
    testing::on_each_database(async |backend: Arc<Backend>| {
        make_counter(&backend).await;
        let writers: Vec<_> = (0..40)
            .map(|_| {
                let backend = Arc::clone(&backend);
                tokio::spawn(async move { backend.store.write(async |tx| count_up(tx).await).await })
            })
            .collect();
        for writer in writers {
            writer.await.expect("ran").expect("written");
        }
        assert_eq!(counted(&backend).await, 40);
    })
    .await;
}

#[tokio::test]
async fn readers_of_sqlite_cannot_write() {
    let test = testing::sqlite().await;
    make_counter(&test.backend).await;
    let write = Query::update().table("counter").value("n", 7i64).take();
    assert!(test.backend.store.read().execute(&write).await.is_err());
}

/// Every column of every table, as the database describes them; without what migrations note for themselves.
async fn shape(backend: &Backend) -> Vec<String> {
    let sql = match backend.store.kind() {
        DatabaseBackend::Sqlite => {
            "SELECT name || ': ' || sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'seaql_migrations' ORDER BY 1"
        }
        _ => {
            "SELECT table_name || '.' || column_name || ': ' || data_type || ' ' || is_nullable
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'seaql_migrations'
             UNION SELECT indexname || ': ' || indexdef FROM pg_indexes
             WHERE schemaname = 'public' AND tablename <> 'seaql_migrations' ORDER BY 1"
        }
    };
    let statement = Statement::from_string(backend.store.kind(), sql);
    let rows = backend.store.read().query_all_raw(statement).await.expect("described");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

#[tokio::test]
async fn migrations_go_up_down_and_up_again() {
    testing::on_each_database(async |backend| {
        let database = backend.store.schema();
        let up = shape(&backend).await;
        assert!(up.iter().any(|line| line.contains("job_by_turn")), "{up:#?}");
        assert_eq!(migrations::pending(database).await.expect("counted"), 0);
        migrations::down(database).await.expect("taken back");
        assert_eq!(shape(&backend).await, Vec::<String>::new());
        assert_ne!(migrations::pending(database).await.expect("counted"), 0);
        let (one, another) = tokio::join!(migrations::up(database), migrations::up(database));
        one.and(another).expect("taken again, by one of two servers that start at once");
        assert_eq!(shape(&backend).await, up);
    })
    .await;
}
