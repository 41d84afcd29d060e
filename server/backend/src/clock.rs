//! What time it is. Tests set it; a release cannot.

#[cfg(any(test, feature = "test-clock"))]
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use domain::moment::Moment;

#[derive(Default)]
pub struct Clock {
    /// How far this clock has been set ahead of the machine's, in milliseconds.
    #[cfg(any(test, feature = "test-clock"))]
    ahead: AtomicI64,
    #[cfg(any(test, feature = "test-clock"))]
    moved: tokio::sync::Notify,
}

impl Clock {
    #[cfg(not(any(test, feature = "test-clock")))]
    pub fn now(&self) -> Moment {
        machine_time()
    }

    /// Never: a real clock is not set. With `test-clock`, when it has been set.
    #[cfg(not(any(test, feature = "test-clock")))]
    pub fn moved(&self) -> impl Future<Output = ()> + Send {
        std::future::pending()
    }
}

#[cfg(any(test, feature = "test-clock"))]
impl Clock {
    pub fn now(&self) -> Moment {
        Moment(machine_time().0.saturating_add(self.ahead.load(Ordering::SeqCst)))
    }

    /// Comes back when somebody has set the clock, so that what waits for a moment looks again.
    pub fn moved(&self) -> impl Future<Output = ()> + Send {
        self.moved.notified()
    }

    pub fn advance(&self, milliseconds: i64) {
        self.ahead.fetch_add(milliseconds, Ordering::SeqCst);
        self.moved.notify_waiters();
    }

    pub fn set(&self, now: Moment) {
        self.ahead.store(now.0.saturating_sub(machine_time().0), Ordering::SeqCst);
        self.moved.notify_waiters();
    }
}

fn machine_time() -> Moment {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everything else asks")]
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use domain::moment::Span;

    use super::*;

    #[test]
    fn a_set_clock_goes_on_from_there() {
        let clock = Clock::default();
        clock.set(Moment(1_000_000));
        let now = clock.now();
        assert!(now.since(Moment(1_000_000)) < Span::minutes(1), "{now:?}");
        clock.advance(3_600_000);
        assert!(clock.now().since(now) >= Span::hours(1));
    }
}
