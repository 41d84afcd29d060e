//! What the pages for signing in and for one's own account say.

pub mod en;
pub mod sv;

pub struct AccountsWords {
    pub sign_in: &'static str,
}
