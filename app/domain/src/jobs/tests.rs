//! The laws of a job's life, with any order of what can happen to it.

use proptest::prelude::*;

use super::{standing::LONGEST_PAUSE, *};
use crate::{
    moment::{Moment, Span},
    problem::Problem,
};

#[derive(Clone, Copy, Debug)]
enum Step {
    Take,
    End(Outcome),
    Cancel,
    Retry,
    Wait(u32),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => Just(Step::Take),
        4 => prop_oneof![
            Just(Outcome::Done),
            Just(Outcome::TryAgain),
            Just(Outcome::TryAgain),
            Just(Outcome::TryAgain),
            Just(Outcome::GiveUp),
            Just(Outcome::Cancelled),
            Just(Outcome::Interrupted)
        ].prop_map(Step::End),
        1 => Just(Step::Cancel),
        1 => Just(Step::Retry),
        3 => (0u32..20_000).prop_map(Step::Wait),
    ]
}

proptest! {
    #[test]
    fn a_job_is_held_by_one_and_never_forgotten(steps in prop::collection::vec(any_step(), 0..80)) {
        let (mut job, mut now) = (Standing::waiting(Moment(0)), Moment(0));
        for step in steps {
            let before = job;
            match step {
                Step::Wait(seconds) => now = now.plus(Span::seconds(seconds)),
                Step::Take => match job.take(now) {
                    Taken::Run(next) => {
                        // Nobody takes what another still holds.
                        prop_assert!(before.state == JobState::Waiting || before.lease_until <= Some(now));
                        prop_assert!(before.due_at <= now && next.lease_until == Some(now.plus(LEASE)));
                        prop_assert_eq!(next.take(now), Taken::No);
                        job = next;
                    }
                    Taken::Over(next) => {
                        prop_assert!(before.cancel_requested || before.attempts == MOST_ATTEMPTS);
                        job = next;
                    }
                    Taken::No => {}
                },
                Step::End(outcome) if job.state == JobState::Running => job = job.end(outcome, now),
                Step::End(_) => {}
                Step::Cancel => job = job.cancel(now).unwrap_or(job),
                Step::Retry => job = job.retry(now).unwrap_or(job),
            }
            prop_assert!(job.attempts <= MOST_ATTEMPTS);
            prop_assert_eq!(job.lease_until.is_some(), job.state == JobState::Running);
            prop_assert_eq!(job.finished_at.is_some(), job.state.is_over());
            // Whatever is not over will be taken up by somebody in the end.
            if !job.state.is_over() {
                prop_assert_ne!(job.take(now.plus(LONGEST_PAUSE)), Taken::No);
            }
        }
    }

    #[test]
    fn pauses_grow_up_to_a_cap(attempts in 1u32..200) {
        prop_assert!(pause_after(attempts) <= pause_after(attempts + 1));
        prop_assert!(pause_after(attempts) <= LONGEST_PAUSE);
    }
}

fn running(attempts: u32, now: Moment) -> Standing {
    match (Standing { attempts: attempts - 1, ..Standing::waiting(now) }).take(now) {
        Taken::Run(job) => job,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_pauses_are_those_that_the_documentation_names() {
    assert_eq!([1, 2, 3].map(pause_after), [Span::seconds(10), Span::seconds(30), Span::seconds(90)]);
    assert_eq!(pause_after(MOST_ATTEMPTS), LONGEST_PAUSE);
}

#[test]
fn the_last_attempt_is_the_last() {
    let now = Moment(0);
    assert_eq!(running(MOST_ATTEMPTS - 1, now).end(Outcome::TryAgain, now).state, JobState::Waiting);
    assert_eq!(running(MOST_ATTEMPTS, now).end(Outcome::TryAgain, now).state, JobState::Failed);
}

#[test]
fn a_job_whose_server_vanishes_each_time_is_given_up() {
    let later = Moment(0).plus(LEASE);
    assert!(
        matches!(running(MOST_ATTEMPTS - 1, Moment(0)).take(later), Taken::Run(job) if job.attempts == MOST_ATTEMPTS)
    );
    assert!(matches!(running(MOST_ATTEMPTS, Moment(0)).take(later), Taken::Over(job) if job.state == JobState::Failed));
}

#[test]
fn a_running_job_is_cancelled_when_it_stops_and_a_waiting_one_at_once() {
    let now = Moment(0);
    assert_eq!(Standing::waiting(now).cancel(now).expect("waiting").state, JobState::Cancelled);
    let told = running(1, now).cancel(now).expect("running");
    assert_eq!(told.state, JobState::Running);
    assert_eq!(told.end(Outcome::TryAgain, now).state, JobState::Cancelled);
    assert_eq!(told.end(Outcome::Done, now).state, JobState::Done, "it was faster");
    assert_eq!(told.end(Outcome::Done, Moment(5)).cancel(now), Err(Problem::Closed { since: Moment(5) }));
    assert_eq!(told.retry(now), Err(Problem::Closed { since: now }));
}

#[test]
fn a_server_that_stops_does_not_count_the_attempt() {
    let job = running(3, Moment(0)).end(Outcome::Interrupted, Moment(9));
    assert_eq!((job.state, job.attempts, job.due_at), (JobState::Waiting, 2, Moment(9)));
}
