//! Everything that is tested from outside: the program is started, and spoken to as browsers speak to it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "the whole crate is tests")]

mod api;
