//! What a process has used so far, as Linux counts it.

use std::{fs, time::Duration};

/// The clock ticks of `/proc` are hundredths of a second on every Linux that Rust runs on.
const TICK: Duration = Duration::from_millis(10);

/// The processor time of a process and its threads.
pub fn processor_time(process: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("the process is there");
    // The name may hold spaces; what follows its closing bracket does not.
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    let ticks: u32 = fields.skip(11).take(2).map(|field| field.parse::<u32>().expect("ticks")).sum();
    TICK * ticks
}

/// The memory of a process that lies in the machine's own, in KiB.
pub fn resident_kib(process: u32) -> u32 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("the process is there");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("a process has memory");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number of KiB")
}

/// The most memory that a process has had, in KiB; nothing if it has ended.
pub fn highest_kib(process: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
