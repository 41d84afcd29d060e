//! What Rådslag keeps and does: a service asks the domain, writes the tables in one transaction, and hands back a value.

pub mod accounts;
pub mod administration;
mod backend;
pub mod clock;
pub mod failure;
pub mod files;
pub mod housekeeping;
pub mod ids;
pub mod imports;
pub mod jobs;
pub mod lists;
pub mod mail;
pub mod paging;
pub mod partnerships;
pub mod processes;
pub mod record;
pub mod secrets;
pub mod settings;
pub mod store;
#[cfg(test)]
mod testing;
pub mod throttle;
mod undo;
pub mod waiting;
pub mod zones;

pub use backend::Backend;
pub use failure::{Failure, Unexpected};
pub use settings::Settings;
