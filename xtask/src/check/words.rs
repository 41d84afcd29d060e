//! A sentence that is missing in one language does not compile: shown with a copy of `words` that lacks one in each file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::Verdict;
use crate::process;
use crate::stages::Progress;
use crate::workspace::Workspace;

const LANGUAGES: [&str; 2] = ["sv.rs", "en.rs"];
/// What the compiler says of a struct that lacks a field.
const MISSING: &str = "error[E0063]";

pub fn check(workspace: &Workspace, progress: &Progress) -> Result<Verdict> {
    let copy = workspace.target.join("check/words");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    let files = copy_sources(&workspace.root.join("app/words/src"), &copy)?;
    let domain = domain(workspace, progress)?;
    let whole = compile(workspace, &copy, &domain, progress)?;
    ensure!(whole.status.success(), "words does not compile\n{}", whole.stderr);

    let mut found = Vec::new();
    for file in &files {
        let feature = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let twins = LANGUAGES.iter().all(|language| file.with_file_name(language).is_file());
        if !twins {
            found.push(format!("{feature} is not there in every language"));
        }
        let lacking = without_a_sentence(&fs::read_to_string(file)?);
        fs::write(file, lacking.with_context(|| format!("no sentence was found in {}", file.display()))?)?;
    }
    let complaints = compile(workspace, &copy, &domain, progress)?.stderr;
    found.extend(overlooked(files.len(), &complaints));
    Ok(Verdict::Findings(found))
}

/// Whether the compiler let a file pass that lacks a sentence.
fn overlooked(lacking: usize, complaints: &str) -> Option<String> {
    let found = complaints.matches(MISSING).count();
    (found != lacking).then(|| format!("a sentence is lacking in {lacking} files, and the compiler finds {found}"))
}

/// Copies a folder of sources and names the files in it that hold a language.
fn copy_sources(from: &Path, to: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(to)?;
    let mut languages = Vec::new();
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            languages.extend(copy_sources(&entry.path(), &target)?);
        } else {
            fs::copy(entry.path(), &target)?;
            if LANGUAGES.iter().any(|language| entry.file_name() == *language) {
                languages.push(target);
            }
        }
    }
    Ok(languages)
}

/// Leaves out the first sentence that stands on a line of its own.
fn without_a_sentence(text: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.lines().collect();
    let words = lines.iter().position(|line| line.starts_with("pub static WORDS"))?;
    let sentence = lines.iter().skip(words).position(|line| is_field(line))?;
    lines.remove(words + sentence);
    Some(lines.join("\n"))
}

fn is_field(line: &str) -> bool {
    let Some(field) = line.strip_prefix("    ").and_then(|line| line.strip_suffix(',')) else { return false };
    field.starts_with(|first: char| first.is_ascii_lowercase()) && !field.ends_with('}')
}

/// A line of what cargo tells while it builds.
#[derive(Deserialize)]
struct Artifact {
    target: Target,
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

/// What the compiler has to know of `domain`.
fn domain(workspace: &Workspace, progress: &Progress) -> Result<PathBuf> {
    let mut command = workspace.cargo();
    command.args(["check", "--package", "words", "--profile", "ci", "--message-format=json-render-diagnostics"]);
    let told = process::run_with_json(&mut command, progress)?;
    let mut artifacts = told.lines().filter_map(|line| serde_json::from_str::<Artifact>(line).ok());
    let domain =
        artifacts.find(|artifact| artifact.target.name == "domain").context("words was built without domain")?;
    domain.filenames.into_iter().next().context("domain left no file")
}

fn compile(workspace: &Workspace, copy: &Path, domain: &Path, progress: &Progress) -> Result<process::Finished> {
    let dependencies = domain.parent().context("domain is in no folder")?;
    let mut command = Command::new("rustc");
    command.current_dir(&workspace.root).arg(copy.join("lib.rs"));
    command.args(["--crate-name", "words", "--crate-type", "lib", "--edition", "2024", "--emit", "metadata"]);
    command.arg("--out-dir").arg(copy).arg("--extern").arg(format!("domain={}", domain.display()));
    command.arg("-L").arg(format!("dependency={}", dependencies.display()));
    process::finish(&mut command, progress)
}

#[cfg(test)]
mod tests {
    use super::{overlooked, without_a_sentence};

    #[test]
    fn the_first_sentence_on_a_line_of_its_own_is_left_out() {
        let text = "use a,\n\npub static WORDS: W = W {\n    many: |n| match n {\n        1 => \"one\",\n    },\n    back: \"Back\",\n    next,\n};";
        let without = "use a,\n\npub static WORDS: W = W {\n    many: |n| match n {\n        1 => \"one\",\n    },\n    next,\n};";
        assert_eq!(without_a_sentence(text).as_deref(), Some(without));
    }

    #[test]
    fn a_lacking_sentence_that_compiles_is_found() {
        let complaint = "error[E0063]: missing field `back` in initializer of `ShellWords`\n";
        assert_eq!(overlooked(2, &complaint.repeat(2)), None);
        assert!(overlooked(2, complaint).is_some());
    }

    #[test]
    fn a_file_without_sentences_is_no_proof() {
        assert_eq!(without_a_sentence("//! Nothing."), None);
    }
}
