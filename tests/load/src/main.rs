//! The benches. `cargo xtask bench start` and `cargo xtask bench tally` print tables for `docs/BENCH.md`.

#![expect(clippy::expect_used, reason = "a bench that cannot measure has nothing else to say")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "its table is what it is for")]

mod ballots;
mod open_loop;
mod process;
mod start;
mod table;
mod tally;

use std::{path::Path, process::ExitCode};

use support::{database::Kind, ground::run_test};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["start"] => {
            println!("{}", start::HEAD);
            for kind in [Kind::Sqlite, Kind::Postgres] {
                run_test(kind, "load::start", async |ground| println!("{}", start::measure(ground).await));
            }
            ExitCode::SUCCESS
        }
        ["tally", python] if tally::measure(Path::new(python)) => ExitCode::SUCCESS,
        ["tally", _] => {
            eprintln!("a count is too slow or too large, or differs");
            ExitCode::FAILURE
        }
        _ => {
            eprintln!(
                "usage: load start | tally PYTHON\nRADSLAG_BIN is the program (a release), RADSLAG_TEST_POSTGRES a cluster to use up."
            );
            ExitCode::FAILURE
        }
    }
}
