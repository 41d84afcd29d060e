//! The kinds of work there are, each with the ids it needs and nothing else.

use serde::{Deserialize, Serialize};

use crate::ids::{ImportId, MailId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum JobKind {
    /// Hands a message in the outbox to the mail server.
    SendMail { mail: MailId },
    /// Looks through a file that is to be imported, and writes nothing else.
    ReadImport { import: ImportId },
    /// Makes of a file's rows what they are to become.
    WriteImport { import: ImportId },
    /// Removes, once a day, what nobody needs any more.
    Housekeeping,
}

impl JobKind {
    /// What stands in the table's column, in logs and in measurements.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SendMail { .. } => "send_mail",
            Self::ReadImport { .. } => "read_import",
            Self::WriteImport { .. } => "write_import",
            Self::Housekeeping => "housekeeping",
        }
    }
}
