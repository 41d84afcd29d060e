//! What the tests stand on: the program on a database of its own, browsers, pages and people.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what is wrong by ending; so does what it stands on"
)]

pub mod answer;
pub mod browser;
pub mod database;
pub mod demo;
pub mod form;
pub mod ground;
pub mod letters;
pub mod page;
pub mod people;
pub mod program;
pub mod surroundings;
pub mod totp;
