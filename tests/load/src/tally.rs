//! A million ballots by each method, beside other programs that count the same file.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use support::surroundings;
use tempfile::TempDir;

use crate::{ballots, process::highest_kib};

const BALLOTS: u64 = 1_000_000;
/// As many as pabutools counts within some minutes on a busy machine.
const VOTERS: u64 = 100_000;
/// A count by us is repeated, because it is over so soon.
const RUNS: usize = 5;

const HEAD: &str = "\
| method | ballots | radslag, s | memory, MiB | beside it | s | memory, MiB | times faster |
|---|---|---|---|---|---|---|---|";

struct Run {
    time: Duration,
    kib: u32,
    winners: BTreeSet<String>,
}

/// Prints the table; `python` has the other programs. Whether every count is quick and small enough, and agrees.
pub fn measure(python: &Path) -> bool {
    let folder = TempDir::new().expect("a folder");
    let file = |name: &str, write: fn(&Path, u64), number: u64| {
        let path = folder.path().join(name);
        write(&path, number);
        path
    };
    let ranked = file("ranked.abif", ballots::ranked, BALLOTS);
    let scored = file("scored.abif", ballots::scored, BALLOTS);
    let approved = file("approved.pb", ballots::approved, BALLOTS);
    let fewer = file("fewer.pb", ballots::approved, VOTERS);
    println!("{HEAD}");
    let mut well = true;
    for (method, file, number, other) in [
        ("plurality", &ranked, BALLOTS, None),
        ("irv", &ranked, BALLOTS, Some("pref_voting")),
        ("schulze", &ranked, BALLOTS, Some("pref_voting")),
        ("scottish-stv", &ranked, BALLOTS, None),
        ("meek-stv", &ranked, BALLOTS, None),
        ("score", &scored, BALLOTS, None),
        ("dots", &scored, BALLOTS, None),
        ("approval", &approved, BALLOTS, None),
        ("equal-shares", &approved, BALLOTS, None),
        ("equal-shares", &fewer, VOTERS, Some("pabutools")),
    ] {
        let mut ours: Vec<Run> = (0..RUNS).map(|_| radslag(file, method)).collect();
        ours.sort_by_key(|run| run.time);
        let middle = &ours[RUNS / 2];
        let highest = ours.iter().map(|run| run.kib).max().unwrap_or(0);
        let theirs = other.map(|other| (other, counter(python, other, file, method)));
        println!("{}", row(method, number, middle, highest, theirs.as_ref()));
        well &= highest < 200 * 1024;
        if let Some((_, theirs)) = &theirs {
            well &= theirs.winners == middle.winners && theirs.time > middle.time * 50;
        }
    }
    well
}

fn row(method: &str, number: u64, ours: &Run, highest: u32, theirs: Option<&(&str, Run)>) -> String {
    let mib = |kib: u32| f64::from(kib) / 1024.0;
    let own = format!("| {method} | {number} | {:.2} | {:.0} |", ours.time.as_secs_f64(), mib(highest));
    let Some((name, theirs)) = theirs else { return format!("{own} – | – | – | – |") };
    let faster = theirs.time.as_secs_f64() / ours.time.as_secs_f64();
    let agree = if theirs.winners == ours.winners { "" } else { " (and elects others)" };
    format!("{own} {name}{agree} | {:.1} | {:.0} | {faster:.0} |", theirs.time.as_secs_f64(), mib(theirs.kib))
}

fn radslag(file: &Path, method: &str) -> Run {
    let mut command = Command::new(surroundings::program());
    command.arg("tally").arg(file).args(["--method", method]);
    let (time, kib, said) = run(&mut command);
    let first = said.lines().next().and_then(|line| line.split_once(": ")).map(|(_, names)| names.to_owned());
    Run { time, kib, winners: names(&first.unwrap_or_default()) }
}

fn counter(python: &Path, name: &str, file: &Path, method: &str) -> Run {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("counters/{name}_count.py"));
    let (time, kib, said) = run(Command::new(python).arg(script).arg(file).arg(method));
    Run { time, kib, winners: names(said.lines().last().unwrap_or_default()) }
}

fn names(list: &str) -> BTreeSet<String> {
    list.split(',').map(|name| name.trim().to_owned()).collect()
}

/// How long it took, how much memory it had at the most, and what it said.
fn run(command: &mut Command) -> (Duration, u32, String) {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it can be started");
    let mut kib = 0;
    let said = child.stdout.take().expect("piped");
    let reader = std::thread::spawn(move || std::io::read_to_string(said).expect("text"));
    while child.try_wait().expect("it is our child").is_none() {
        kib = highest_kib(child.id()).unwrap_or(kib);
        std::thread::sleep(Duration::from_millis(2));
    }
    let time = start.elapsed();
    assert!(child.wait().is_ok_and(|status| status.success()), "{command:?} counts");
    (time, kib, reader.join().expect("it was read"))
}
