//! How the server fares, and what is told first to whoever looks after it.

use serde::{Deserialize, Serialize};

/// What was found out about the running server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// Whether what was acknowledged survives a power cut.
    pub is_durable: bool,
    pub jobs_waiting: u64,
    pub jobs_failed: u64,
    pub mails_failed: u64,
    /// Mails that nobody sends, because no mail server is configured.
    pub mails_kept: u64,
    pub has_mail_server: bool,
    pub record_entries: i64,
    /// The first entry of the record that does not fit what stands before it.
    pub record_broken_at: Option<i64>,
}

/// What is wrong, the gravest first. Each has its remedy in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    RecordBroken { at: i64 },
    NotDurable,
    JobsFailed { count: u64 },
    MailsFailed { count: u64 },
}

impl Health {
    pub fn first_fault(&self) -> Option<Fault> {
        let broken = self.record_broken_at.map(|at| Fault::RecordBroken { at });
        broken
            .or((!self.is_durable).then_some(Fault::NotDurable))
            .or((self.jobs_failed > 0).then_some(Fault::JobsFailed { count: self.jobs_failed }))
            .or((self.mails_failed > 0).then_some(Fault::MailsFailed { count: self.mails_failed }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELL: Health = Health {
        is_durable: true,
        jobs_waiting: 3,
        jobs_failed: 0,
        mails_failed: 0,
        mails_kept: 2,
        has_mail_server: false,
        record_entries: 9,
        record_broken_at: None,
    };

    #[test]
    fn waiting_jobs_and_kept_mails_are_no_fault() {
        assert_eq!(WELL.first_fault(), None);
    }

    #[test]
    fn the_gravest_is_told_first() {
        let mails = Health { mails_failed: 2, ..WELL };
        assert_eq!(mails.first_fault(), Some(Fault::MailsFailed { count: 2 }));
        let jobs = Health { jobs_failed: 1, ..mails };
        assert_eq!(jobs.first_fault(), Some(Fault::JobsFailed { count: 1 }));
        let unsafe_writes = Health { is_durable: false, ..jobs };
        assert_eq!(unsafe_writes.first_fault(), Some(Fault::NotDurable));
        let broken = Health { record_broken_at: Some(4), ..unsafe_writes };
        assert_eq!(broken.first_fault(), Some(Fault::RecordBroken { at: 4 }));
    }
}
