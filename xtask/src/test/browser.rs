//! Runs the browser tests through Playwright.

use std::fs;

use anyhow::Result;

use super::tally::Tally;
use crate::process;
use crate::stages::Progress;
use crate::surroundings::Surroundings;
use crate::workspace::Workspace;

const CONFIGURATION: &str = "tests/browser/playwright.config.ts";

pub fn run(workspace: &Workspace, surroundings: &Surroundings, progress: &Progress) -> Result<Tally> {
    let report = workspace.target.join("browser-tests.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let mut command = workspace.npm_program("playwright");
    command.args(["test", "--config", CONFIGURATION, "--reporter", "line,json"]);
    command.env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report).envs(surroundings.variables());
    let finished = process::finish(&mut command, progress)?;
    let tally = Tally::of_playwright(&fs::read_to_string(&report).unwrap_or_default(), finished.status.success());
    if tally.failed > 0 {
        println!("{}", process::end_of(&format!("{}{}", finished.stdout, finished.stderr)));
    }
    Ok(tally)
}
