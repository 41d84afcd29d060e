//! What can stand in the record: a word, and ids and words beside it. Never a name or an address.

use std::{fmt, str::FromStr};

use crate::{
    accounts::Office,
    hash::TextHash,
    ids::{InvitationId, OrganisationId, PartnershipId, PersonId, ProcessId, SeatId, SessionId},
    partnerships::{Level, Role, TenureKind},
    processes::Access,
};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an event of the record: {0}")]
pub struct NotAnEvent(String);

/// Defines [`Event`] with its written form: `word field=value field=value`. A word that has been used stays for ever.
macro_rules! events {
    ($($(#[$doc:meta])* $name:ident $word:literal { $($field:ident: $kind:ty),* }),* $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[$doc])* $name { $($field: $kind),* },)*
        }

        impl fmt::Display for Event {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$name { $($field),* } => {
                        f.write_str($word)?;
                        $(write!(f, concat!(" ", stringify!($field), "={}"), $field)?;)*
                        Ok(())
                    })*
                }
            }
        }

        impl FromStr for Event {
            type Err = NotAnEvent;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let mut parts = text.split(' ');
                let event = match parts.next() {
                    $(Some($word) => Self::$name { $($field: field(text, parts.next(), stringify!($field))?),* },)*
                    _ => return Err(NotAnEvent(text.to_owned())),
                };
                if parts.next().is_none() { Ok(event) } else { Err(NotAnEvent(text.to_owned())) }
            }
        }
    };
}

events! {
    /// The first administrator, by the link that the server printed.
    SetUp "set_up" { person: PersonId },
    SignedIn "signed_in" { person: PersonId, session: SessionId, by: Means },
    SignedInInTwoSteps "signed_in_in_two_steps" { person: PersonId, session: SessionId, by: Means, then: Means },
    /// Only for accounts that there are: anybody can try any address, and the record is kept for ever.
    SignInFailed "sign_in_failed" { person: PersonId, by: Means },
    SignedOut "signed_out" { person: PersonId, session: SessionId },
    SessionRevoked "session_revoked" { person: PersonId, session: SessionId },
    /// All of a person, or all but the one it was done from.
    SessionsRevoked "sessions_revoked" { person: PersonId },
    PasswordSet "password_set" { person: PersonId },
    PasswordRemoved "password_removed" { person: PersonId },
    SecondFactorOn "second_factor_on" { person: PersonId },
    SecondFactorOff "second_factor_off" { person: PersonId },
    RecoveryCodesRenewed "recovery_codes_renewed" { person: PersonId },
    RecoveryCodeUsed "recovery_code_used" { person: PersonId },
    OfficeChanged "office_changed" { person: PersonId, from: Office, to: Office },
    Invited "invited" { invitation: InvitationId, office: Office },
    InvitationRenewed "invitation_renewed" { invitation: InvitationId },
    InvitationWithdrawn "invitation_withdrawn" { invitation: InvitationId },
    InvitationAccepted "invitation_accepted" { invitation: InvitationId, person: PersonId },
    /// From the terminal of the server.
    AccountBegun "account_begun" { person: PersonId, office: Office },
    AccountEnded "account_ended" { person: PersonId },
    AccountRestored "account_restored" { person: PersonId },
    /// 30 days after the account was ended: name and address are gone.
    AccountForgotten "account_forgotten" { person: PersonId },
    PartnershipBegun "partnership_begun" { partnership: PartnershipId },
    SeatMade "seat_made" { seat: SeatId, organisation: OrganisationId, role: Role },
    SeatRoleChanged "seat_role_changed" { seat: SeatId, from: Role, to: Role },
    SeatRemoved "seat_removed" { seat: SeatId },
    SeatRestored "seat_restored" { seat: SeatId },
    /// Somebody got it, or stands in from now on.
    TenureBegan "tenure_began" { seat: SeatId, person: PersonId, kind: TenureKind },
    TenureEnded "tenure_ended" { seat: SeatId, person: PersonId },
    /// It had been given by mistake.
    TenureWithdrawn "tenure_withdrawn" { seat: SeatId, person: PersonId },
    StoodBehind "stood_behind" { organisation: OrganisationId, text: TextHash, level: Level },
    ProcessBegun "process_begun" { process: ProcessId, access: Access },
    ProcessAccessChanged "process_access_changed" { process: ProcessId, from: Access, to: Access },
    /// A seat may go further in the process than its partnership, or no longer.
    SeatNamed "seat_named" { process: ProcessId, seat: SeatId },
    SeatUnnamed "seat_unnamed" { process: ProcessId, seat: SeatId },
    ProcessRemoved "process_removed" { process: ProcessId },
    ProcessRestored "process_restored" { process: ProcessId },
    StandingWithdrawn "standing_withdrawn" { organisation: OrganisationId, text: TextHash, level: Level },
}

/// By what somebody showed who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Means {
    /// Six digits in a mail.
    Code,
    Password,
    /// The authenticator app.
    App,
    RecoveryCode,
    /// A link for a new password.
    Link,
    Invitation,
    /// The link for the first administrator.
    SetUp,
}

impl Means {
    pub const ALL: [Self; 7] =
        [Self::Code, Self::Password, Self::App, Self::RecoveryCode, Self::Link, Self::Invitation, Self::SetUp];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Password => "password",
            Self::App => "app",
            Self::RecoveryCode => "recovery_code",
            Self::Link => "link",
            Self::Invitation => "invitation",
            Self::SetUp => "set_up",
        }
    }
}

impl fmt::Display for Means {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Means {
    type Err = NotAnEvent;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|means| means.name() == text).ok_or_else(|| NotAnEvent(text.to_owned()))
    }
}

/// Reads `name=value`.
fn field<T: FromStr>(text: &str, part: Option<&str>, name: &str) -> Result<T, NotAnEvent> {
    let value = part.and_then(|part| part.strip_prefix(name)?.strip_prefix('='));
    value.and_then(|value| value.parse().ok()).ok_or_else(|| NotAnEvent(text.to_owned()))
}
