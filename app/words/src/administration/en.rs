//! The words for whoever looks after the server, in English.

use domain::{administration::Fault, jobs::JobState, mail::MailState};

use super::{AdministrationWords, events};

pub static WORDS: AdministrationWords = AdministrationWords {
    title: "Administration",
    tab_overview: "Overview",
    tab_outbox: "Outbox",
    tab_jobs: "Jobs",
    tab_record: "Events",

    all_well: "All is as it should be",
    all_well_text: "Checked just now. Nothing needs to be done.",
    fault: |fault| match fault {
        Fault::RecordBroken { at } => format!("The events were changed at number {at}"),
        Fault::NotDurable => "What is saved may be lost in a power cut".to_owned(),
        Fault::JobsFailed { count: 1 } => "One job has stopped".to_owned(),
        Fault::JobsFailed { count } => format!("{count} jobs have stopped"),
        Fault::MailsFailed { count: 1 } => "One e-mail did not arrive".to_owned(),
        Fault::MailsFailed { count } => format!("{count} e-mails did not arrive"),
    },
    remedy: |fault| match fault {
        Fault::RecordBroken { .. } => {
            "Somebody has changed the database. Take a copy, compare it with the backup and find out who had access."
        }
        Fault::NotDurable => "The database is set to write without waiting. Turn on fsync and synchronous_commit.",
        Fault::JobsFailed { .. } => "See what happened and try again.",
        Fault::MailsFailed { .. } => "See which ones. Check the address and the mail server.",
    },
    go_there: "Go there",
    server: "The server",
    database: "Database",
    durable: "waits until it is saved",
    not_durable: "does not wait until it is saved",
    mail: "E-mail",
    mail_sends: "Is sent",
    mail_keeps: |kept| match kept {
        0 => "no mail server is configured, the outbox is empty".to_owned(),
        1 => "no mail server is configured, one e-mail is in the outbox".to_owned(),
        n => format!("no mail server is configured, {n} e-mails are in the outbox"),
    },
    jobs: "Jobs",
    jobs_waiting: |waiting| match waiting {
        0 => "None waiting".to_owned(),
        1 => "One waiting".to_owned(),
        n => format!("{n} waiting"),
    },
    record: "Events",
    record_whole: |entries| format!("The chain is whole, {entries} rows"),
    record_broken: |at| format!("The chain is broken at number {at}"),
    version: "Version",
    time_zone: "Time zone",

    outbox_title: "Outbox",
    outbox_sends: "E-mails on their way, and those that have gone.",
    outbox_keeps: "No mail server is configured. E-mails stay here and can be read.",
    outbox_empty: "No e-mail has been written yet.",
    subject: "Subject",
    to: "To",
    forgotten: "the address is removed",
    state: "State",
    when: "When",
    mail_state: |state| match state {
        MailState::Queued => "to be sent",
        MailState::Sent => "sent",
        MailState::Failed => "did not arrive",
        MailState::Kept => "stays here",
    },
    about_mail: "About the e-mail",
    the_mail: "The e-mail",
    mail_text_gone: "The text is removed.",

    jobs_title: "Jobs",
    jobs_lead: "What the server does in the background.",
    jobs_none: "The server has had nothing to do yet.",
    job: "Job",
    how_far: "How far",
    actions: "Do",
    job_name: |name| match name {
        "send_mail" => "Send e-mail",
        "housekeeping" => "Clean up",
        _ => "Unknown",
    },
    job_state: |state| match state {
        JobState::Waiting => "waiting",
        JobState::Running => "working",
        JobState::Done => "done",
        JobState::Failed => "has stopped",
        JobState::Cancelled => "cancelled",
    },
    progress: |done, of| format!("{done} of {of}"),
    attempts: |attempts| match attempts {
        0 | 1 => String::new(),
        n => format!("attempt {n}"),
    },
    cancel: "Cancel",
    retry: "Try again",

    record_title: "Events",
    record_lead: "Sign-ins and changed roles. Each row locks those before it, so that none can be changed afterwards.",
    record_empty: "Nothing has happened yet.",
    number: "No.",
    what: "What",
    who: "Who",
    whom: "Concerns",
    event: events::english,
    the_server: "the server",
    removed_person: "removed person",
    older: "Older",
    newest: "Newest",
};
