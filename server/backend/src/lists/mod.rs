//! Reference lists, kept with every version they had: read, replaced by a file, and taken back to an earlier version.

mod entities;
mod reading;
mod replacing;

pub use reading::{ListPage, ListRow, VersionRow, list, lists};
pub use replacing::{Owner, replace_list, return_to_version, take_shipped};

#[cfg(test)]
mod tests;
