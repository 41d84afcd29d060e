//! The program's door: reads the command line and does what it says.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    server::commands::run().await
}
