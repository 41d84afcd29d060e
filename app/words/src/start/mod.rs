//! What the start page says.

use domain::processes::PhaseKind;

pub mod en;
pub mod sv;

pub struct StartWords {
    pub waiting: &'static str,
    pub things: fn(count: usize, minutes: u32) -> String,
    pub late_things: fn(count: usize) -> String,
    pub late: &'static str,
    pub today: &'static str,
    pub week: &'static str,
    pub later: &'static str,
    pub first: &'static str,

    pub write_mandate: &'static str,
    pub deliver: fn(Option<PhaseKind>) -> &'static str,
    pub fill_seat: fn(organisation: &str) -> String,
    pub confirm_organisation: fn(organisation: &str) -> String,
    pub why_write_mandate: &'static str,
    pub why_deliver: &'static str,
    pub why_fill_seat: &'static str,
    pub why_confirm_organisation: &'static str,
    pub about_minutes: fn(u32) -> String,

    pub acting_for: fn(organisation: &str) -> String,
    pub standing_in: fn(organisation: &str) -> String,
    pub given_to: fn(name: &str) -> String,
    pub a_substitute: &'static str,
    pub give: &'static str,
    pub take_back: &'static str,

    pub nothing_waits: &'static str,
    pub nothing_waits_text: &'static str,
    pub next_thing: fn(day: &str) -> String,
    pub processes: &'static str,

    pub settle_in: &'static str,
    pub personally: &'static str,
    pub minutes: fn(u32) -> String,
    pub any_time: &'static str,
    pub add_picture: &'static str,
    pub add_picture_text: &'static str,
    pub two_steps: &'static str,
    pub two_steps_text: &'static str,
    pub invite: &'static str,
    pub invite_text: &'static str,
    pub settings: &'static str,
    pub settings_text: &'static str,
}
