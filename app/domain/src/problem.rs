//! What can be refused, and why: one closed list that pages, the API, sockets and both languages share.

use serde::{Deserialize, Serialize};

use crate::{day::Day, moment::Moment, named::names, revision::Revision};

/// A refusal. It holds nothing private, so that it may be shown to whoever asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// It is not there, or whoever asks may not know of it.
    #[error("not found: {what:?}")]
    NotFound { what: What },
    /// One has to sign in first.
    #[error("not signed in")]
    NotSignedIn,
    /// It is there, one may know of it, and may not do this.
    #[error("not allowed")]
    NotAllowed,
    /// What was sent cannot be taken; every fault is named, at its field.
    #[error("invalid: {faults:?}")]
    Invalid { faults: Vec<Fault> },
    /// Somebody else has changed the same thing; both stand side by side.
    #[error("conflict with revision {}", revision.0)]
    Conflict { revision: Revision, current: Vec<FieldValue> },
    /// The time for it is over.
    #[error("closed")]
    Closed { since: Moment },
    /// Too often; it works again in so many seconds.
    #[error("too many; again in {retry_s} s")]
    TooMany { retry_s: u32 },
    /// Our fault; the log has more under this number.
    #[error("unavailable, incident {incident}")]
    Unavailable { incident: String },
}

names! {
    /// The kinds of things that can be missing.
    What {
        Page = "page",
        Form = "form",
        Person = "person",
        Session = "session",
        Invitation = "invitation",
        /// A link that was sent or shown once: set-up, invitation, new password.
        Link = "link",
        File = "file",
        Job = "job",
        Mail = "mail",
        Partnership = "partnership",
        Body = "body",
        Organisation = "organisation",
        Seat = "seat",
        Anchoring = "anchoring",
        Process = "process",
        Phase = "phase",
        Waiting = "waiting",
        List = "list",
        Import = "import",
    }
}

/// One field, and what is wrong with what stands in it. The field `""` is the form as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    pub field: String,
    pub reason: Reason,
}

/// A field and what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldValue {
    pub field: String,
    pub value: String,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    Missing,
    TooLong {
        max: u32,
    },
    TooShort {
        min: u32,
    },
    /// Control characters, or characters that turn the direction of what follows.
    Unprintable,
    /// Not one of the choices.
    UnknownChoice,
    NotAnAddress,
    NotANumber,
    /// Not six digits (or, where one may use it, not a recovery code).
    NotACode,
    /// The code does not fit; so many tries are left.
    WrongCode {
        left: u32,
    },
    /// The code was right once and is too old now, was used, or was tried too often.
    SpentCode,
    /// The code is not the one that the authenticator app shows, or has been used.
    CodeDoesNotFit,
    /// The code was asked for in another browser.
    OtherBrowser,
    /// Address and password do not belong together.
    WrongPassword,
    /// The password can be guessed: too common, or the address itself.
    WeakPassword,
    /// The two passwords differ.
    Different,
    /// Somebody has it already.
    Taken,
    /// The last administrator must stay one.
    LastAdministrator,
    /// This office cannot do without a password.
    PasswordNeeded,
    /// Whoever changes how one signs in must have signed in a short while ago.
    SignInAgain,
    FileTooLarge {
        max_kb: u32,
    },
    /// The picture has more points than can be shown.
    PictureTooLarge {
        max_side: u32,
    },
    /// The file is none of the kinds that are taken here.
    FileKind,
    /// The file claims to be one thing and is another, or is damaged.
    FileDamaged,
    /// Not a day of the calendar.
    NotADay,
    TooEarly {
        earliest: Day,
    },
    TooLate {
        latest: Day,
    },
    /// Something cannot follow upon itself, be it at once or by a detour.
    FollowsItself,
    /// The organisation has been ended or merged.
    HasEnded,
    /// Nobody with this address has an account.
    NoAccount,
    /// The person has this seat then, as its holder or as a substitute.
    HasSeat,
    /// Somebody has had the seat for a while: that was, and is not taken back.
    HasBegun,
    /// The seat stays empty: nobody has been chosen, and nobody holds it.
    NobodyHere,
    /// The organisation stands behind this very text already, on this level.
    StandsBehind,
    /// A decision of this level has a paragraph.
    ParagraphNeeded,
    /// More of them than anybody would read.
    TooMany {
        max: u32,
    },
    /// The seat is there to read only.
    ReadsOnly,
    /// A spreadsheet would run it.
    Formula,
    /// A quote begins in the file and never ends.
    UnclosedQuote,
    /// The file lacks a column that is needed.
    NoSuchColumn,
    /// Nothing of that name is in the partnership.
    UnknownName,
    /// One of that name is in the partnership already.
    AlreadyThere,
    /// The same address stands on that line, with another name.
    OtherName {
        line: u32,
    },
    /// Others build upon it by now.
    InUse,
    /// It stands in the file already, on that line.
    Repeated {
        line: u32,
    },
    /// Nobody stands in for whoever holds the seat.
    NoSubstitute,
}

impl Problem {
    /// One fault in one field.
    pub fn invalid(field: impl Into<String>, reason: Reason) -> Self {
        Self::Invalid { faults: vec![Fault { field: field.into(), reason }] }
    }

    pub const fn not_found(what: What) -> Self {
        Self::NotFound { what }
    }

    /// The status of HTTP that says the same.
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotSignedIn => 401,
            Self::NotAllowed => 403,
            Self::NotFound { .. } => 404,
            Self::Conflict { .. } => 409,
            Self::Closed { .. } => 410,
            Self::Invalid { .. } => 422,
            Self::TooMany { .. } => 429,
            Self::Unavailable { .. } => 503,
        }
    }

    /// What is wrong with this field, if anything.
    pub fn at(&self, field: &str) -> Option<Reason> {
        match self {
            Self::Invalid { faults } => faults.iter().find(|fault| fault.field == field).map(|fault| fault.reason),
            _ => None,
        }
    }
}

/// Gathers the faults of a form, so that all are told at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, field: impl Into<String>, reason: Reason) {
        self.0.push(Fault { field: field.into(), reason });
    }

    /// Keeps the value, or notes the reason at `field`.
    pub fn check<T>(&mut self, field: &str, value: Result<T, Reason>) -> Option<T> {
        value.map_err(|reason| self.add(field, reason)).ok()
    }

    /// Hands over what was read. Without faults everything was.
    pub fn whole<T>(self, read: Option<T>) -> Result<T, Problem> {
        self.done()?;
        read.ok_or_else(|| Problem::invalid("", Reason::Missing))
    }

    /// Refuses if there was any fault.
    pub fn done(self) -> Result<(), Problem> {
        if self.0.is_empty() { Ok(()) } else { Err(Problem::Invalid { faults: self.0 }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_are_told_at_once_each_at_its_field() {
        let mut faults = Faults::default();
        assert_eq!(faults.check("name", Ok::<_, Reason>(1)), Some(1));
        assert_eq!(faults.check::<u8>("email", Err(Reason::NotAnAddress)), None);
        faults.add("password", Reason::TooShort { min: 12 });
        let problem = faults.done().expect_err("two faults");
        assert_eq!(problem.at("email"), Some(Reason::NotAnAddress));
        assert_eq!(problem.at("password"), Some(Reason::TooShort { min: 12 }));
        assert_eq!(problem.at("name"), None);
        assert_eq!(problem.status(), 422);
    }

    #[test]
    fn a_problem_survives_the_wire() {
        for problem in [
            Problem::not_found(What::Person),
            Problem::TooMany { retry_s: 7 },
            Problem::invalid("code", Reason::WrongCode { left: 2 }),
        ] {
            let text = serde_json::to_string(&problem).expect("serialises");
            assert_eq!(serde_json::from_str::<Problem>(&text).expect("reads"), problem);
        }
    }
}
