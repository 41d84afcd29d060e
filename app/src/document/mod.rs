//! The HTML document: a page as the server draws it, with what the browser needs to wake it beside it.

/// Where the document holds for whom it was drawn.
pub const LANDING: &str = "landing";
/// Where it holds what was read for the page.
pub const MATTER: &str = "matter";

/// The header in which our own script says which build it is of, and the server which build answers.
pub const BUILD: &str = "x-radslag-build";

#[cfg(feature = "ssr")]
pub use self::writing::{Bundle, HeadTitle, escaped, write};

#[cfg(feature = "ssr")]
mod writing;
