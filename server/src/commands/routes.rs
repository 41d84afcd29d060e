//! `radslag routes`: every route as JSON, so that tests can tell which ones they lack.

use std::process::ExitCode;

use domain::forms::FormName;

use super::{Told, say};
use crate::router::OTHERS;

pub fn run() -> Result<ExitCode, Told> {
    let pages: Vec<&str> = app::pages::patterns().collect();
    let forms: Vec<&str> = FormName::ALL.iter().map(|form| form.name()).collect();
    let routes = serde_json::json!({ "pages": pages, "forms": forms, "others": OTHERS });
    say(serde_json::to_string_pretty(&routes)?);
    Ok(ExitCode::SUCCESS)
}
