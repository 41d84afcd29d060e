//! Requests at a steady rate, whether or not the earlier ones have been answered.

use std::{rc::Rc, time::Duration};

use tokio::{
    task::LocalSet,
    time::{Instant, sleep_until},
};

/// How long the requests of one run took, shortest first.
pub struct Times(Vec<Duration>);

/// Sends `rate` requests a second for so long. A time is counted from when its request was due, not from when it
/// could be sent, so that one slow answer is not hidden by the requests that would have waited behind it.
pub async fn run(rate: u32, length: Duration, request: impl AsyncFn() + 'static) -> Times {
    let request = Rc::new(request);
    let number = (length.as_secs_f64() * f64::from(rate)).round();
    let start = Instant::now() + Duration::from_millis(100);
    let mut due = start;
    let tasks = LocalSet::new();
    let times = tasks.run_until(async {
        let mut under_way = Vec::new();
        while f64::from(u32::try_from(under_way.len()).unwrap_or(u32::MAX)) < number {
            sleep_until(due).await;
            let (request, was_due) = (Rc::clone(&request), due);
            under_way.push(tokio::task::spawn_local(async move {
                request().await;
                was_due.elapsed()
            }));
            due += Duration::from_secs(1) / rate;
        }
        let mut times = Vec::new();
        for answered in under_way {
            times.push(answered.await.expect("every request is answered"));
        }
        times
    });
    Times::sorted(times.await)
}

impl Times {
    fn sorted(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time that so many of a hundred requests stayed within (nearest rank).
    pub fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or_default()
    }

    pub fn longest(&self) -> Duration {
        self.0.last().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_the_nearest_rank() {
        let times = Times::sorted((1..=200).rev().map(Duration::from_millis).collect());
        assert_eq!(times.percentile(50), Duration::from_millis(100));
        assert_eq!(times.percentile(99), Duration::from_millis(198));
        assert_eq!(times.longest(), Duration::from_millis(200));
    }

    #[tokio::test]
    async fn a_slow_answer_is_felt_by_those_that_were_due_meanwhile() {
        let lock = Rc::new(tokio::sync::Mutex::new(true));
        let times = run(100, Duration::from_millis(100), move || {
            let lock = Rc::clone(&lock);
            async move {
                let mut first = lock.lock().await;
                if std::mem::take(&mut *first) {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        });
        assert!(times.await.percentile(50) > Duration::from_millis(40), "half of them waited for the first");
    }
}
