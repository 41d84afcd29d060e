//! What the pages of processes say.

use domain::processes::{Access, Level, PhaseKind};

pub mod en;
pub mod sv;

pub struct ProcessesWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,

    pub of_partnership: fn(kind: &str, partnership: &str) -> String,
    pub until: fn(the_phase: &str, day: &str) -> String,
    pub from: fn(the_phase: &str, day: &str) -> String,
    pub all_over: &'static str,
    pub removed: &'static str,

    pub obstacle: fn(day: &str, the_phase: &str) -> String,
    pub no_mandate: &'static str,
    pub not_delivered: fn(PhaseKind) -> &'static str,

    pub timetable: &'static str,
    pub picture: fn(from: &str, to: &str) -> String,
    pub phases: &'static str,
    pub deliveries: &'static str,
    pub today: &'static str,
    pub days: &'static str,
    pub state: &'static str,
    pub done: &'static str,
    pub running: &'static str,
    pub coming: &'static str,

    pub mandate: &'static str,
    pub mandate_aside: &'static str,
    pub mandate_missing: &'static str,
    pub writes: &'static str,
    pub answers: &'static str,
    pub weighs: &'static str,
    pub decides: &'static str,

    pub purposes: &'static str,
    pub what: &'static str,
    pub to_whom: &'static str,
    pub not_said: &'static str,
    pub delivered: fn(day: &str) -> String,
    pub not_yet: &'static str,

    pub about: &'static str,
    pub body: &'static str,
    pub no_body: &'static str,
    pub access: &'static str,
    pub access_is: fn(Access) -> &'static str,
    pub members: &'static str,
    pub nobody_named: &'static str,
    pub empty_seat: &'static str,
    pub level: fn(Level) -> &'static str,
}
