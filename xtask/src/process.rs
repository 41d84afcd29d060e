//! Starts other programs, keeps what they say, and sees to it that none outlives this one.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

use crate::stages::Progress;

/// The process groups of all children that still run.
static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How long a program may take to end when it was asked to.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many lines of a failed program are shown.
const SHOWN: usize = 120;

/// Ends all children when this program is asked to end; what waits for them then goes on to tidy up.
pub fn end_children_on_interrupt() -> Result<()> {
    ctrlc::set_handler(|| {
        let signal = if INTERRUPTED.swap(true, Ordering::SeqCst) { Signal::SIGKILL } else { Signal::SIGTERM };
        for group in groups().iter() {
            // A group that has just ended by itself is what we want.
            let _ = killpg(*group, signal);
        }
    })
    .context("cannot listen for Ctrl-C")
}

pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// A program and all that it starts, ended together when this is dropped.
pub struct Running {
    child: Child,
    group: Pid,
    ending: Signal,
}

impl Running {
    pub fn start(command: &mut Command) -> Result<Self> {
        let named = describe(command);
        let child = command.process_group(0).spawn().with_context(|| format!("cannot start {named}"))?;
        let group = Pid::from_raw(i32::try_from(child.id())?);
        groups().push(group);
        Ok(Self { child, group, ending: Signal::SIGTERM })
    }

    /// What it is sent first when it has to end.
    pub fn ended_by(mut self, ending: Signal) -> Self {
        self.ending = ending;
        self
    }

    pub fn wait(&mut self) -> Result<ExitStatus> {
        Ok(self.child.wait()?)
    }

    pub fn has_ended(&mut self) -> Result<bool> {
        Ok(self.child.try_wait()?.is_some())
    }
}

impl Drop for Running {
    /// Asks first, and insists when that takes too long.
    fn drop(&mut self) {
        let asked = Instant::now();
        let mut ending = Some(self.ending);
        while matches!(self.child.try_wait(), Ok(None)) {
            if let Some(signal) = ending.take() {
                let _ = killpg(self.group, signal);
            } else if asked.elapsed() > PATIENCE {
                let _ = killpg(self.group, Signal::SIGKILL);
            }
            thread::sleep(Duration::from_millis(20));
        }
        // Whatever the program left behind in its group goes too.
        let _ = killpg(self.group, Signal::SIGKILL);
        groups().retain(|group| *group != self.group);
    }
}

/// What a program said, and how it ended.
pub struct Finished {
    pub status: ExitStatus,
    pub stdout: String,
    pub stderr: String,
}

/// Runs a program to its end; the last line it says is shown as progress.
pub fn finish(command: &mut Command, progress: &Progress) -> Result<Finished> {
    finish_showing(command, progress, progress)
}

fn finish_showing(command: &mut Command, said: &Progress, complained: &Progress) -> Result<Finished> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = Running::start(command)?;
    let errors = running.child.stderr.take();
    let (stdout, stderr) = thread::scope(|scope| {
        let errors = scope.spawn(|| errors.map(|stream| read_lines(stream, complained)).unwrap_or_default());
        let stdout = running.child.stdout.take().map(|stream| read_lines(stream, said)).unwrap_or_default();
        (stdout, errors.join().unwrap_or_default())
    });
    let status = running.wait()?;
    if interrupted() {
        bail!("interrupted");
    }
    Ok(Finished { status, stdout, stderr })
}

/// Runs a program that has to succeed.
pub fn run(command: &mut Command, progress: &Progress) -> Result<Finished> {
    let finished = finish(command, progress)?;
    if !finished.status.success() {
        bail!("{} failed\n{}", describe(command), end_of(&format!("{}{}", finished.stdout, finished.stderr)));
    }
    Ok(finished)
}

/// Runs a program that has to succeed and speaks to programs on standard output, to people on the other.
pub fn run_with_json(command: &mut Command, progress: &Progress) -> Result<String> {
    let finished = finish_showing(command, &Progress::default(), progress)?;
    if !finished.status.success() {
        bail!("{} failed\n{}", describe(command), end_of(&finished.stderr));
    }
    Ok(finished.stdout)
}

/// What a quick question to a program is answered with.
pub fn output(command: &mut Command) -> Result<String> {
    let answer =
        command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {}", describe(command)))?;
    if !answer.status.success() {
        bail!("{} failed\n{}", describe(command), String::from_utf8_lossy(&answer.stderr));
    }
    Ok(String::from_utf8(answer.stdout)?)
}

/// The last lines of a long text.
pub fn end_of(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(SHOWN)..].join("\n")
}

fn read_lines(stream: impl Read, progress: &Progress) -> String {
    let mut kept = String::new();
    let mut stream = BufReader::new(stream);
    let mut line = Vec::new();
    while matches!(stream.read_until(b'\n', &mut line), Ok(read) if read > 0) {
        let text = String::from_utf8_lossy(&line);
        progress.say(text.trim());
        kept.push_str(&text);
        line.clear();
    }
    kept
}

fn describe(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let name = program.rsplit('/').next().unwrap_or(&program).to_owned();
    command.get_args().take(4).fold(name, |text, argument| format!("{text} {}", argument.to_string_lossy()))
}

fn groups() -> std::sync::MutexGuard<'static, Vec<Pid>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}
