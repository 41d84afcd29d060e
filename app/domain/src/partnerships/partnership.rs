//! A partnership: its name, its colour on screen and the time zone in which its deadlines are meant.

use crate::{
    named::choices,
    problem::{Faults, Problem, Reason},
    wording::line,
};

choices! {
    /// The colours there are, by the parts of the country they were mixed for.
    Accent {
        OstraMellansverige = "ostra-mellansverige",
        NorraMellansverige = "norra-mellansverige",
        SmalandOarna = "smaland-oarna",
        Vastsverige = "vastsverige",
        Sydsverige = "sydsverige",
        OvreNorrland = "ovre-norrland",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    pub name: String,
    pub short: String,
    /// A name in the tz database, such as `Europe/Stockholm`.
    pub zone: String,
    pub accent: Accent,
}

/// As the form sends it.
#[derive(Clone, Copy, Debug, Default)]
pub struct PartnershipFields<'a> {
    pub name: &'a str,
    pub short: &'a str,
    pub zone: &'a str,
    pub accent: &'a str,
}

impl Partnership {
    pub const NAME_MAX: u32 = 120;
    pub const SHORT_MAX: u32 = 20;

    /// `is_zone` knows the time zones there are.
    pub fn read(fields: PartnershipFields<'_>, is_zone: impl FnOnce(&str) -> bool) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let name = faults.check("name", line(fields.name, Self::NAME_MAX));
        let short = faults.check("short", line(fields.short, Self::SHORT_MAX));
        let zone = if is_zone(fields.zone) { Ok(fields.zone.to_owned()) } else { Err(Reason::UnknownChoice) };
        let zone = faults.check("zone", zone);
        let accent = faults.check("accent", Accent::parse(fields.accent));
        faults.whole((|| Some(Self { name: name?, short: short?, zone: zone?, accent: accent? }))())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partnership_has_a_name_a_zone_and_a_colour() {
        let fields = PartnershipFields {
            name: " Östra  Mellansverige ",
            short: "ÖMS",
            zone: "Europe/Stockholm",
            accent: "ostra-mellansverige",
        };
        let read = Partnership::read(fields, |zone| zone == "Europe/Stockholm").expect("whole");
        assert_eq!((read.name.as_str(), read.accent), ("Östra Mellansverige", Accent::OstraMellansverige));
        let problem = Partnership::read(PartnershipFields::default(), |_| false).expect_err("four faults");
        assert_eq!(problem.at("name"), Some(Reason::Missing));
        assert_eq!(problem.at("zone"), Some(Reason::UnknownChoice));
        assert_eq!(problem.at("accent"), Some(Reason::Missing));
    }
}
