//! The program `radslag`: router, security, configuration, commands.

pub mod assets;
mod caller;
pub mod commands;
pub mod configuration;
mod cookies;
mod files;
mod forms;
mod health;
pub mod logs;
mod pages;
pub mod router;
mod security;
mod state;
#[cfg(feature = "test-clock")]
mod test_clock;
