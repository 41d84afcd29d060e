//! What the tests are told from outside: where the program is, and where PostgreSQL.

#![expect(clippy::disallowed_methods, reason = "here, and only here, the tests read their environment")]

use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The program under test: `RADSLAG_BIN`, or what was built last in this workspace.
pub fn program() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/radslag");
    variable("RADSLAG_BIN").map_or(built, PathBuf::from)
}

/// The browser bundle: `RADSLAG_SITE`, or what was built last in this workspace.
pub fn site() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/site");
    variable("RADSLAG_SITE").map_or(built, PathBuf::from)
}

/// A cluster that may be used up: `RADSLAG_TEST_POSTGRES`. Without it a strict run fails, and any other says
/// what it skipped, on a line of its own that the runner counts.
pub fn postgres(test: &str) -> Option<String> {
    let url = variable("RADSLAG_TEST_POSTGRES");
    if url.is_none() {
        let strict = variable("CI").is_some() || variable("RADSLAG_STRICT").is_some();
        assert!(!strict, "RADSLAG_TEST_POSTGRES is not set, and a strict run skips nothing");
        // Straight to the stream: what is printed by the macros is kept back when the test passes.
        let line = format!("skipped: {test}: RADSLAG_TEST_POSTGRES is not set\n");
        std::io::stderr().write_all(line.as_bytes()).expect("standard error is open");
    }
    url
}
