//! The daily round runs by itself, once a day, and goes on after a failure.

use std::{sync::Arc, time::Duration};

use domain::{
    jobs::{JobKind, JobState},
    moment::Moment,
};

use super::*;
use crate::{
    jobs::{Job, Worker},
    testing::{self, administrator},
};

async fn rounds(backend: &Backend) -> Vec<Job> {
    jobs::list(backend, &administrator(), None).await.expect("listed").rows
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_a_day_each_of_which_sees_to_the_next() {
    testing::on_each_database(async |backend| {
        for _ in 0..2 {
            schedule(&backend).await.expect("scheduled");
        }
        let first = rounds(&backend).await;
        assert_eq!(first.len(), 1, "however often the server starts");
        let due = first[0].standing.due_at;
        assert_eq!(backend.zone.clock_time(due, domain::language::Language::English), "03:30");

        let worker = Worker::start(Arc::clone(&backend));
        backend.clock.set(Moment(due.0 + 1));
        let mut after = rounds(&backend).await;
        for _ in 0..3_000 {
            if after.iter().any(|job| job.standing.state == JobState::Done) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
            after = rounds(&backend).await;
        }
        worker.stop(Duration::from_secs(5)).await;
        let [next, done] = after.as_slice() else { panic!("{after:?}") };
        assert_eq!((done.standing.state, done.done, done.of), (JobState::Done, 7, Some(7)), "{done:?}");
        assert_eq!((next.kind, next.standing.state), (Some(JobKind::Housekeeping), JobState::Waiting));
        assert!(next.standing.due_at > due);
    })
    .await;
}
