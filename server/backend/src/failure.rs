//! Why a service did not do what was asked: a refusal that one may be told, or something that should not have happened.

use std::{error::Error, fmt};

use domain::problem::Problem;
use sea_orm::DbErr;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Problem(#[from] Problem),
    #[error(transparent)]
    Unexpected(#[from] Unexpected),
}

/// For the log only. Whoever asked gets an incident number.
#[derive(Debug)]
pub struct Unexpected {
    during: Option<&'static str>,
    cause: Box<dyn Error + Send + Sync>,
}

impl Unexpected {
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { during: None, cause: cause.into() }
    }

    /// For `map_err`: says what was being done when it happened.
    pub fn during<E: Into<Box<dyn Error + Send + Sync>>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self { during: Some(what), cause: cause.into() }
    }
}

impl fmt::Display for Unexpected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.during {
            Some(what) => write!(f, "{what}: {}", self.cause),
            None => self.cause.fmt(f),
        }
    }
}

impl Error for Unexpected {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.source()
    }
}

impl From<DbErr> for Failure {
    fn from(error: DbErr) -> Self {
        Self::Unexpected(Unexpected::new(error))
    }
}

/// For conversions that cannot fail, where others of their kind can.
impl From<std::convert::Infallible> for Failure {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Unexpected(Unexpected::during("reading or writing JSON")(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_learns_what_was_being_done() {
        let failure: Failure = Unexpected::during("opening the database")(DbErr::Custom("no room".into())).into();
        assert_eq!(failure.to_string(), "opening the database: Custom Error: no room");
        assert_eq!(Failure::from(Problem::NotAllowed).to_string(), "not allowed");
    }
}
