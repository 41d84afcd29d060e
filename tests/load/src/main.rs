//! The benches. `cargo run --release -p load -- start` prints a table for `docs/BENCH.md`.

#![expect(clippy::expect_used, reason = "a bench that cannot measure has nothing else to say")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "its table is what it is for")]

mod open_loop;
mod process;
mod start;
mod table;

use std::process::ExitCode;

use support::{database::Kind, ground::run_test};

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("start") => {
            println!("{}", start::HEAD);
            for kind in [Kind::Sqlite, Kind::Postgres] {
                run_test(kind, "load::start", async |ground| println!("{}", start::measure(ground).await));
            }
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!(
                "usage: load start\nRADSLAG_BIN is the program (a release), RADSLAG_TEST_POSTGRES a cluster to use up."
            );
            ExitCode::FAILURE
        }
    }
}
