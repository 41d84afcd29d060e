//! The parts that pages are made of; none of them knows a page.

pub mod announcer;
pub mod foot;
pub mod form;
pub mod head;
pub mod layout;
pub mod lost;
pub mod mark;
pub mod missing;
pub mod outdated;
pub mod page_title;
pub mod refused;
pub mod section;
pub mod textarea;
#[cfg(feature = "hydrate")]
pub mod typed;
