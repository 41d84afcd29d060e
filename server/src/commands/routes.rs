//! `radslag routes`: every route as JSON, so that tests can tell which ones they lack.

use std::process::ExitCode;

use domain::forms::FormName;
use leptos::server_fn::axum::server_fn_paths;

use super::{Told, say};
use crate::router::{OTHERS, page_paths};

pub fn run() -> Result<ExitCode, Told> {
    let mut reads: Vec<&str> = server_fn_paths().map(|(path, _)| path).collect();
    reads.sort_unstable();
    let forms: Vec<&str> = FormName::ALL.iter().map(|form| form.name()).collect();
    let routes = serde_json::json!({ "pages": page_paths(), "forms": forms, "reads": reads, "others": OTHERS });
    say(serde_json::to_string_pretty(&routes)?);
    Ok(ExitCode::SUCCESS)
}
