//! The words of processes in English.

use domain::processes::{Access, Level, PhaseKind};

use super::ProcessesWords;

pub static WORDS: ProcessesWords = ProcessesWords {
    title: "Processes",
    lead: "What is under way in the partnerships where you have a seat, the nearest date first.",
    none: "No processes are open to you yet. Once one is, it stands here.",

    of_partnership: |kind, partnership| format!("{kind}, {partnership}"),
    until: |phase, day| format!("Now it is {phase}, until {day}."),
    from: |phase, day| format!("Next comes {phase}, from {day}."),
    all_over: "All phases are over.",
    removed: "The process is removed. It can be brought back for 30 days.",

    obstacle: |day, phase| format!("Before {day}, {phase}:"),
    no_mandate: "It is not written who decides what. Write the mandate before anybody is to answer.",
    not_delivered: |phase| match phase {
        PhaseKind::Feedback => "Those who answered should have heard back by now.",
        _ => "The result should have been handed over by now.",
    },

    timetable: "Timetable",
    picture: |from, to| format!("Timetable from {from} to {to}. The table below the picture says the same."),
    phases: "Phases",
    deliveries: "Deliveries",
    today: "today",
    days: "From and to",
    state: "State",
    done: "done",
    running: "under way",
    coming: "not begun",

    mandate: "Mandate",
    mandate_aside: "Who decides what",
    mandate_missing: "The mandate is not written yet.",
    writes: "Writes",
    answers: "Answers",
    weighs: "Weighs together",
    decides: "Decides",

    purposes: "Purposes",
    what: "What",
    to_whom: "To whom",
    not_said: "not said yet",
    delivered: |day| format!("delivered {day}"),
    not_yet: "not delivered",

    about: "Who",
    body: "Responsible body",
    no_body: "The whole partnership",
    access: "Access",
    access_is: |access| match access {
        Access::SecretariatOnly => "Only the secretariat sees it and writes.",
        Access::PartnershipReads => "The partnership reads. The secretariat writes.",
        Access::PartnershipProposes => "The partnership reads and proposes. The secretariat writes.",
        Access::PartnershipWrites => "The whole partnership writes.",
    },
    members: "Access of their own",
    nobody_named: "No seat has been given more than that.",
    empty_seat: "empty seat",
    level: |level| match level {
        Level::Reads => "reads",
        Level::Proposes => "proposes",
        Level::Writes => "writes",
    },
};
