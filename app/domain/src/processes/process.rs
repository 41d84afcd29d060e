//! A process as it is begun and changed: its title, the body that answers for it, who decides what, and what it is for.

use super::{access::Access, kind::Kind};
use crate::{
    day::Day,
    ids::BodyId,
    problem::{Faults, Problem, Reason},
    wording::{line, paragraphs},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProcess {
    pub title: String,
    pub kind: Kind,
    pub last: Day,
    pub body: Option<BodyId>,
    pub access: Access,
}

/// As the form sends it.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewProcessFields<'a> {
    pub title: &'a str,
    pub kind: &'a str,
    pub last: &'a str,
    pub body: &'a str,
    pub access: &'a str,
}

/// Who decides what here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mandate {
    /// In the words of those who gave it.
    pub text: String,
    pub writes: String,
    pub answers: String,
    pub weighs: String,
    pub decides: String,
}

/// As the form sends it.
#[derive(Clone, Copy, Debug, Default)]
pub struct MandateFields<'a> {
    pub text: &'a str,
    pub writes: &'a str,
    pub answers: &'a str,
    pub weighs: &'a str,
    pub decides: &'a str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    pub title: String,
    pub body: Option<BodyId>,
    /// Each is asked about at the end: reached, in part, or not.
    pub purposes: Vec<String>,
}

/// As the form sends it; `purposes` one per line.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProcessFields<'a> {
    pub title: &'a str,
    pub body: &'a str,
    pub purposes: &'a str,
}

impl NewProcess {
    pub fn read(fields: NewProcessFields<'_>) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let title = faults.check("title", line(fields.title, Process::TITLE_MAX));
        let kind = faults.check("kind", Kind::parse(fields.kind));
        let last = faults.check("last", Day::parse(fields.last));
        let body = faults.check("body", body(fields.body));
        let access = faults.check("access", Access::parse(fields.access));
        faults.whole((|| Some(Self { title: title?, kind: kind?, last: last?, body: body?, access: access? }))())
    }
}

impl Process {
    pub const TITLE_MAX: u32 = 160;
    pub const PURPOSE_MAX: u32 = 300;
    pub const MOST_PURPOSES: usize = 12;

    pub fn read(fields: ProcessFields<'_>) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let title = faults.check("title", line(fields.title, Self::TITLE_MAX));
        let body = faults.check("body", body(fields.body));
        let lines = fields.purposes.lines().filter(|line| !line.trim().is_empty());
        let purposes = lines.map(|purpose| line(purpose, Self::PURPOSE_MAX)).collect::<Result<Vec<_>, _>>();
        let purposes = faults.check("purposes", purposes);
        if purposes.as_ref().is_some_and(|purposes| purposes.len() > Self::MOST_PURPOSES) {
            faults.add("purposes", Reason::TooMany { max: 12 });
        }
        faults.whole((|| Some(Self { title: title?, body: body?, purposes: purposes? }))())
    }
}

impl Mandate {
    pub const TEXT_MAX: u32 = 4_000;
    pub const PART_MAX: u32 = 400;

    pub fn read(fields: MandateFields<'_>) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let text = faults.check("text", paragraphs(fields.text, Self::TEXT_MAX));
        let writes = faults.check("writes", paragraphs(fields.writes, Self::PART_MAX));
        let answers = faults.check("answers", paragraphs(fields.answers, Self::PART_MAX));
        let weighs = faults.check("weighs", paragraphs(fields.weighs, Self::PART_MAX));
        let decides = faults.check("decides", paragraphs(fields.decides, Self::PART_MAX));
        let read =
            || Some(Self { text: text?, writes: writes?, answers: answers?, weighs: weighs?, decides: decides? });
        faults.whole(read())
    }

    /// Whether somebody has written down what the process may do and who decides.
    pub fn is_written(&self) -> bool {
        !self.text.is_empty() && !self.decides.is_empty()
    }
}

fn body(text: &str) -> Result<Option<BodyId>, Reason> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| Reason::UnknownChoice) }
}
