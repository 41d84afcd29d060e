//! The timetable's words in Swedish.

use domain::processes::{Kind, PhaseKind};

use super::TimetableWords;

pub static WORDS: TimetableWords = TimetableWords {
    kind: |kind| match kind {
        Kind::Roadmap => "Färdplan",
        Kind::NrppInput => "NRPP-inspel",
        Kind::Mission => "Missionsförslag",
        Kind::Free => "Process",
    },
    phase: |phase| match phase {
        PhaseKind::Draft => "Utkast",
        PhaseKind::Workshop => "Workshop",
        PhaseKind::Consultation => "Samråd",
        PhaseKind::Consolidation => "Konsolidering",
        PhaseKind::Anchoring => "Förankring",
        PhaseKind::Decision => "Beslut",
        PhaseKind::Handover => "Överlämning",
        PhaseKind::Feedback => "Återkoppling",
    },
    the_phase: |phase| match phase {
        PhaseKind::Draft => "utkastet",
        PhaseKind::Workshop => "workshopfasen",
        PhaseKind::Consultation => "samrådet",
        PhaseKind::Consolidation => "konsolideringen",
        PhaseKind::Anchoring => "förankringen",
        PhaseKind::Decision => "beslutsfasen",
        PhaseKind::Handover => "överlämningen",
        PhaseKind::Feedback => "återkopplingen",
    },
    begins: |phase| format!("{phase} börjar"),
    ends: |phase| format!("{phase} slutar"),
    number: |number, all| format!("fas {number} av {all}"),
    not_begun: "Inte börjat än",
    nothing_left: "Inget mer planerat",

    process: "Process",
    phase_column: "Fas",
    how_far: "Hur långt",
    next_date: "Nästa datum",
};
