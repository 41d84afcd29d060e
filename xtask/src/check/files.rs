//! Files say what they are for, stay short, and are not called what anything could be called.

use std::path::Path;

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

const MOST_LINES: usize = 400;
const SAY_NOTHING: [&str; 8] = ["common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"];

pub fn check(workspace: &Workspace) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for path in sources(workspace)? {
        let text = std::fs::read_to_string(workspace.root.join(&path))?;
        findings.extend(faults(&path, &text));
    }
    Ok(findings)
}

/// The sources of this repository, those not yet committed included.
fn sources(workspace: &Workspace) -> Result<Vec<String>> {
    let mut git = std::process::Command::new("git");
    git.current_dir(&workspace.root).args(["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"]);
    let listed = process::output(&mut git)?;
    let kept = listed.lines().filter(|path| language(path).is_some() && workspace.root.join(path).is_file());
    Ok(kept.map(str::to_owned).collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Rust,
    TypeScript,
    Css,
}

fn language(path: &str) -> Option<Language> {
    match path.rsplit('.').next()? {
        "rs" => Some(Language::Rust),
        "ts" => Some(Language::TypeScript),
        "css" => Some(Language::Css),
        _ => None,
    }
}

fn faults(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let lines = text.lines().count();
    if lines > MOST_LINES {
        found.push(format!("{path} has {lines} lines; {MOST_LINES} are the most"));
    }
    let openings: &[&str] = match language(path) {
        Some(Language::Rust) => &["//! "],
        Some(Language::TypeScript) => &["// ", "/*"],
        Some(Language::Css) => &["/*"],
        None => &[],
    };
    if !openings.iter().any(|opening| text.starts_with(opening)) {
        found.push(format!("{path} does not begin with a sentence that says what it is for"));
    }
    let parts = Path::new(path).with_extension("");
    let mut modules: Vec<String> = parts.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if language(path) == Some(Language::Rust) {
        modules.extend(text.lines().filter_map(inline_module));
    }
    for name in SAY_NOTHING {
        if modules.iter().any(|module| module == name) {
            found.push(format!("{path}: the name {name} does not say what is in it"));
        }
    }
    found
}

/// The name in `mod name {`.
fn inline_module(line: &str) -> Option<String> {
    let line = line.trim_start().trim_end().strip_suffix('{')?.trim_end();
    let (_, name) = line.rsplit_once("mod ").filter(|(before, _)| before.is_empty() || before.starts_with("pub"))?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::faults;

    #[test]
    fn a_good_file_has_no_faults() {
        assert_eq!(faults("app/src/start/page.rs", "//! The start page.\n"), [""; 0]);
        assert_eq!(faults("style/start.css", "/* The start page. */\n"), [""; 0]);
        assert_eq!(faults("tests/browser/start.spec.ts", "// The start page.\n"), [""; 0]);
    }

    #[test]
    fn a_file_past_400_lines_is_found() {
        let text = format!("//! Long.\n{}", "fn line() {}\n".repeat(399));
        assert_eq!(faults("a.rs", &text), [""; 0]);
        assert_eq!(faults("a.rs", &format!("{text}\n")), ["a.rs has 401 lines; 400 are the most"]);
    }

    #[test]
    fn a_file_that_does_not_say_what_it_is_for_is_found() {
        for (path, text) in [("a.rs", "use b;\n"), ("a.rs", "// Not for rustdoc.\n"), ("a.css", "p {}\n"), ("a.ts", "")]
        {
            assert_eq!(faults(path, text).len(), 1, "{path} {text}");
        }
    }

    #[test]
    fn names_that_say_nothing_are_found_as_file_folder_and_module() {
        for (path, text) in [
            ("app/src/utils.rs", "//! A.\n"),
            ("app/src/common/button.rs", "//! A.\n"),
            ("app/src/votes.rs", "//! A.\npub(crate) mod helpers {\n}\n"),
        ] {
            assert_eq!(faults(path, text).len(), 1, "{path}");
        }
    }
}
