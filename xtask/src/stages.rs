//! Times each stage of a command, shows that the long ones are alive, and tells at the end where the time went.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

/// A stage shorter than this needs no sign of life.
const QUIET: Duration = Duration::from_secs(2);
/// How often a line of progress is written where it cannot be written over.
const BETWEEN_LINES: Duration = Duration::from_secs(20);

/// What a stage is doing right now.
#[derive(Default)]
pub struct Progress {
    now: Mutex<String>,
}

impl Progress {
    pub fn say(&self, what: &str) {
        if !what.is_empty() {
            what.clone_into(&mut self.now.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }

    fn now(&self) -> String {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The stages of one command, in the order they ran.
#[derive(Default)]
pub struct Stages {
    done: Vec<(String, Duration, bool)>,
}

impl Stages {
    /// Runs one stage and prints its time.
    pub fn run<T>(&mut self, name: &str, work: impl FnOnce(&Progress) -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let progress = Progress::default();
        let over = AtomicBool::new(false);
        let result = thread::scope(|scope| {
            let watch = scope.spawn(|| show_life(name, start, &progress, &over));
            let result = work(&progress);
            over.store(true, Ordering::SeqCst);
            watch.thread().unpark();
            result
        });
        let mark = if result.is_ok() { "✓" } else { "✗" };
        println!("{mark} {name} {}", seconds(start.elapsed()));
        self.done.push((name.to_owned(), start.elapsed(), result.is_ok()));
        result
    }

    /// The table of all stages.
    pub fn summary(&self) {
        println!();
        for (name, time, well) in &self.done {
            println!("  {:<28}{:>10}{}", name, seconds(*time), if *well { "" } else { "  failed" });
        }
        let whole: Duration = self.done.iter().map(|(_, time, _)| *time).sum();
        println!("  {:<28}{:>10}", "in all", seconds(whole));
    }
}

fn show_life(name: &str, start: Instant, progress: &Progress, over: &AtomicBool) {
    let terminal = std::io::stderr().is_terminal();
    let pause = if terminal { Duration::from_millis(250) } else { BETWEEN_LINES };
    thread::park_timeout(QUIET);
    let mut shown = false;
    while !over.load(Ordering::SeqCst) {
        let line: String =
            format!("… {name} {}  {}", seconds(start.elapsed()), progress.now()).chars().take(110).collect();
        let mut stderr = std::io::stderr().lock();
        // Nothing is lost when a sign of life cannot be written.
        let _ = if terminal { write!(stderr, "\r\x1b[2K{line}") } else { writeln!(stderr, "{line}") };
        let _ = stderr.flush();
        drop(stderr);
        shown = true;
        thread::park_timeout(pause);
    }
    if shown && terminal {
        let _ = write!(std::io::stderr(), "\r\x1b[2K");
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
