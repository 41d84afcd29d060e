//! Every page and part of Rådslag: drawn by the server, woken in the browser.

#![recursion_limit = "256"]

pub mod accounts;
pub mod administration;
mod app;
mod design;
pub mod lazy;
pub mod page;
pub mod parts;
pub mod refusal;
mod start;
pub mod viewer;

#[cfg(feature = "ssr")]
pub mod asked;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod shell;

pub use app::App;
