//! What the frame round every page says: head, foot, what is announced, what is missing.

use domain::{forms::Notice, language::Theme};

pub mod en;
pub mod sv;

pub struct ShellWords {
    pub product: &'static str,
    pub skip_to_content: &'static str,
    pub main_menu: &'static str,
    pub waiting: &'static str,
    pub processes: &'static str,
    pub people: &'static str,
    pub administration: &'static str,
    pub your_page: &'static str,
    pub sign_in: &'static str,
    pub sign_out: &'static str,
    /// In the other language, because whoever needs it reads that one.
    pub other_language: &'static str,
    pub theme: fn(Theme) -> &'static str,
    pub notice: fn(Notice) -> &'static str,

    pub error_summary: &'static str,
    pub error_prefix: &'static str,
    pub sending: &'static str,
    pub optional: &'static str,
    pub cancel: &'static str,
    pub back: &'static str,
    pub yours: &'static str,
    pub theirs: &'static str,
    pub no_contact: &'static str,

    pub new_version: &'static str,
    pub new_version_reload: &'static str,
    pub lost_title: &'static str,
    pub lost_text: &'static str,
    pub lost_above: &'static str,
    pub try_again: &'static str,

    pub to_start: &'static str,

    pub earlier: &'static str,
    pub later: &'static str,
}
