//! Accounts: every journey, and what comes of bad input on the way.

mod bad_input;
mod invitations;
mod others;
mod password;
mod second_factor;
mod secrecy;
mod sessions;
mod set_up;
mod settings;
mod sign_in;
mod throttling;
