//! The program as an operator sees it: started, listened to, told to stop, killed.

use std::{
    io::{BufRead as _, BufReader, Read},
    process::{Child, Command, ExitStatus, Output, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

pub use nix::sys::signal::Signal;
use nix::{sys::signal::kill, unistd::Pid};

use crate::surroundings;

/// A debug build that migrates a database on a busy machine takes a while.
const PATIENCE: Duration = Duration::from_secs(60);

/// `radslag serve`, running. It is killed when this goes, also when a test fails.
pub struct Program {
    child: Child,
    said: Arc<Mutex<Vec<String>>>,
    address: String,
}

/// What a program is started with, besides what stands in its environment anyway.
pub type Environment = Vec<(&'static str, String)>;

/// `radslag …` with nothing of the surroundings' own configuration.
pub fn command(arguments: &[&str], environment: &Environment) -> Command {
    let mut command = Command::new(surroundings::program());
    command.args(arguments).env_clear().env("RADSLAG_SITE", surroundings::site()).stdin(Stdio::null());
    command.envs(environment.iter().map(|(name, value)| (*name, value)));
    command
}

/// Runs `radslag …` to its end.
pub fn run(arguments: &[&str], environment: &Environment) -> Output {
    command(arguments, environment).output().expect("the program can be started; is it built?")
}

impl Program {
    /// Starts it at this address (port 0 is any that is free) and waits until it listens.
    pub async fn serve(address: &str, environment: &Environment) -> Self {
        let mut command = command(&["serve"], environment);
        command.env("RADSLAG_LISTEN", address).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started; is it built?");
        let said = Arc::new(Mutex::new(Vec::new()));
        listen(child.stdout.take().expect("piped"), Arc::clone(&said));
        listen(child.stderr.take().expect("piped"), Arc::clone(&said));
        let mut program = Self { child, said, address: String::new() };
        let line = program.wait_for_line("listening on ").await;
        program.address = line.rsplit("listening on ").next().unwrap_or_default().trim_end_matches('/').to_owned();
        program
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// `http://127.0.0.1:port`, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Everything it has said so far, on both streams.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().join("\n")
    }

    /// The first line that holds this, as soon as there is one.
    pub async fn wait_for_line(&mut self, part: &str) -> String {
        let start = Instant::now();
        loop {
            let found = self.said.lock().unwrap().iter().find(|line| line.contains(part)).cloned();
            if let Some(line) = found {
                return line;
            }
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                panic!("the program ended ({status}) before it said {part:?}:\n{}", self.said());
            }
            assert!(start.elapsed() < PATIENCE, "the program never said {part:?}:\n{}", self.said());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Sends a signal to this process and no other.
    pub fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.child.id()).expect("process ids are small");
        kill(Pid::from_raw(id), signal).expect("it is our child");
    }

    /// Tells it to stop and waits until it has.
    pub async fn end(&mut self) -> ExitStatus {
        self.signal(Signal::SIGTERM);
        self.ended().await
    }

    /// Waits until it has ended by itself.
    pub async fn ended(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end:\n{}", self.said());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

impl Drop for Program {
    #[expect(clippy::print_stdout, reason = "the runner shows it beside the failure")]
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
        if std::thread::panicking() {
            println!("the program said:\n{}", self.said());
        }
    }
}

/// Keeps every line of a stream, so that the program never waits for somebody to read.
fn listen(stream: impl Read + Send + 'static, said: Arc<Mutex<Vec<String>>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            said.lock().unwrap().push(line);
        }
    });
}
