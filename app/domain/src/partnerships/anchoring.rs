//! Standing behind a text: the one act by which an organisation makes it its own, bound to the text's very letters.

use serde::{Deserialize, Serialize};

use crate::{
    day::Day,
    named::choices,
    problem::{Faults, Problem, Reason},
    wording::optional_line,
};

choices! {
    /// Who in the organisation stands behind it, the lightest first.
    Level {
        Officer = "officer",
        /// A head on delegation.
        Head = "head",
        Board = "board",
        Council = "council",
    }
}

impl Level {
    /// Boards and councils decide in paragraphs of their minutes.
    pub const fn has_paragraph(self) -> bool {
        matches!(self, Self::Board | Self::Council)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchoring {
    pub level: Level,
    /// The body in the organisation that decided: "Regionstyrelsen".
    pub decided_by: Option<String>,
    pub on: Day,
    pub paragraph: Option<String>,
    pub reference: Option<String>,
}

/// As the form sends it.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnchoringFields<'a> {
    pub level: &'a str,
    pub decided_by: &'a str,
    pub on: &'a str,
    pub paragraph: &'a str,
    pub reference: &'a str,
}

impl Anchoring {
    pub const BODY_MAX: u32 = 120;
    pub const PARAGRAPH_MAX: u32 = 20;
    pub const REFERENCE_MAX: u32 = 60;

    /// `present` are the levels on which the organisation stands behind this text already.
    pub fn read(fields: AnchoringFields<'_>, today: Day, present: &[Level]) -> Result<Self, Problem> {
        let mut faults = Faults::default();
        let level = faults.check("level", Level::parse(fields.level));
        let decided_by = faults.check("decided_by", optional_line(fields.decided_by, Self::BODY_MAX));
        let on = faults.check("on", Day::parse(fields.on));
        let paragraph = optional_line(fields.paragraph.trim().trim_start_matches('§'), Self::PARAGRAPH_MAX);
        let paragraph = faults.check("paragraph", paragraph);
        let reference = faults.check("reference", optional_line(fields.reference, Self::REFERENCE_MAX));
        if on.is_some_and(|on| on > today) {
            faults.add("on", Reason::TooLate { latest: today });
        }
        if level.is_some_and(|level| present.contains(&level)) {
            faults.add("level", Reason::StandsBehind);
        }
        if level.is_some_and(Level::has_paragraph) {
            if paragraph == Some(None) {
                faults.add("paragraph", Reason::ParagraphNeeded);
            }
            if decided_by == Some(None) {
                faults.add("decided_by", Reason::Missing);
            }
        }
        let read = || {
            Some(Self { level: level?, decided_by: decided_by?, on: on?, paragraph: paragraph?, reference: reference? })
        };
        faults.whole(read())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::tests::day;

    const BOARD: AnchoringFields<'_> = AnchoringFields {
        level: "board",
        decided_by: "Regionstyrelsen",
        on: "2027-05-11",
        paragraph: "§ 118",
        reference: "RS 2027-0412",
    };

    #[test]
    fn a_board_decides_in_a_paragraph_and_an_officer_does_not() {
        let today = day("2027-05-12");
        let read = Anchoring::read(BOARD, today, &[Level::Officer]).expect("whole");
        assert_eq!((read.paragraph.as_deref(), read.on), (Some("118"), day("2027-05-11")));
        let fields = AnchoringFields { paragraph: "§", decided_by: "", ..BOARD };
        let problem = Anchoring::read(fields, today, &[]).expect_err("two are missing");
        assert_eq!(problem.at("paragraph"), Some(Reason::ParagraphNeeded));
        assert_eq!(problem.at("decided_by"), Some(Reason::Missing));
        assert!(Anchoring::read(AnchoringFields { level: "officer", ..fields }, today, &[]).is_ok());
    }

    #[test]
    fn nobody_has_decided_in_the_future_or_twice() {
        let problem = Anchoring::read(BOARD, day("2027-05-10"), &[Level::Board]).expect_err("both");
        assert_eq!(problem.at("on"), Some(Reason::TooLate { latest: day("2027-05-10") }));
        assert_eq!(problem.at("level"), Some(Reason::StandsBehind));
    }
}
