//! An organisation over time: what it was called on each day, whether it has ended, and what may change about it.

use serde::{Deserialize, Serialize};

use super::succession::Succession;
use crate::{
    day::Day,
    ids::OrganisationId,
    named::choices,
    problem::{Faults, Problem, Reason, What},
    wording::{line, optional_line, paragraphs},
};

choices! {
    /// By its part in the system.
    ActorType {
        Public = "public",
        BusinessSupport = "business_support",
        Academia = "academia",
        CivilSociety = "civil_society",
        Business = "business",
    }
}

choices! {
    /// How it sits in a partnership.
    Membership {
        Full = "full",
        Adjunct = "adjunct",
    }
}

choices! {
    EndingKind {
        /// It is part of its successor now.
        Merged = "merged",
        /// It is no more; another may go on with its work.
        Ended = "ended",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    pub short: String,
    pub official: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    pub kind: EndingKind,
    /// The first day without it.
    pub on: Day,
    pub successor: Option<OrganisationId>,
}

/// The names and the end of one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    /// As it was called until the first renaming.
    pub first_name: Name,
    /// Each with its first day, in order.
    pub renamings: Vec<(Day, Name)>,
    pub aliases: Vec<String>,
    pub ending: Option<Ending>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganisationEvent {
    Renamed {
        from: Day,
        name: Name,
    },
    Ended(Ending),
    /// The ending was a mistake.
    Revived,
}

impl Name {
    pub const SHORT_MAX: u32 = 60;
    pub const OFFICIAL_MAX: u32 = 200;

    /// Without an official name, the short one is it.
    pub fn read(short: &str, official: &str, faults: &mut Faults) -> Option<Self> {
        let short = faults.check("short", line(short, Self::SHORT_MAX));
        let official = faults.check("official", optional_line(official, Self::OFFICIAL_MAX));
        let (short, official) = (short?, official?);
        Some(Self { official: official.unwrap_or_else(|| short.clone()), short })
    }
}

impl Organisation {
    /// What it was called that day. Of days before it was known here, its first name is what is known.
    pub fn name_on(&self, day: Day) -> &Name {
        let renamed = self.renamings.iter().rev().find(|(from, _)| *from <= day);
        renamed.map_or(&self.first_name, |(_, name)| name)
    }

    /// Every name it ever had, the present one last, then its aliases.
    pub fn known_as(&self) -> impl Iterator<Item = &str> {
        let names = std::iter::once(&self.first_name).chain(self.renamings.iter().map(|(_, name)| name));
        names
            .flat_map(|name| [name.short.as_str(), name.official.as_str()])
            .chain(self.aliases.iter().map(String::as_str))
    }

    /// Whether `search`, in small letters, is part of any name it ever had.
    pub fn is_found_by(&self, search: &str) -> bool {
        self.known_as().any(|name| name.to_lowercase().contains(search))
    }

    pub fn is_there_on(&self, day: Day) -> bool {
        self.ending.is_none_or(|ending| day < ending.on)
    }

    /// Names follow one another: a new one comes after the last.
    pub fn rename(&self, name: Name, from: Day) -> Result<OrganisationEvent, Problem> {
        self.goes_on()?;
        match self.renamings.last() {
            Some((last, _)) if from <= *last => {
                Err(Problem::invalid("from", Reason::TooEarly { earliest: last.after() }))
            }
            _ => Ok(OrganisationEvent::Renamed { from, name }),
        }
    }

    /// From `on` it is no more. A merged one has a successor, which is another one, is there that day, and does not
    /// itself go up in this one.
    pub fn end(&self, ending: Ending, all: &Succession) -> Result<OrganisationEvent, Problem> {
        self.goes_on()?;
        let Ending { kind, on, successor } = ending;
        let mut faults = Faults::default();
        if let Some((last, _)) = self.renamings.last().filter(|(last, _)| on <= *last) {
            faults.add("on", Reason::TooEarly { earliest: last.after() });
        }
        match successor {
            None if kind == EndingKind::Merged => faults.add("successor", Reason::Missing),
            None => {}
            Some(successor) if all.leads(successor, self.id) => faults.add("successor", Reason::FollowsItself),
            Some(successor) if !all.is_there_on(successor, on) => faults.add("successor", Reason::HasEnded),
            Some(_) => {}
        }
        faults.done().map(|()| OrganisationEvent::Ended(ending))
    }

    /// Takes back an ending.
    pub fn revive(&self) -> Result<OrganisationEvent, Problem> {
        self.ending.map(|_| OrganisationEvent::Revived).ok_or(Problem::not_found(What::Organisation))
    }

    pub fn apply(&mut self, event: OrganisationEvent) {
        match event {
            OrganisationEvent::Renamed { from, name } => self.renamings.push((from, name)),
            OrganisationEvent::Ended(ending) => self.ending = Some(ending),
            OrganisationEvent::Revived => self.ending = None,
        }
    }

    fn goes_on(&self) -> Result<(), Problem> {
        if self.ending.is_some() { Err(Problem::invalid("", Reason::HasEnded)) } else { Ok(()) }
    }
}

/// What is told of an organisation besides its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub actor_type: ActorType,
    pub region: Option<String>,
    pub municipality: Option<String>,
    pub aliases: Vec<String>,
    /// What it can help others with.
    pub helps_with: String,
    /// Whom to turn to: a function or its mailbox.
    pub contact: Option<String>,
}

/// As the form sends it; `aliases` one per line.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProfileFields<'a> {
    pub actor_type: &'a str,
    pub region: &'a str,
    pub municipality: &'a str,
    pub aliases: &'a str,
    pub helps_with: &'a str,
    pub contact: &'a str,
}

impl Profile {
    pub const PLACE_MAX: u32 = 60;
    pub const HELPS_WITH_MAX: u32 = 2_000;
    pub const CONTACT_MAX: u32 = 200;
    pub const MOST_ALIASES: usize = 20;

    pub fn read(fields: ProfileFields<'_>, faults: &mut Faults) -> Option<Self> {
        let actor_type = faults.check("actor_type", ActorType::parse(fields.actor_type));
        let region = faults.check("region", optional_line(fields.region, Self::PLACE_MAX));
        let municipality = faults.check("municipality", optional_line(fields.municipality, Self::PLACE_MAX));
        let helps_with = faults.check("helps_with", paragraphs(fields.helps_with, Self::HELPS_WITH_MAX));
        let contact = faults.check("contact", optional_line(fields.contact, Self::CONTACT_MAX));
        let aliases = fields.aliases.lines().filter(|alias| !alias.trim().is_empty()).take(Self::MOST_ALIASES);
        let aliases = faults.check("aliases", aliases.map(|alias| line(alias, Name::OFFICIAL_MAX)).collect());
        Some(Self {
            actor_type: actor_type?,
            region: region?,
            municipality: municipality?,
            aliases: aliases?,
            helps_with: helps_with?,
            contact: contact?,
        })
    }
}

/// One that joins a partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrganisation {
    pub name: Name,
    pub profile: Profile,
    pub membership: Membership,
}

/// As the form sends it.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewOrganisationFields<'a> {
    pub short: &'a str,
    pub official: &'a str,
    pub membership: &'a str,
    pub profile: ProfileFields<'a>,
}

impl NewOrganisation {
    pub fn read(fields: NewOrganisationFields<'_>) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let name = Name::read(fields.short, fields.official, &mut faults);
        let profile = Profile::read(fields.profile, &mut faults);
        let membership = faults.check("membership", Membership::parse(fields.membership));
        faults.whole((|| Some(Self { name: name?, profile: profile?, membership: membership? }))())
    }
}
