//! The words of processes in Swedish.

use domain::processes::{Access, Level, PhaseKind};

use super::ProcessesWords;

pub static WORDS: ProcessesWords = ProcessesWords {
    title: "Processer",
    lead: "Det som pågår i de partnerskap där du har en plats, det närmaste datumet först.",
    none: "Inga processer är öppna för dig än. När någon öppnas står den här.",

    of_partnership: |kind, partnership| format!("{kind}, {partnership}"),
    until: |phase, day| format!("Nu pågår {phase}, till och med {day}."),
    from: |phase, day| format!("Näst på tur är {phase}, från {day}."),
    all_over: "Alla faser är avslutade.",
    removed: "Processen är borttagen. Den kan hämtas tillbaka i 30 dagar.",

    obstacle: |day, phase| format!("Inför {day}, {phase}:"),
    no_mandate: "Det står inte vem som bestämmer vad. Skriv mandatet innan någon ska svara.",
    not_delivered: |phase| match phase {
        PhaseKind::Feedback => "Återkopplingen skulle ha varit gjord.",
        _ => "Resultatet skulle ha varit överlämnat.",
    },

    timetable: "Tidplan",
    picture: |from, to| format!("Tidplan från {from} till {to}. Samma uppgifter finns i tabellen under bilden."),
    phases: "Faser",
    deliveries: "Leveranser",
    today: "i dag",
    days: "Från och till",
    state: "Läge",
    done: "klar",
    running: "pågår",
    coming: "inte börjad",

    mandate: "Mandat",
    mandate_aside: "Vem bestämmer vad",
    mandate_missing: "Mandatet är inte skrivet än.",
    writes: "Skriver",
    answers: "Svarar",
    weighs: "Väger samman",
    decides: "Beslutar",

    purposes: "Syften",
    what: "Vad",
    to_whom: "Till vem",
    not_said: "inte sagt än",
    delivered: |day| format!("lämnad {day}"),
    not_yet: "inte lämnad",

    about: "Vilka",
    body: "Ansvarigt organ",
    no_body: "Hela partnerskapet",
    access: "Tillgång",
    access_is: |access| match access {
        Access::SecretariatOnly => "Bara sekretariatet ser och skriver.",
        Access::PartnershipReads => "Partnerskapet läser. Sekretariatet skriver.",
        Access::PartnershipProposes => "Partnerskapet läser och föreslår. Sekretariatet skriver.",
        Access::PartnershipWrites => "Hela partnerskapet skriver.",
    },
    members: "Egen tillgång",
    nobody_named: "Ingen plats har fått mer än så.",
    empty_seat: "tom plats",
    level: |level| match level {
        Level::Reads => "läser",
        Level::Proposes => "föreslår",
        Level::Writes => "skriver",
    },
};
