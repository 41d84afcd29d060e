//! Mails from here to a person: where one stands, how long it is kept, and whether it is worth another try.

use serde::{Deserialize, Serialize};

use crate::moment::Span;

/// How long an address and a text can lie in the outbox. Texts hold links and codes: what has been sent loses its text
/// at once.
pub const KEPT: Span = Span::days(30);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// Waits for the mail server.
    Queued,
    Sent,
    /// The mail server would not have it, or could not be reached for too long.
    Failed,
    /// There is no mail server: an administrator reads it and passes it on.
    Kept,
}

impl MailState {
    pub const ALL: [Self; 4] = [Self::Queued, Self::Sent, Self::Failed, Self::Kept];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Kept => "kept",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    pub const fn is_to_be_sent(self) -> bool {
        matches!(self, Self::Queued | Self::Failed)
    }
}

/// Whether a mail server that answers so will answer the same tomorrow: the mailbox is not there (550, 551, 553) or
/// the message is refused (552, 554). All else, a wrong password for the server too, can be put right.
pub const fn is_refused_for_good(smtp_code: u16) -> bool {
    matches!(smtp_code, 550..=554)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_named_and_found_again() {
        for state in MailState::ALL {
            assert_eq!(MailState::from_name(state.name()), Some(state));
        }
        assert_eq!(MailState::from_name("lost"), None);
    }

    #[test]
    fn only_refusals_of_this_very_mail_are_for_good() {
        assert!(is_refused_for_good(550) && is_refused_for_good(554));
        for passing in [421, 450, 451, 452, 535, 530, 501] {
            assert!(!is_refused_for_good(passing), "{passing}");
        }
    }
}
