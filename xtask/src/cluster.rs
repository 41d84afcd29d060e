//! A PostgreSQL cluster for one run of the tests: on a free port, in a folder of its own, gone afterwards.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::signal::Signal;
use nix::unistd::{User, geteuid};

use crate::process::{self, Running};
use crate::stages::Progress;

const ROLE: &str = "radslag";
const PATIENCE: Duration = Duration::from_secs(30);

/// Ended, and its folder removed, when this is dropped.
pub struct Cluster {
    server: Option<Running>,
    folder: PathBuf,
    port: u16,
}

impl Cluster {
    pub fn start(programs: &Path, progress: &Progress) -> Result<Self> {
        let owner = owner()?;
        // Not below the target directory: its owner may not be allowed into the folders above that.
        let folder = std::env::temp_dir().join(format!("radslag-postgres-{}", std::process::id()));
        fs::create_dir(&folder)?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut cluster = Self { server: None, folder, port };
        let program = |name: &str| {
            let mut command = Command::new(programs.join(name));
            command.current_dir(&cluster.folder);
            if let Some(owner) = &owner {
                command.uid(owner.uid.as_raw()).gid(owner.gid.as_raw());
            }
            command
        };
        if let Some(owner) = &owner {
            chown(&cluster.folder, Some(owner.uid.as_raw()), Some(owner.gid.as_raw()))?;
        }
        let data = cluster.folder.join("data");
        let mut create = program("initdb");
        create.arg("--pgdata").arg(&data).args(["--username", ROLE, "--auth", "trust"]);
        create.args(["--encoding", "UTF8", "--locale", "C", "--no-sync"]);
        process::run(&mut create, progress)?;

        let log = fs::File::create(cluster.folder.join("log"))?;
        let mut serve = program("postgres");
        serve.arg("-D").arg(&data).args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"]);
        serve.args(["-c", "unix_socket_directories=", "-c", "max_connections=400"]);
        serve.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        // To PostgreSQL, an interrupt means: do not wait for those who are still connected.
        let server = cluster.server.insert(Running::start(&mut serve)?.ended_by(Signal::SIGINT));

        let start = Instant::now();
        while !is_ready(&data) {
            if server.has_ended()? || start.elapsed() > PATIENCE {
                let log = fs::read_to_string(cluster.folder.join("log")).unwrap_or_default();
                bail!("PostgreSQL does not start\n{}", process::end_of(&log));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(cluster)
    }

    /// The address of a role that may create databases.
    pub fn address(&self) -> String {
        format!("postgres://{ROLE}@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.server = None;
        // What cannot be removed lies in the folder for temporary files.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The server writes its state into the last line of its lock file.
fn is_ready(data: &Path) -> bool {
    let lock = fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
    lock.lines().last().is_some_and(|state| state.trim() == "ready")
}

/// PostgreSQL refuses to run as root; whoever is not root runs it as themselves.
fn owner() -> Result<Option<User>> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    let user = |name| User::from_name(name).ok().flatten();
    Ok(Some(user("postgres").or_else(|| user("nobody")).context("there is no user postgres or nobody")?))
}
