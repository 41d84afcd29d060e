//! The ground of one test: a program of its own on a database of its own, of either kind.

use std::{net::IpAddr, process::Output, time::Duration};

use hyper::Method;
use serde_json::json;
use tempfile::TempDir;

use crate::{
    browser::{Browser, Call},
    database::{Database, Kind},
    program::{Environment, Program, run},
    surroundings,
};

/// Makes a test of each async function for SQLite and one for PostgreSQL: `name::sqlite` and `name::postgres`.
#[macro_export]
macro_rules! on_both_databases {
    ($($test:ident),* $(,)?) => {$(
        mod $test {
            use $crate::{database::Kind, ground::run_test};

            #[test]
            fn sqlite() {
                run_test(Kind::Sqlite, concat!(module_path!(), "::sqlite"), super::$test);
            }

            #[test]
            fn postgres() {
                run_test(Kind::Postgres, concat!(module_path!(), "::postgres"), super::$test);
            }
        }
    )*};
}

/// The fields go in this order: the program before what it stands on.
pub struct Ground {
    pub program: Program,
    pub database: Database,
    folder: TempDir,
}

/// Lays the ground, runs the test on it and takes the ground away, also when the test fails.
pub fn run_test(kind: Kind, name: &str, test: impl AsyncFnOnce(&mut Ground)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        if let Some(mut ground) = Ground::lay(kind, name).await {
            test(&mut ground).await;
        }
    });
}

impl Ground {
    /// Nothing, if there is no PostgreSQL to stand on.
    async fn lay(kind: Kind, test: &str) -> Option<Self> {
        let folder = tempfile::Builder::new().prefix("radslag-").tempdir().expect("a folder");
        let database = match kind {
            Kind::Sqlite => Database::sqlite(folder.path()),
            Kind::Postgres => Database::postgres(&surroundings::postgres(test)?).await,
        };
        let program = Program::serve("127.0.0.1:0", &environment(&database, &folder)).await;
        Some(Self { program, database, folder })
    }

    /// What every command of the program is told here.
    pub fn environment(&self) -> Environment {
        environment(&self.database, &self.folder)
    }

    /// Runs another command of the program on the same data.
    pub fn run(&self, arguments: &[&str]) -> Output {
        run(arguments, &self.environment())
    }

    /// Starts the program once more on the same data and the same address, after it has ended.
    pub async fn start_again(&mut self) {
        let address = self.program.address().trim_start_matches("http://").to_owned();
        self.program = Program::serve(&address, &self.environment()).await;
    }

    /// The path of the link that the program printed when it found its database empty.
    pub async fn set_up_link(&mut self) -> String {
        let line = self.program.wait_for_line("/set-up/").await;
        line[line.find("/set-up/").unwrap_or_default()..].trim().to_owned()
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.program.address())
    }

    /// A browser somewhere else: behind 127.0.0.`last`.
    pub fn browser_behind(&self, last: u8) -> Browser {
        Browser::from_address(self.program.address(), Some(IpAddr::from([127, 0, 0, last])))
    }

    /// Lets time pass on the server's clock, and returns what it shows then (milliseconds of UTC).
    pub async fn pass(&self, time: Duration) -> i64 {
        let to = json!({ "advance_ms": u64::try_from(time.as_millis()).expect("not that long") });
        let call = Call::new(Method::POST, "/test/clock").with_body("application/json", to.to_string().into_bytes());
        let answer = self.browser().send(call).await;
        assert_eq!(answer.status, 200, "the clock cannot be set; is test-clock built in?");
        answer.text().parse().expect("a moment")
    }
}

fn environment(database: &Database, folder: &TempDir) -> Environment {
    vec![("RADSLAG_DATA", folder.path().display().to_string()), ("DATABASE_URL", database.url.clone())]
}
