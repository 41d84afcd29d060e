//! The words for whoever looks after the server, in Swedish.

use domain::{administration::Fault, jobs::JobState, mail::MailState};

use super::{AdministrationWords, events};

pub static WORDS: AdministrationWords = AdministrationWords {
    title: "Administration",
    tab_overview: "Läget",
    tab_outbox: "Utkorg",
    tab_jobs: "Jobb",
    tab_record: "Händelser",

    all_well: "Allt är som det ska",
    all_well_text: "Kontrollerat nyss. Inget behöver göras.",
    fault: |fault| match fault {
        Fault::RecordBroken { at } => format!("Händelserna är ändrade vid nummer {at}"),
        Fault::NotDurable => "Det som sparas kan gå förlorat vid strömavbrott".to_owned(),
        Fault::JobsFailed { count: 1 } => "Ett jobb har stannat".to_owned(),
        Fault::JobsFailed { count } => format!("{count} jobb har stannat"),
        Fault::MailsFailed { count: 1 } => "Ett mejl kom inte fram".to_owned(),
        Fault::MailsFailed { count } => format!("{count} mejl kom inte fram"),
    },
    remedy: |fault| match fault {
        Fault::RecordBroken { .. } => {
            "Någon har ändrat i databasen. Ta en kopia, jämför med säkerhetskopian och ta reda på vem som har haft tillgång."
        }
        Fault::NotDurable => "Databasen är inställd på att skriva utan att vänta. Slå på fsync och synchronous_commit.",
        Fault::JobsFailed { .. } => "Se vad som hände och försök igen.",
        Fault::MailsFailed { .. } => "Se vilka det gäller. Kontrollera adressen och mejlservern.",
    },
    go_there: "Gå dit",
    server: "Servern",
    database: "Databas",
    durable: "väntar tills det är sparat",
    not_durable: "väntar inte tills det är sparat",
    mail: "Mejl",
    mail_sends: "Skickas",
    mail_keeps: |kept| match kept {
        0 => "ingen mejlserver är angiven, utkorgen är tom".to_owned(),
        1 => "ingen mejlserver är angiven, ett mejl ligger i utkorgen".to_owned(),
        n => format!("ingen mejlserver är angiven, {n} mejl ligger i utkorgen"),
    },
    jobs: "Jobb",
    jobs_waiting: |waiting| match waiting {
        0 => "Inga väntar".to_owned(),
        1 => "Ett väntar".to_owned(),
        n => format!("{n} väntar"),
    },
    record: "Händelser",
    record_whole: |entries| format!("Kedjan är hel, {entries} rader"),
    record_broken: |at| format!("Kedjan är bruten vid nummer {at}"),
    version: "Version",
    time_zone: "Tidszon",

    outbox_title: "Utkorg",
    outbox_sends: "Mejl som är på väg och mejl som har gått.",
    outbox_keeps: "Ingen mejlserver är angiven. Mejlen ligger kvar här och kan läsas.",
    outbox_empty: "Inget mejl har skrivits än.",
    subject: "Ämne",
    to: "Till",
    forgotten: "adressen är borttagen",
    state: "Läge",
    when: "När",
    mail_state: |state| match state {
        MailState::Queued => "ska skickas",
        MailState::Sent => "skickat",
        MailState::Failed => "kom inte fram",
        MailState::Kept => "ligger här",
    },
    about_mail: "Om mejlet",
    the_mail: "Mejlet",
    mail_text_gone: "Texten är borttagen.",

    jobs_title: "Jobb",
    jobs_lead: "Det som servern gör i bakgrunden.",
    jobs_none: "Servern har inte haft något att göra än.",
    job: "Jobb",
    how_far: "Hur långt",
    actions: "Gör",
    job_name: |name| match name {
        "send_mail" => "Skicka mejl",
        "housekeeping" => "Städa",
        _ => "Okänt",
    },
    job_state: |state| match state {
        JobState::Waiting => "väntar",
        JobState::Running => "arbetar",
        JobState::Done => "klart",
        JobState::Failed => "har stannat",
        JobState::Cancelled => "avbrutet",
    },
    progress: |done, of| format!("{done} av {of}"),
    attempts: |attempts| match attempts {
        0 | 1 => String::new(),
        n => format!("försök {n}"),
    },
    cancel: "Avbryt",
    retry: "Försök igen",

    record_title: "Händelser",
    record_lead: "Inloggningar och ändrade behörigheter. Varje rad låser dem före sig, så att ingen kan ändras i efterhand.",
    record_empty: "Inget har hänt än.",
    number: "Nr",
    what: "Vad",
    who: "Vem",
    whom: "Gäller",
    event: events::swedish,
    the_server: "servern",
    removed_person: "borttagen person",
    older: "Äldre",
    newest: "Nyaste",
};
