//! Deadlines across daylight saving, and dates in both languages.

use domain::{
    language::Language::{English, Swedish},
    moment::Span,
};

use super::*;

fn stockholm() -> Zone {
    Zone::named("Europe/Stockholm").expect("a zone")
}

fn local(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> LocalTime {
    LocalTime { year, month, day, hour, minute }
}

fn moment(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> Moment {
    stockholm().deadline(local(year, month, day, hour, minute)).expect("a moment")
}

#[test]
fn a_deadline_is_local_and_comes_back() {
    let deadline = moment(2027, 2, 26, 16, 0);
    assert_eq!(machine_readable(deadline), "2027-02-26T15:00:00Z");
    assert_eq!(stockholm().local(deadline), local(2027, 2, 26, 16, 0));
    assert_eq!(machine_readable(moment(2027, 6, 26, 16, 0)), "2027-06-26T14:00:00Z");
    assert!(stockholm().deadline(local(2027, 2, 30, 16, 0)).is_err());
    assert!(Zone::named("Europe/Atlantis").is_err());
    assert_eq!(stockholm().name(), "Europe/Stockholm");
}

#[test]
fn a_deadline_keeps_its_hour_across_a_change() {
    let (before, after) = (moment(2027, 3, 27, 16, 0), moment(2027, 3, 28, 16, 0));
    assert_eq!(after.since(before), Span::hours(23));
    let (before, after) = (moment(2027, 10, 30, 16, 0), moment(2027, 10, 31, 16, 0));
    assert_eq!(after.since(before), Span::hours(25));
}

#[test]
fn an_hour_that_is_skipped_comes_after_the_change() {
    let skipped = moment(2027, 3, 28, 2, 30);
    assert_eq!(stockholm().local(skipped), local(2027, 3, 28, 3, 30));
}

#[test]
fn an_hour_that_comes_twice_counts_the_second_time() {
    let twice = moment(2027, 10, 31, 2, 30);
    assert_eq!(machine_readable(twice), "2027-10-31T01:30:00Z");
    assert_eq!(stockholm().local(twice.minus(Span::hours(1))), stockholm().local(twice));
}

#[test]
fn the_next_morning_is_a_calendar_day_away() {
    let half_past_three = moment(2027, 3, 27, 3, 30);
    assert_eq!(stockholm().next(moment(2027, 3, 27, 1, 0), 3, 30).expect("a moment"), half_past_three);
    assert_eq!(stockholm().next(half_past_three, 3, 30).expect("a moment"), moment(2027, 3, 28, 3, 30));
}

#[test]
fn dates_are_written_as_people_write_them() {
    let (zone, now, at) = (stockholm(), moment(2027, 1, 5, 9, 0), moment(2027, 2, 9, 16, 0));
    assert_eq!(zone.long(at, now, Swedish), "tisdag 9 februari kl. 16.00");
    assert_eq!(zone.long(at, now, English), "Tuesday 9 February at 16:00");
    assert_eq!(zone.short(at, now, Swedish), "9 feb. kl. 16.00");
    assert_eq!(zone.short(at, now, English), "9 Feb at 16:00");
    assert_eq!(zone.clock_time(moment(2027, 2, 9, 8, 5), Swedish), "08.05");
    assert_eq!(zone.clock_time(moment(2027, 2, 9, 8, 5), English), "08:05");
    let next_year = moment(2028, 5, 1, 12, 0);
    assert_eq!(zone.long(next_year, now, Swedish), "måndag 1 maj 2028 kl. 12.00");
    assert_eq!(zone.day(next_year, now, English), "1 May 2028");
}

#[test]
fn a_near_day_is_told_by_its_distance() {
    let (zone, now) = (stockholm(), moment(2027, 3, 27, 23, 30));
    let relative = |day, hour| zone.relative_day(moment(2027, 3, day, hour, 15), now, Swedish);
    assert_eq!(relative(27, 0), "i dag");
    assert_eq!(relative(28, 0), "i morgon");
    assert_eq!(relative(26, 23), "i går");
    assert_eq!(relative(29, 0), "om 2 dagar");
    assert_eq!(relative(24, 12), "för 3 dagar sedan");
    assert_eq!(relative(13, 12), "13 mars");
    assert_eq!(zone.relative_day(moment(2027, 3, 29, 1, 0), now, English), "in 2 days");
    assert_eq!(zone.relative_day(Moment(i64::MAX), now, English), "30 December 9999", "the calendar ends there");
}

#[test]
fn a_day_is_over_when_the_next_one_begins_here() {
    let (stockholm, helsinki) = (stockholm(), Zone::named("Europe/Helsinki").expect("a zone"));
    for text in ["2027-02-26", "2027-03-28", "2027-10-31", "2027-12-31"] {
        let day: Day = text.parse().expect("a day");
        let end = stockholm.end_of(day).expect("in the calendar");
        assert_eq!((stockholm.day_of(Moment(end.0 - 1)), stockholm.day_of(end)), (day, day.after()), "{text}");
        assert_eq!(helsinki.day_of(Moment(end.0 - 1)), day.after(), "an hour ahead");
    }
    assert_eq!(stockholm.day_of(Moment(i64::MAX)), Day::LAST);
    assert_eq!(stockholm.day_of(Moment(i64::MIN)), Day::FIRST);
}

#[test]
fn days_of_the_calendar_are_told_with_their_year_when_it_is_another() {
    let day = |text: &str| text.parse::<Day>().expect("a day");
    let today = day("2027-02-09");
    assert_eq!(long_day(day("2027-02-26"), today, Swedish), "fredag 26 februari");
    assert_eq!(long_day(day("2028-02-29"), today, English), "Tuesday 29 February 2028");
    assert_eq!(short_day(day("2027-02-26"), today, Swedish), "26 feb.");
}
