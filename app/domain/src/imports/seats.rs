//! Rows that are to become seats with the persons who hold them.

use std::collections::HashMap;

use super::{Rows, expect_few};
use crate::{
    accounts::{EmailAddress, PersonName},
    csv::{Row, Sheet, is_formula},
    day::Day,
    ids::{BodyId, OrganisationId},
    partnerships::Role,
    problem::{Fault, Faults, Problem, Reason},
};

const NAME: [&str; 2] = ["name", "namn"];
const EMAIL: [&str; 3] = ["email", "e-post", "epost"];
const ORGANISATION: [&str; 1] = ["organisation"];
const BODY: [&str; 2] = ["body", "organ"];
const ROLE: [&str; 2] = ["role", "roll"];
const FROM: [&str; 2] = ["from", "från"];

/// A seat that is to be made, and who holds it from which day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSeat {
    /// Of the file, to come back to.
    pub line: u32,
    pub name: PersonName,
    pub email: EmailAddress,
    pub organisation: OrganisationId,
    pub body: Option<BodyId>,
    pub role: Role,
    pub from: Day,
}

/// What rows may name, each in small letters: organisations under every name they had, and bodies.
#[derive(Clone, Debug)]
pub struct Surroundings {
    pub organisations: HashMap<String, OrganisationId>,
    pub bodies: HashMap<String, BodyId>,
    pub today: Day,
}

/// A person may stand on several rows, under one name; the same seat for the same person only on one.
pub fn seats(sheet: &Sheet, around: &Surroundings) -> Result<Rows<NewSeat>, Problem> {
    expect_few(sheet)?;
    for names in [&NAME[..], &EMAIL, &ORGANISATION, &ROLE] {
        sheet.expect_column(names)?;
    }
    let (mut rows, mut names, mut seen) = (Rows::default(), HashMap::new(), HashMap::new());
    for row in &sheet.rows {
        let read = seat(sheet, row, around).and_then(|new| {
            let refuse = |field: &str, reason| Err(vec![Fault { field: field.into(), reason }]);
            let (name, line) = names.entry(new.email.clone()).or_insert_with(|| (new.name.clone(), row.line));
            if *name != new.name {
                return refuse("name", Reason::OtherName { line: *line });
            }
            let same = (new.email.clone(), new.organisation, new.body, new.role);
            match *seen.entry(same).or_insert(row.line) {
                line if line == row.line => Ok(new),
                line => refuse("email", Reason::Repeated { line }),
            }
        });
        rows.add(row.line, read);
    }
    Ok(rows)
}

fn seat(sheet: &Sheet, row: &Row, around: &Surroundings) -> Result<NewSeat, Vec<Fault>> {
    let mut faults = Faults::default();
    let safe = |text| if is_formula(text) { Err(Reason::Formula) } else { Ok(text) };
    let name = faults.check("name", safe(sheet.cell(row, &NAME)).and_then(PersonName::parse));
    let email = faults.check("email", EmailAddress::parse(sheet.cell(row, &EMAIL)));
    let organisation = known(sheet.cell(row, &ORGANISATION), &around.organisations);
    let organisation = faults.check("organisation", organisation.and_then(|found| found.ok_or(Reason::Missing)));
    let body = faults.check("body", known(sheet.cell(row, &BODY), &around.bodies));
    let role = faults.check("role", Role::parse(sheet.cell(row, &ROLE).trim()));
    let from = faults.check("from", Day::parse_optional(sheet.cell(row, &FROM)));
    let read = || {
        let from = from?.unwrap_or(around.today);
        Some(NewSeat {
            line: row.line,
            name: name?,
            email: email?,
            organisation: organisation?,
            body: body?,
            role: role?,
            from,
        })
    };
    faults.whole(read()).map_err(super::faults)
}

/// What is named there, if anything is.
fn known<T: Copy>(text: &str, names: &HashMap<String, T>) -> Result<Option<T>, Reason> {
    match text.trim().to_lowercase().as_str() {
        "" => Ok(None),
        name => names.get(name).copied().map(Some).ok_or(Reason::UnknownName),
    }
}
