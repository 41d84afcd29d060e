//! Every page and part of Rådslag: drawn by the server, woken in the browser.

#![recursion_limit = "256"]

pub mod accounts;
pub mod address;
pub mod administration;
mod app;
mod design;
pub mod document;
pub mod here;
pub mod page;
pub mod pages;
pub mod parts;
mod processes;
pub mod refusal;
mod start;
pub mod viewer;

#[cfg(feature = "ssr")]
pub mod asked;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "hydrate")]
mod going;
#[cfg(feature = "hydrate")]
mod wake;

#[cfg(feature = "hydrate")]
pub use wake::wake;
