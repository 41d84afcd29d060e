//! Who is asking, and the way from a service's answer to what a page may know of it.

use std::sync::Arc;

use backend::{
    Backend, Failure,
    accounts::{Call, Me},
};
use domain::{
    day::Day,
    moment::Moment,
    permissions::{Act, Object},
    problem::Problem,
};

use crate::refusal::Refusal;

/// The server behind a page, and who is calling it.
#[derive(Clone)]
pub struct Asked {
    pub backend: Arc<Backend>,
    pub call: Arc<Call>,
}

impl Asked {
    /// The one who is signed in, if they may do this to what is their own.
    pub fn me(&self, act: Act) -> Result<&Me, Refusal> {
        let me = self.call.me.as_ref().ok_or(Problem::NotSignedIn);
        let me = me.and_then(|me| self.call.may(act, Object::Of(me.id)).map(|()| me));
        answer(me.map_err(Failure::from))
    }

    /// The day that it is in the server's zone.
    pub fn today(&self) -> Day {
        self.backend.zone.day_of(self.backend.clock.now())
    }

    /// The day of a moment, in words and in the server's zone.
    pub fn day(&self, moment: Moment) -> String {
        self.backend.zone.day(moment, self.backend.clock.now(), self.call.language)
    }

    /// Day and time of a moment, as close to "today at 10.41" as it gets.
    pub fn when(&self, moment: Moment) -> String {
        self.backend.zone.short(moment, self.backend.clock.now(), self.call.language)
    }
}

/// Hands back the value, or the problem; what was unexpected is logged here and nowhere else.
pub fn answer<T>(result: Result<T, Failure>) -> Result<T, Refusal> {
    result.map_err(|failure| Refusal::Problem(problem_of(failure)))
}

/// What may be told of a failure. The unexpected becomes a number under which the log has more.
pub fn problem_of(failure: Failure) -> Problem {
    match failure {
        Failure::Problem(problem) => problem,
        Failure::Unexpected(unexpected) => {
            let incident = incident();
            tracing::error!(incident, error = %unexpected, "unexpected failure");
            Problem::Unavailable { incident }
        }
    }
}

/// A number to find the line in the log by.
fn incident() -> String {
    let random = backend::secrets::random_bytes::<4>().unwrap_or_default();
    random.iter().map(|byte| format!("{byte:02x}")).collect()
}
