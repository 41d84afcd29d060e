//! A body: a group in a partnership with its purpose, mandate, convenor, rhythm and period, and where two of them overlap.

use std::collections::BTreeSet;

use crate::{
    day::{Day, Period},
    ids::{BodyId, OrganisationId, PersonId},
    problem::{Faults, Problem, Reason},
    wording::{line, paragraphs},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub name: String,
    pub purpose: String,
    /// What it may decide, and who gave it that.
    pub mandate: String,
    pub convenor: Option<OrganisationId>,
    pub target_group: String,
    /// How often it meets, in words.
    pub rhythm: String,
    pub from: Option<Day>,
    /// Its last day.
    pub to: Option<Day>,
}

/// As the form sends it.
#[derive(Clone, Copy, Debug, Default)]
pub struct BodyFields<'a> {
    pub name: &'a str,
    pub purpose: &'a str,
    pub mandate: &'a str,
    pub convenor: &'a str,
    pub target_group: &'a str,
    pub rhythm: &'a str,
    pub from: &'a str,
    pub to: &'a str,
}

impl Body {
    pub const NAME_MAX: u32 = 120;
    pub const TEXT_MAX: u32 = 4_000;
    pub const RHYTHM_MAX: u32 = 200;

    pub fn read(fields: BodyFields<'_>) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let name = faults.check("name", line(fields.name, Self::NAME_MAX));
        let purpose = faults.check("purpose", paragraphs(fields.purpose, Self::TEXT_MAX));
        let mandate = faults.check("mandate", paragraphs(fields.mandate, Self::TEXT_MAX));
        let target_group = faults.check("target_group", paragraphs(fields.target_group, Self::TEXT_MAX));
        let rhythm = faults.check("rhythm", paragraphs(fields.rhythm, Self::RHYTHM_MAX));
        let convenor = faults.check("convenor", optional_id(fields.convenor));
        let from = faults.check("from", Day::parse_optional(fields.from));
        let to = faults.check("to", Day::parse_optional(fields.to));
        if let (Some(Some(from)), Some(to)) = (from, to) {
            faults.check("to", Period::new(from, to));
        }
        faults.whole((|| {
            Some(Self {
                name: name?,
                purpose: purpose?,
                mandate: mandate?,
                convenor: convenor?,
                target_group: target_group?,
                rhythm: rhythm?,
                from: from?,
                to: to?,
            })
        })())
    }

    pub fn is_at_work(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// An organisation chosen in a form, or none.
pub(super) fn optional_id(text: &str) -> Result<Option<OrganisationId>, Reason> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| Reason::UnknownChoice) }
}

/// Who sits in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathering {
    pub body: BodyId,
    pub organisations: BTreeSet<OrganisationId>,
    pub persons: BTreeSet<PersonId>,
}

/// Two bodies in which the same sit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    pub bodies: [BodyId; 2],
    pub organisations: BTreeSet<OrganisationId>,
    pub persons: BTreeSet<PersonId>,
}

/// Every two bodies that share somebody, those that share most persons first.
pub fn overlaps(gatherings: &[Gathering]) -> Vec<Overlap> {
    let mut found = Vec::new();
    for (n, one) in gatherings.iter().enumerate() {
        for other in &gatherings[n + 1..] {
            let overlap = Overlap {
                bodies: [one.body, other.body],
                organisations: &one.organisations & &other.organisations,
                persons: &one.persons & &other.persons,
            };
            if !overlap.organisations.is_empty() || !overlap.persons.is_empty() {
                found.push(overlap);
            }
        }
    }
    found.sort_by_key(|overlap| std::cmp::Reverse((overlap.persons.len(), overlap.organisations.len())));
    found
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::day::tests::day;

    #[test]
    fn a_body_has_a_name_and_does_not_run_backwards() {
        let fields =
            BodyFields { name: "Ledningsgruppen", from: "2026-01-01", to: "2027-12-31", ..BodyFields::default() };
        let body = Body::read(fields).expect("whole");
        assert!(body.is_at_work(day("2027-12-31")) && !body.is_at_work(day("2028-01-01")));
        let problem = Body::read(BodyFields { to: "2025-12-31", ..fields }).expect_err("backwards");
        assert_eq!(problem.at("to"), Some(Reason::TooEarly { earliest: day("2026-01-01") }));
        let problem =
            Body::read(BodyFields { name: "", convenor: "x", from: "x", ..fields }).expect_err("three faults");
        assert_eq!(problem.at("name"), Some(Reason::Missing));
        assert_eq!(problem.at("convenor"), Some(Reason::UnknownChoice));
        assert_eq!(problem.at("from"), Some(Reason::NotADay));
    }

    #[test]
    fn bodies_overlap_where_the_same_sit_in_both() {
        let gathering = |body: u128, organisations: &[u128], persons: &[u128]| Gathering {
            body: BodyId(Uuid::from_u128(body)),
            organisations: organisations.iter().map(|id| OrganisationId(Uuid::from_u128(*id))).collect(),
            persons: persons.iter().map(|id| PersonId(Uuid::from_u128(*id))).collect(),
        };
        let found = overlaps(&[gathering(1, &[1, 2], &[1]), gathering(2, &[2], &[2]), gathering(3, &[2, 3], &[1, 3])]);
        let pairs = found.iter().map(|o| o.bodies.map(|BodyId(id)| id.as_u128())).collect::<Vec<_>>();
        assert_eq!(pairs, [[1, 3], [1, 2], [2, 3]], "those with a person in common first");
        assert_eq!(found[0].persons.len(), 1);
        assert_eq!(overlaps(&[gathering(1, &[1], &[]), gathering(2, &[2], &[])]), []);
    }
}
