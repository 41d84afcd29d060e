//! What the pages for whoever looks after the server say.

use domain::{accounts::Office, administration::Fault, jobs::JobState, mail::MailState, record::Event};

pub mod en;
mod events;
pub mod sv;

/// What an office is called.
pub type OfficeWord = fn(Office) -> &'static str;

pub struct AdministrationWords {
    pub title: &'static str,
    pub tab_overview: &'static str,
    pub tab_outbox: &'static str,
    pub tab_jobs: &'static str,
    pub tab_record: &'static str,

    pub all_well: &'static str,
    pub all_well_text: &'static str,
    pub fault: fn(Fault) -> String,
    pub remedy: fn(Fault) -> &'static str,
    pub go_there: &'static str,
    pub server: &'static str,
    pub database: &'static str,
    pub durable: &'static str,
    pub not_durable: &'static str,
    pub mail: &'static str,
    pub mail_sends: &'static str,
    pub mail_keeps: fn(u64) -> String,
    pub jobs: &'static str,
    pub jobs_waiting: fn(u64) -> String,
    pub record: &'static str,
    pub record_whole: fn(i64) -> String,
    pub record_broken: fn(i64) -> String,
    pub version: &'static str,
    pub time_zone: &'static str,

    pub outbox_title: &'static str,
    pub outbox_sends: &'static str,
    pub outbox_keeps: &'static str,
    pub outbox_empty: &'static str,
    pub subject: &'static str,
    pub to: &'static str,
    pub forgotten: &'static str,
    pub state: &'static str,
    pub when: &'static str,
    pub mail_state: fn(MailState) -> &'static str,
    pub about_mail: &'static str,
    pub the_mail: &'static str,
    pub mail_text_gone: &'static str,

    pub jobs_title: &'static str,
    pub jobs_lead: &'static str,
    pub jobs_none: &'static str,
    pub job: &'static str,
    pub how_far: &'static str,
    pub actions: &'static str,
    pub job_name: fn(&str) -> &'static str,
    pub job_state: fn(JobState) -> &'static str,
    pub progress: fn(i64, i64) -> String,
    pub attempts: fn(u32) -> String,
    pub cancel: &'static str,
    pub retry: &'static str,

    pub record_title: &'static str,
    pub record_lead: &'static str,
    pub record_empty: &'static str,
    pub number: &'static str,
    pub what: &'static str,
    pub who: &'static str,
    pub whom: &'static str,
    pub event: fn(Event, OfficeWord) -> String,
    pub the_server: &'static str,
    pub removed_person: &'static str,
    pub older: &'static str,
    pub newest: &'static str,
}
