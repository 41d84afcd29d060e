//! What the start page says.

pub mod en;
pub mod sv;

pub struct StartWords {
    pub title: &'static str,
    pub nothing_waits: &'static str,
    pub nothing_waits_text: &'static str,
    pub your_account: &'static str,
    pub settings: &'static str,
    pub settings_text: &'static str,
    pub add_password: &'static str,
    pub invite: &'static str,
    pub invite_text: &'static str,
}
