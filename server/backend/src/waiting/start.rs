//! The start page: what waits, what comes next when nothing does, and the processes one is in.

use domain::ids::ProcessId;

use super::list::{WaitingRow, waiting};
use crate::{
    Backend, Failure,
    accounts::Call,
    processes::{NextDate, ProcessRow, my_processes},
};

/// The next date that concerns one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextThing {
    pub date: NextDate,
    pub process: ProcessId,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The nearest first.
    pub waiting: Vec<WaitingRow>,
    /// What to look forward to when nothing waits.
    pub next: Option<NextThing>,
    /// By their next date; those that are over come last.
    pub processes: Vec<ProcessRow>,
}

pub async fn start(backend: &Backend, call: &Call) -> Result<Start, Failure> {
    let waiting = waiting(backend, call).await?;
    let mut processes = my_processes(backend, call).await?;
    processes.sort_by_key(|row| (row.next.is_none(), row.next.map(|next| next.on), row.title.to_lowercase()));
    let next =
        processes.iter().find_map(|row| Some(NextThing { date: row.next?, process: row.id, title: row.title.clone() }));
    Ok(Start { waiting, next, processes })
}
