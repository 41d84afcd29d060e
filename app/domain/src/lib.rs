//! Every rule of Rådslag, without IO: what may be done, what follows from it, and what is refused with which reason.

pub mod accounts;
pub mod actor;
pub mod administration;
pub mod csv;
pub mod day;
pub mod files;
pub mod forms;
pub mod hash;
pub mod ids;
pub mod imports;
pub mod jobs;
pub mod language;
pub mod lists;
pub mod mail;
pub mod moment;
mod named;
pub mod partnerships;
pub mod permissions;
pub mod problem;
pub mod processes;
pub mod record;
pub mod revision;
pub mod throttle;
pub mod undo;
pub mod votes;
pub mod waiting;
pub mod wording;
