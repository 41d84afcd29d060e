//! Runs every test, in stages, and adds up what the test runners count.

mod browser;
mod harness;
mod programs;
mod tally;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::bundle::{self, Kind, budget};
use crate::cluster::Cluster;
use crate::process;
use crate::setup;
use crate::stages::{Progress, Stages};
use crate::surroundings::Surroundings;
use crate::workspace::Workspace;
use programs::Programs;
use tally::Tally;

/// What can be run by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Unit,
    Bundle,
    Acceptance,
    Browser,
}

impl Part {
    pub const ALL: [Self; 4] = [Self::Unit, Self::Bundle, Self::Acceptance, Self::Browser];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Bundle => "bundle",
            Self::Acceptance => "acceptance",
            Self::Browser => "browser",
        }
    }
}

/// What was asked for on the command line.
pub struct Request {
    parts: Vec<Part>,
    /// Nothing may be skipped.
    strict: bool,
    /// The program as it is released.
    release: bool,
}

impl Request {
    pub fn read(arguments: &[&str]) -> Result<Self> {
        let mut request = Self { parts: Vec::new(), strict: false, release: false };
        for argument in arguments {
            match (*argument, Part::named(argument)) {
                (_, Some(part)) => request.parts.push(part),
                ("--strict", _) => request.strict = true,
                ("--release", _) => request.release = true,
                (other, _) => {
                    bail!("{other:?} is no part of the tests; there are {}", Part::ALL.map(Part::name).join(", "))
                }
            }
        }
        if request.parts.is_empty() {
            request.parts.extend(Part::ALL);
        }
        Ok(request)
    }

    fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// Acceptance and browser tests run against the program as a whole.
    fn needs_program(&self) -> bool {
        self.has(Part::Acceptance) || self.has(Part::Browser)
    }
}

pub fn run(workspace: &Workspace, request: &Request) -> Result<ExitCode> {
    let mut stages = Stages::default();
    let mut tally = Tally::default();
    run_parts(workspace, request, &mut stages, &mut tally)?;
    stages.summary();
    for reason in &tally.skipped {
        println!("skipped: {reason}");
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    let well = tally.failed == 0 && (tally.skipped.is_empty() || !request.strict);
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A part that fails does not keep the others from running, unless they stand on it.
fn run_parts(workspace: &Workspace, request: &Request, stages: &mut Stages, tally: &mut Tally) -> Result<()> {
    stages.run("set-up", |progress| setup::for_bundle(workspace, progress))?;
    let programs = if request.has(Part::Unit) || request.needs_program() {
        stage(stages, tally, "build program and tests", |progress| programs::build(workspace, progress))?
    } else {
        None
    };
    if request.has(Part::Unit) {
        if let Some(programs) = &programs {
            count(stages, tally, "unit tests", |progress| harness::run(&programs.unit, &[], progress))?;
        }
        count(stages, tally, "unit tests of xtask", |progress| harness::xtask(workspace, progress))?;
    }
    let mut site = Some(());
    if request.has(Part::Bundle) || request.needs_program() {
        site = note(tally, "bundle", bundle::build(workspace, Kind::Release, stages))?;
        if site.is_some() && request.has(Part::Bundle) {
            count(stages, tally, "budgets", |_| budgets(workspace))?;
        }
    }
    if let (true, Some(programs), Some(())) = (request.needs_program(), programs, site) {
        against_program(workspace, request, stages, tally, programs)?;
    }
    Ok(())
}

fn against_program(
    workspace: &Workspace,
    request: &Request,
    stages: &mut Stages,
    tally: &mut Tally,
    programs: Programs,
) -> Result<()> {
    let mut radslag = Some(programs.radslag);
    if request.release {
        radslag = stage(stages, tally, "build release", |progress| programs::release(workspace, progress))?;
    }
    let Some(radslag) = radslag else { return Ok(()) };
    let cluster =
        stages.run("PostgreSQL", |progress| Cluster::start(&setup::postgres::find_or_install(progress)?, progress));
    let cluster = or_skip(tally, "PostgreSQL", cluster)?;
    let mut surroundings = Surroundings {
        radslag,
        site: workspace.site(),
        postgres: cluster.as_ref().map(Cluster::address),
        chromium: None,
        strict: request.strict,
    };
    if request.has(Part::Acceptance) {
        let variables = surroundings.variables();
        count(stages, tally, "acceptance tests", |progress| harness::run(&programs.acceptance, &variables, progress))?;
    }
    if request.has(Part::Browser) {
        let found = stages.run("Chromium", |progress| setup::chromium::find_or_install(workspace, progress));
        surroundings.chromium = or_skip(tally, "browser tests", found)?;
        if surroundings.chromium.is_some() {
            count(stages, tally, "browser tests", |progress| browser::run(workspace, &surroundings, progress))?;
        }
    }
    Ok(())
}

/// Each budget counts as a test.
fn budgets(workspace: &Workspace) -> Result<Tally> {
    let rows = budget::measure(&workspace.site())?;
    rows.iter().for_each(|row| println!("{}", row.line()));
    let failed = rows.iter().filter(|row| !row.holds()).count();
    Ok(Tally { passed: rows.len() - failed, failed, skipped: Vec::new() })
}

/// Runs a stage whose failure is shown and counted.
fn stage<T>(
    stages: &mut Stages,
    tally: &mut Tally,
    name: &str,
    work: impl FnOnce(&Progress) -> Result<T>,
) -> Result<Option<T>> {
    let result = stages.run(name, work);
    note(tally, name, result)
}

/// Runs a stage that counts for itself.
fn count(
    stages: &mut Stages,
    tally: &mut Tally,
    name: &str,
    work: impl FnOnce(&Progress) -> Result<Tally>,
) -> Result<()> {
    if let Some(counted) = stage(stages, tally, name, work)? {
        println!("  {} passed, {} failed", counted.passed, counted.failed);
        *tally += counted;
    }
    Ok(())
}

fn note<T>(tally: &mut Tally, name: &str, result: Result<T>) -> Result<Option<T>> {
    go_on(result.with_context(|| name.to_owned()), |fault| {
        println!("{fault:#}");
        *tally += Tally::failure();
    })
}

fn or_skip<T>(tally: &mut Tally, name: &str, result: Result<T>) -> Result<Option<T>> {
    go_on(result, |fault| *tally += Tally::skip(format!("{name}: {fault:#}")))
}

/// Turns a failure into a note, unless somebody wants everything to end.
fn go_on<T>(result: Result<T>, noted: impl FnOnce(&anyhow::Error)) -> Result<Option<T>> {
    match result {
        Err(fault) if process::interrupted() => Err(fault),
        Err(fault) => {
            noted(&fault);
            Ok(None)
        }
        Ok(value) => Ok(Some(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Request};

    #[test]
    fn without_names_everything_runs() {
        let request = Request::read(&["--strict"]).unwrap();
        assert_eq!((request.parts, request.strict, request.release), (Part::ALL.to_vec(), true, false));
    }

    #[test]
    fn a_name_picks_a_part_and_a_wrong_one_is_told() {
        assert_eq!(Request::read(&["unit", "--release"]).unwrap().parts, [Part::Unit]);
        let fault = Request::read(&["everything"]).err().unwrap().to_string();
        assert!(fault.contains("unit, bundle, acceptance, browser"), "{fault}");
    }
}
