//! What the start page says.

pub mod en;
pub mod sv;

pub struct StartWords {
    pub nothing_waits: &'static str,
    pub nothing_waits_text: &'static str,
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
