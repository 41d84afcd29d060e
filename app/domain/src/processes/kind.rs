//! What a process is for, and through which phases it usually goes, each for how many weeks.

use crate::named::choices;

choices! {
    Kind {
        /// A roadmap for a challenge area.
        Roadmap = "roadmap",
        /// Input to the national and regional partnership plan.
        NrppInput = "nrpp_input",
        Mission = "mission",
        Free = "free",
    }
}

choices! {
    /// In the order in which a process goes through them. It may go back.
    PhaseKind {
        Draft = "draft",
        Workshop = "workshop",
        Consultation = "consultation",
        Consolidation = "consolidation",
        Anchoring = "anchoring",
        Decision = "decision",
        Handover = "handover",
        Feedback = "feedback",
    }
}

impl PhaseKind {
    /// Whether it is done only when something has been delivered to somebody.
    pub const fn delivers(self) -> bool {
        matches!(self, Self::Handover | Self::Feedback)
    }
}

impl Kind {
    /// Anchoring has the longest time: what was too short in every evaluation was that.
    pub const fn weeks(self) -> &'static [(PhaseKind, i32)] {
        use PhaseKind::{Anchoring, Consolidation, Consultation, Decision, Draft, Feedback, Handover, Workshop};
        match self {
            Self::Roadmap => &[
                (Draft, 6),
                (Workshop, 6),
                (Consultation, 6),
                (Consolidation, 4),
                (Anchoring, 8),
                (Decision, 2),
                (Handover, 2),
                (Feedback, 4),
            ],
            Self::NrppInput => &[
                (Draft, 8),
                (Workshop, 7),
                (Consultation, 6),
                (Consolidation, 6),
                (Anchoring, 9),
                (Decision, 3),
                (Handover, 2),
                (Feedback, 6),
            ],
            Self::Mission => &[
                (Draft, 3),
                (Workshop, 6),
                (Consultation, 4),
                (Consolidation, 2),
                (Anchoring, 6),
                (Decision, 2),
                (Handover, 1),
                (Feedback, 4),
            ],
            Self::Free => &[(Draft, 4), (Consultation, 3), (Anchoring, 4), (Decision, 1), (Handover, 1), (Feedback, 2)],
        }
    }
}
