//! Reference lists: codes with their labels, of a partnership or of one organisation, shipped with the product or brought.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{
    csv::{Row, RowFault, Sheet, cell, optional_cell},
    named::choices,
    problem::{Fault, Problem, Reason},
};

choices! {
    ListKind {
        InterventionFields = "intervention_fields",
        SpecificObjectives = "specific_objectives",
        Measures = "measures",
        ChallengeAreas = "challenge_areas",
        Criteria = "criteria",
        ReportSections = "report_sections",
        /// Of a strategy of one's own.
        Goals = "goals",
    }
}

impl ListKind {
    /// What comes with the product; nobody's own goals do.
    pub const fn shipped(self) -> Option<&'static str> {
        match self {
            Self::InterventionFields => Some(include_str!("data/intervention-fields.csv")),
            Self::SpecificObjectives => Some(include_str!("data/specific-objectives.csv")),
            Self::Measures => Some(include_str!("data/measures.csv")),
            Self::ChallengeAreas => Some(include_str!("data/challenge-areas.csv")),
            Self::Criteria => Some(include_str!("data/criteria.csv")),
            Self::ReportSections => Some(include_str!("data/report-sections.csv")),
            Self::Goals => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub code: String,
    pub label: String,
    /// Under which heading it stands.
    pub group: Option<String>,
}

/// What a file would make of the list, and what in it cannot be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    pub items: Vec<Item>,
    pub refused: Vec<RowFault>,
}

const CODE: [&str; 5] = ["code", "kod", "nr", "no", "nummer"];
const LABEL: [&str; 5] = ["label", "name", "namn", "benämning", "text"];
const GROUP: [&str; 4] = ["group", "area", "område", "politikområde"];

impl Preview {
    pub const CODE_MAX: u32 = 40;
    pub const LABEL_MAX: u32 = 400;

    /// Refuses the file as a whole only where it is no table with a code and a label.
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let sheet = Sheet::read(bytes)?;
        sheet.expect_column(&CODE)?;
        sheet.expect_column(&LABEL)?;
        let (mut preview, mut seen) = (Self::default(), HashMap::new());
        for row in &sheet.rows {
            match item(&sheet, row, &mut seen) {
                Ok(item) => preview.items.push(item),
                Err(faults) => preview.refused.push(RowFault { line: row.line, faults }),
            }
        }
        Ok(preview)
    }
}

/// `seen` are the codes before it, each with its line.
fn item(sheet: &Sheet, row: &Row, seen: &mut HashMap<String, u32>) -> Result<Item, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut check = |field: &str, read: Result<Option<String>, Reason>| {
        read.unwrap_or_else(|reason| {
            faults.push(Fault { field: field.into(), reason });
            None
        })
    };
    let code = check("code", cell(sheet.cell(row, &CODE), Preview::CODE_MAX).map(Some));
    let label = check("label", cell(sheet.cell(row, &LABEL), Preview::LABEL_MAX).map(Some));
    let group = check("group", optional_cell(sheet.cell(row, &GROUP), Preview::LABEL_MAX));
    if let Some(code) = &code {
        let line = *seen.entry(code.to_lowercase()).or_insert(row.line);
        if line != row.line {
            check("code", Err(Reason::Repeated { line }));
        }
    }
    match (code, label) {
        (Some(code), Some(label)) if faults.is_empty() => Ok(Item { code, label, group }),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_with_the_product_has_no_faults() {
        let counts = [(ListKind::InterventionFields, 46), (ListKind::SpecificObjectives, 20), (ListKind::Measures, 19)];
        for (kind, count) in counts {
            let shipped = Preview::read(kind.shipped().expect("it ships").as_bytes()).expect("a list");
            assert_eq!((shipped.items.len(), shipped.refused), (count, vec![]), "{kind}");
        }
        for kind in ListKind::ALL.iter().filter_map(|kind| kind.shipped()) {
            assert_eq!(Preview::read(kind.as_bytes()).map(|list| list.refused), Ok(vec![]));
        }
    }

    #[test]
    fn every_row_that_cannot_be_taken_says_why() {
        let file =
            "Kod;Namn;Område\n1;Buss;Trafik\n2;;Trafik\n=1+1;Tåg;\n1;Båt;\n3;\"-HYPERLINK()\";\n-4;Minus är ett tal;\n";
        let preview = Preview::read(file.as_bytes()).expect("a table");
        assert_eq!(preview.items.iter().map(|item| item.code.as_str()).collect::<Vec<_>>(), ["1", "-4"]);
        let refused = preview.refused.iter().map(|row| (row.line, row.faults[0].field.as_str(), row.faults[0].reason));
        assert_eq!(
            refused.collect::<Vec<_>>(),
            [
                (3, "label", Reason::Missing),
                (4, "code", Reason::Formula),
                (5, "code", Reason::Repeated { line: 2 }),
                (6, "label", Reason::Formula),
            ]
        );
        assert_eq!(Preview::read(b"a,b\n1,2\n").expect_err("no code").at("file"), Some(Reason::NoSuchColumn));
    }
}
