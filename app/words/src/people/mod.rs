//! What the pages about others' accounts say.

use domain::accounts::Office;

pub mod en;
pub mod sv;

pub struct PeopleWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub invite: &'static str,
    pub invite_button: &'static str,
    pub email: &'static str,
    pub office: &'static str,
    pub link_made: fn(&str) -> String,
    pub link_explained: &'static str,
    pub invited: &'static str,
    pub invited_aside: &'static str,
    pub nobody_invited: &'static str,
    pub valid_until: &'static str,
    pub valid: fn(&str) -> String,
    pub expired: fn(&str) -> String,
    pub send_again: &'static str,
    pub withdraw: &'static str,
    pub all: &'static str,
    pub search: &'static str,
    pub search_button: &'static str,
    pub nobody_found: &'static str,
    pub name: &'static str,
    pub signs_in_with: &'static str,
    pub with_code: &'static str,
    pub with_password: &'static str,
    pub with_both: &'static str,
    pub seen: &'static str,
    pub never_seen: &'static str,
    pub you: &'static str,
    pub actions: &'static str,
    pub ended: fn(&str) -> String,
    pub more: &'static str,

    pub about: &'static str,
    pub office_hint: fn(Office) -> &'static str,
    pub change_office: &'static str,
    pub end: &'static str,
    pub end_text: &'static str,
    pub end_button: &'static str,
    pub restore: &'static str,
    pub restore_text: fn(&str) -> String,
    pub restore_button: &'static str,
}
