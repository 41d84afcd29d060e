//! Dates and times as people of the two languages write them.

use domain::{day::Day, language::Language, moment::Moment};
use jiff::{Zoned, civil::Date};
use words::{Words, dates::DateWords};

use super::{Zone, timestamp};

/// Within so many days, a day is told by its distance.
const NEAR: i32 = 6;

impl Zone {
    /// "tisdag 9 februari kl. 16.00", "Tuesday 9 February at 16:00"; with its year when that is not the present one.
    pub fn long(&self, moment: Moment, now: Moment, language: Language) -> String {
        let dates = Words::in_language(language).dates();
        let at = self.zoned(moment);
        let weekday = named(dates.weekdays, at.weekday().to_monday_zero_offset());
        let (day, clock) = (day(dates.months, &at, self.zoned(now).date()), clock(dates, &at));
        (dates.day_and_time)(&format!("{weekday} {day}"), &clock)
    }

    /// "9 feb. kl. 16.00", "9 Feb at 16:00": for lists and tables.
    pub fn short(&self, moment: Moment, now: Moment, language: Language) -> String {
        let dates = Words::in_language(language).dates();
        let at = self.zoned(moment);
        (dates.day_and_time)(&day(dates.short_months, &at, self.zoned(now).date()), &clock(dates, &at))
    }

    /// "Lördag 21 november": the day at the head of a page.
    pub fn today(&self, now: Moment, language: Language) -> String {
        let dates = Words::in_language(language).dates();
        let at = self.zoned(now);
        let weekday = named(dates.weekdays, at.weekday().to_monday_zero_offset());
        let mut letters = weekday.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        format!("{first}{} {}", letters.as_str(), day(dates.months, &at, at.date()))
    }

    /// "9 februari", without the time.
    pub fn day(&self, moment: Moment, now: Moment, language: Language) -> String {
        let dates = Words::in_language(language).dates();
        day(dates.months, &self.zoned(moment), self.zoned(now).date())
    }

    /// "i dag", "i morgon", "om 3 dagar", "för 2 dagar sedan"; the date itself when that is far.
    pub fn relative_day(&self, moment: Moment, now: Moment, language: Language) -> String {
        match days_between(self.zoned(now).date(), self.zoned(moment).date()) {
            days if (-NEAR..=NEAR).contains(&days) => distance(days, language),
            _ => self.day(moment, now, language),
        }
    }

    /// "16.00", "16:00".
    pub fn clock_time(&self, moment: Moment, language: Language) -> String {
        clock(Words::in_language(language).dates(), &self.zoned(moment))
    }
}

/// "i dag", "i morgon", "om 17 dagar", "för 2 dagar sedan".
pub fn distance(days: i32, language: Language) -> String {
    let dates = Words::in_language(language).dates();
    match days {
        0 => dates.today.to_owned(),
        1 => dates.tomorrow.to_owned(),
        -1 => dates.yesterday.to_owned(),
        2.. => (dates.in_days)(days.unsigned_abs()),
        _ => (dates.days_ago)(days.unsigned_abs()),
    }
}

/// "fredag 26 februari", "Friday 26 February"; with its year when that is not the present one.
pub fn long_day(day: Day, today: Day, language: Language) -> String {
    let dates = Words::in_language(language).dates();
    let weekday = dates.weekdays.get(usize::from(day.weekday())).copied().unwrap_or_default();
    format!("{weekday} {}", day_in(dates.months, day, today))
}

/// "26 feb.", "26 Feb": for lists and tables.
pub fn short_day(day: Day, today: Day, language: Language) -> String {
    day_in(Words::in_language(language).dates().short_months, day, today)
}

/// "feb.", "Feb".
pub fn short_month(day: Day, language: Language) -> &'static str {
    let months = Words::in_language(language).dates().short_months;
    months.get(usize::from(day.month() - 1)).copied().unwrap_or_default()
}

fn day_in(months: [&'static str; 12], day: Day, today: Day) -> String {
    let month = months.get(usize::from(day.month() - 1)).copied().unwrap_or_default();
    let year = if day.year() == today.year() { String::new() } else { format!(" {}", day.year()) };
    format!("{} {month}{year}", day.day())
}

/// For `<time datetime>`: "2027-02-09T15:00:00Z".
pub fn machine_readable(moment: Moment) -> String {
    timestamp(moment).to_string()
}

fn day(months: [&'static str; 12], at: &Zoned, today: Date) -> String {
    let month = named(months, at.month() - 1);
    let year = if at.year() == today.year() { String::new() } else { format!(" {}", at.year()) };
    format!("{} {month}{year}", at.day())
}

fn clock(dates: &DateWords, at: &Zoned) -> String {
    format!("{:02}{}{:02}", at.hour(), dates.between_hour_and_minute, at.minute())
}

/// Whole days of the calendar: a day of 23 or 25 hours is one day.
fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

fn named<const N: usize>(names: [&'static str; N], index: i8) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}
