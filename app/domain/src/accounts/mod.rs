//! Who one is here: addresses, names, passwords, codes, links, invitations, sessions and offices, and their rules.

mod address;
mod browser;
mod code;
mod forms;
mod invitation;
mod link;
mod name;
mod office;
mod password;
mod second_factor;
mod session;

pub use address::EmailAddress;
pub use browser::{Browser, System};
pub use code::{CodeAttempt, SixDigits};
pub use forms::{AcceptedInvitation, Administrator, InvitedPerson};
pub use invitation::{Invitation, InvitationState};
pub use link::{Link, Purpose};
pub use name::PersonName;
pub use office::{Office, end_account, may_do_without_password, restore_account};
pub use password::NewPassword;
pub use second_factor::{RecoveryCode, SecondCode, SecondFactor, TotpStep};
pub use session::{CONFIRMED_FOR, Session, SessionState};
