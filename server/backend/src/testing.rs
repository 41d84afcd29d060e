//! Databases for the tests of services: SQLite in a folder of its own, and PostgreSQL where there is a cluster for it.

use std::{path::PathBuf, sync::Arc};

use domain::{accounts::Office, ids::PersonId, permissions::Caller};
use sea_orm::{ConnectionTrait, Database, Statement};
use uuid::Uuid;

use crate::{Backend, Settings, ids, settings::Smtp};

/// A backend with migrated tables; its folder goes when it does.
pub struct TestBackend {
    pub backend: Arc<Backend>,
    folder: PathBuf,
}

impl Drop for TestBackend {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Runs `test` on SQLite, and on PostgreSQL too when `RADSLAG_TEST_POSTGRES` names a cluster.
pub async fn on_each_database(test: impl AsyncFn(Arc<Backend>)) {
    on_each_database_with(None, test).await;
}

/// With a mail server, or without.
pub async fn on_each_database_with(smtp: Option<Smtp>, test: impl AsyncFn(Arc<Backend>)) {
    let sqlite = open(None, smtp.clone()).await;
    test(Arc::clone(&sqlite.backend)).await;
    #[expect(clippy::disallowed_methods, reason = "whoever runs the tests says where the cluster is")]
    let Ok(cluster) = std::env::var("RADSLAG_TEST_POSTGRES") else { return };
    let name = format!("radslag_{}", ids::at_random().expect("an id").simple());
    let address = cluster.trim_end_matches('/');
    let postgres = open(Some(beside(address, &name, &format!("CREATE DATABASE {name}")).await), smtp).await;
    test(Arc::clone(&postgres.backend)).await;
    postgres.backend.store.close().await.expect("closed");
    beside(address, &name, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
}

/// One who may do everything.
pub fn administrator() -> Caller {
    Caller::Person { id: PersonId(Uuid::from_u128(1)), office: Office::Administrator, seats: Vec::new() }
}

/// For what only SQLite has.
pub async fn sqlite() -> TestBackend {
    open(None, None).await
}

async fn open(database_url: Option<String>, smtp: Option<Smtp>) -> TestBackend {
    let folder = std::env::temp_dir().join(format!("radslag-{}", ids::at_random().expect("an id")));
    let settings = Settings {
        database_url,
        data_folder: folder.clone(),
        public_url: "http://localhost".into(),
        zone: "Europe/Stockholm".into(),
        smtp,
    };
    let backend = Backend::open(settings).await.expect("a backend");
    migrations::up(backend.store.schema()).await.expect("migrated");
    TestBackend { backend, folder }
}

/// Runs a statement on the cluster itself; gives the address of the database `name` in it.
async fn beside(cluster: &str, name: &str, sql: &str) -> String {
    let connection = Database::connect(cluster).await.expect("the cluster answers");
    connection
        .execute_raw(Statement::from_string(connection.get_database_backend(), sql))
        .await
        .expect("may make databases");
    connection.close().await.expect("closed");
    let (server, _) = cluster.rsplit_once('/').expect("an address with a database");
    format!("{server}/{name}")
}
