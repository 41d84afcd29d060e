//! `radslag tally`: counts with known answers, bad files, votes in the product's own form.

mod bad_files;
mod cases;
mod exported;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use serde_json::Value;
use support::program::run;
use tempfile::TempDir;

fn elections() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/elections")
}

fn tally(file: &Path, arguments: &[&str]) -> Output {
    let file = file.to_str().expect("a path that is text");
    run(&[&["tally", file], arguments].concat(), &Vec::new())
}

/// Counts a file with this content.
fn tally_text(name: &str, content: &[u8], arguments: &[&str]) -> Output {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join(name);
    fs::write(&file, content).expect("it is ours");
    tally(&file, arguments)
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn object(output: &Output) -> Value {
    serde_json::from_str(&said(output)).expect("one JSON object")
}

/// What is said of a file that cannot be counted.
fn complaint(output: &Output) -> String {
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{complaint}{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty(), "nothing is counted");
    complaint
}
