//! Rows that are to become organisations.

use std::collections::{HashMap, HashSet};

use super::{Rows, expect_few, faults};
use crate::{
    csv::{Row, Sheet, is_formula},
    partnerships::{NewOrganisation, NewOrganisationFields, ProfileFields},
    problem::{Fault, Problem, Reason},
};

const SHORT: [&str; 4] = ["short", "name", "namn", "kortnamn"];
const OFFICIAL: [&str; 3] = ["official", "officiellt namn", "fullständigt namn"];
const ACTOR_TYPE: [&str; 2] = ["actor_type", "aktörstyp"];
const MEMBERSHIP: [&str; 2] = ["membership", "medlemskap"];
const REGION: [&str; 3] = ["region", "län", "lan"];
const MUNICIPALITY: [&str; 2] = ["municipality", "kommun"];
const HELPS_WITH: [&str; 2] = ["helps_with", "kan bidra med"];
const CONTACT: [&str; 2] = ["contact", "kontakt"];

/// `known` are the names, in small letters, that are in the partnership already.
pub fn organisations(sheet: &Sheet, known: &HashSet<String>) -> Result<Rows<NewOrganisation>, Problem> {
    expect_few(sheet)?;
    sheet.expect_column(&SHORT)?;
    sheet.expect_column(&ACTOR_TYPE)?;
    let (mut rows, mut seen) = (Rows::default(), HashMap::new());
    for row in &sheet.rows {
        let read = organisation(sheet, row).and_then(|new| {
            let name = new.name.short.to_lowercase();
            let line = *seen.entry(name.clone()).or_insert(row.line);
            let refuse = |reason| Err(vec![Fault { field: "short".into(), reason }]);
            match () {
                () if known.contains(&name) => refuse(Reason::AlreadyThere),
                () if line != row.line => refuse(Reason::Repeated { line }),
                () => Ok(new),
            }
        });
        rows.add(row.line, read);
    }
    Ok(rows)
}

fn organisation(sheet: &Sheet, row: &Row) -> Result<NewOrganisation, Vec<Fault>> {
    let cells = [
        ("short", sheet.cell(row, &SHORT)),
        ("official", sheet.cell(row, &OFFICIAL)),
        ("region", sheet.cell(row, &REGION)),
        ("municipality", sheet.cell(row, &MUNICIPALITY)),
        ("helps_with", sheet.cell(row, &HELPS_WITH)),
        ("contact", sheet.cell(row, &CONTACT)),
    ];
    let formulas = cells.iter().filter(|(_, cell)| is_formula(cell));
    let formulas = formulas.map(|(field, _)| Fault { field: (*field).into(), reason: Reason::Formula });
    let formulas = formulas.collect::<Vec<_>>();
    if !formulas.is_empty() {
        return Err(formulas);
    }
    let [short, official, region, municipality, helps_with, contact] = cells.map(|(_, cell)| cell);
    let profile = ProfileFields {
        actor_type: sheet.cell(row, &ACTOR_TYPE).trim(),
        region,
        municipality,
        aliases: "",
        helps_with,
        contact,
    };
    let membership = match sheet.cell(row, &MEMBERSHIP).trim() {
        "" => "full",
        text => text,
    };
    NewOrganisation::read(NewOrganisationFields { short, official, membership, profile }).map_err(faults)
}
