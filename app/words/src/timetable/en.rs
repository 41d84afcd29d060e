//! The timetable's words in English.

use domain::processes::{Kind, PhaseKind};

use super::TimetableWords;

pub static WORDS: TimetableWords = TimetableWords {
    kind: |kind| match kind {
        Kind::Roadmap => "Roadmap",
        Kind::NrppInput => "NRPP input",
        Kind::Mission => "Mission proposal",
        Kind::Free => "Process",
    },
    phase: |phase| match phase {
        PhaseKind::Draft => "Draft",
        PhaseKind::Workshop => "Workshop",
        PhaseKind::Consultation => "Consultation",
        PhaseKind::Consolidation => "Consolidation",
        PhaseKind::Anchoring => "Anchoring",
        PhaseKind::Decision => "Decision",
        PhaseKind::Handover => "Handover",
        PhaseKind::Feedback => "Feedback",
    },
    the_phase: |phase| match phase {
        PhaseKind::Draft => "the draft",
        PhaseKind::Workshop => "the workshop phase",
        PhaseKind::Consultation => "the consultation",
        PhaseKind::Consolidation => "the consolidation",
        PhaseKind::Anchoring => "the anchoring",
        PhaseKind::Decision => "the decision phase",
        PhaseKind::Handover => "the handover",
        PhaseKind::Feedback => "the feedback",
    },
    begins: |phase| format!("{phase} begins"),
    ends: |phase| format!("{phase} ends"),
    number: |number, all| format!("phase {number} of {all}"),
    not_begun: "Not begun yet",
    nothing_left: "Nothing more is planned",

    process: "Process",
    phase_column: "Phase",
    how_far: "How far",
    next_date: "Next date",
};
