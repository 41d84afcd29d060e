//! Installs packages of the system, where that is ours to do: as root on Debian and its kin.

use std::process::Command;

use anyhow::Result;

use super::program;
use crate::process;
use crate::stages::Progress;

pub fn is_ours() -> bool {
    nix::unistd::geteuid().is_root() && program(&["apt-get"]).is_some()
}

pub fn install(package: &str, progress: &Progress) -> Result<()> {
    process::run(apt_get().arg("update"), progress)?;
    process::run(apt_get().args(["install", "--yes", "--no-install-recommends", package]), progress)?;
    Ok(())
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
