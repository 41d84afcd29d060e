//! The laws of slowing down: what is free, how waits grow, and that everything is forgotten.

use proptest::prelude::*;

use super::*;

fn after(rule: &Rule, failures: u32, now: Moment) -> Tally {
    (0..failures).fold(Tally::default(), |tally, _| rule.failed(tally, now))
}

#[test]
fn an_account_waits_after_five_failures_and_longer_each_time() {
    let now = Moment(1_000_000);
    let waits = |failures| ACCOUNT.may_try(after(&ACCOUNT, failures, now), now);
    assert_eq!(waits(4), Ok(()));
    for (failures, retry_s) in [(5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (40, 900)] {
        assert_eq!(waits(failures), Err(Problem::TooMany { retry_s }), "{failures}");
    }
}

#[test]
fn twenty_failures_a_minute_from_an_address_are_free() {
    let now = Moment(1_000_000);
    assert_eq!(ADDRESS.may_try(after(&ADDRESS, 20, now), now), Ok(()));
    assert!(ADDRESS.may_try(after(&ADDRESS, 21, now), now).is_err());
    let minute_later = now.plus(Span::minutes(1));
    let tally = (0..20).fold(after(&ADDRESS, 20, now), |tally, _| ADDRESS.failed(tally, minute_later));
    assert_eq!(ADDRESS.may_try(tally, minute_later), Ok(()));
}

#[test]
fn two_hundred_failures_a_minute_on_the_server_are_free() {
    let now = Moment(1_000_000);
    assert_eq!(SERVER.may_try(after(&SERVER, 200, now), now), Ok(()));
    assert!(SERVER.may_try(after(&SERVER, 201, now), now).is_err());
}

#[test]
fn the_time_left_is_told() {
    let now = Moment(1_000_000);
    let tally = after(&ACCOUNT, 5, now);
    assert_eq!(ACCOUNT.may_try(tally, now.plus(Span::seconds(10))), Err(Problem::TooMany { retry_s: 20 }));
    assert_eq!(ACCOUNT.may_try(tally, now.plus(Span::seconds(30))), Ok(()));
}

fn any_rule() -> impl Strategy<Value = Rule> {
    prop::sample::select(vec![ACCOUNT, ADDRESS, SERVER, ASKING, MAILBOX, ASKING_ADDRESS])
}

proptest! {
    #[test]
    fn no_wait_is_longer_than_the_longest(rule in any_rule(), gaps in prop::collection::vec(0_i64..10_000, 0..400)) {
        let (mut tally, mut now) = (Tally::default(), Moment(0));
        for gap in gaps {
            now = Moment(now.0 + gap);
            tally = rule.failed(tally, now);
            prop_assert!(tally.waits_until.since(now) <= rule.longest);
        }
    }

    #[test]
    fn one_more_failure_never_shortens_the_wait(rule in any_rule(), gaps in prop::collection::vec(0_i64..10_000, 0..400)) {
        let (mut tally, mut now) = (Tally::default(), Moment(0));
        for gap in gaps {
            now = Moment(now.0 + gap);
            let next = rule.failed(tally, now);
            prop_assert!(next.waits_until >= tally.waits_until && next.forgotten_at >= tally.forgotten_at);
            tally = next;
        }
    }

    #[test]
    fn who_fails_no_faster_than_is_forgotten_never_waits(rule in any_rule(), times in 0_u64..500) {
        let mut tally = Tally::default();
        for n in 0..times {
            let now = Moment(0).plus(rule.forgets_one_in.times(n));
            tally = rule.failed(tally, now);
            prop_assert_eq!(rule.may_try(tally, now), Ok(()));
        }
    }

    #[test]
    fn everything_is_forgotten(rule in any_rule(), failures in 0_u32..2_000) {
        let tally = after(&rule, failures, Moment(0));
        let later = tally.forgotten_at.max(tally.waits_until);
        prop_assert!(later <= Moment(0).plus(Span::days(1)));
        prop_assert_eq!(rule.failed(tally, later).forgotten_at, later.plus(rule.forgets_one_in));
        prop_assert_eq!(rule.may_try(rule.failed(tally, later), later), Ok(()));
    }
}
