//! Who one is: persons, how they sign in, and what an administrator may change about them.

mod attempts;
mod call;
mod entities;
mod forgetting;
mod invitations;
mod invited;
mod keys;
mod letters;
mod links;
mod password;
mod password_links;
mod passwords;
mod people;
mod persons;
mod picture;
mod profile;
mod second_factor;
mod second_step;
mod sessions;
mod set_up;
mod shown;
mod sign_in;
mod terminal;
mod totp;

pub use call::{Brought, Call, Me, call_of};
pub(crate) use forgetting::sweep;
pub use invitations::{InvitationRow, invite_person, list_invitations, renew_invitation, withdraw_invitation};
pub use invited::{Invited, accept_invitation, read_invitation};
pub use keys::Keys;
pub use password::{change_password, remove_password};
pub use password_links::{read_password_link, request_password_link, set_password_by_link};
pub use passwords::Passwords;
pub use people::{PersonRow, change_office, end_account, list_people, person, restore_account};
pub(crate) use persons::{chosen, ensure, known};
pub use picture::{change_picture, remove_picture, restore_picture};
pub use profile::{Profile, Security, change_language, change_profile, change_theme, profile, security};
pub use second_factor::{PendingTotp, begin_totp, confirm_totp, pending_totp, remove_totp, renew_recovery_codes};
pub use second_step::{second_factor, second_factor_awaits};
pub use sessions::{SessionRow, list_sessions, revoke_other_sessions, revoke_session, sign_out};
pub use set_up::{ensure_set_up_link, read_set_up_link, set_up};
pub use shown::{ShownOnce, shown_once};
pub use sign_in::{Step, enter_code, request_code, sign_in_with_password};
pub use terminal::{begin_account, call_as, everyone, is_empty, names, password_link_for, turn_off_second_step_for};

#[cfg(test)]
pub(crate) mod tests;
