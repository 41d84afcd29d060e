//! A day of the calendar, as deadlines, names and seats know it: which moments it spans is for a time zone to say.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use time::{Date, Duration, Month};

use crate::problem::Reason;

/// Written `2027-02-26`, in forms and in the database, so that its text sorts as the days do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

impl Day {
    /// Earlier and later ones are slips of the finger.
    pub const FIRST: Self = Self::of_year_and_day(1800, 1);
    pub const LAST: Self = Self::of_year_and_day(2200, 365);

    const fn of_year_and_day(year: i32, day: u16) -> Self {
        match Date::from_ordinal_date(year, day) {
            Ok(date) => Self(date),
            Err(_) => Self(Date::MIN),
        }
    }

    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        let day = Self(Date::from_calendar_date(year, month, day).ok()?);
        (Self::FIRST <= day && day <= Self::LAST).then_some(day)
    }

    /// From a form; one that must be filled in.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        Self::parse_optional(text)?.ok_or(Reason::Missing)
    }

    /// From a form; one that may be left empty.
    pub fn parse_optional(text: &str) -> Result<Option<Self>, Reason> {
        match text.trim() {
            "" => Ok(None),
            text => text.parse().map(Some),
        }
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// From 1.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// Of the month, from 1.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Monday is 0.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    /// So many days later; at the end of the calendar, its last day.
    pub fn plus(self, days: i32) -> Self {
        let end = if days < 0 { Self::FIRST } else { Self::LAST };
        let day = self.0.checked_add(Duration::days(days.into())).map_or(end, Self);
        day.clamp(Self::FIRST, Self::LAST)
    }

    pub fn before(self) -> Self {
        self.plus(-1)
    }

    pub fn after(self) -> Self {
        self.plus(1)
    }

    /// How many days from `earlier` to this; negative when it is later.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.to_julian_day() - earlier.0.to_julian_day()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Day {
    type Err = Reason;

    fn from_str(text: &str) -> Result<Self, Reason> {
        let read = || {
            let mut parts = text.split('-');
            let day = Self::new(digits(parts.next()?, 4)?, number(parts.next()?)?, number(parts.next()?)?);
            day.filter(|_| parts.next().is_none())
        };
        read().ok_or(Reason::NotADay)
    }
}

fn digits(text: &str, length: usize) -> Option<i32> {
    let is_whole = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_whole)
}

fn number(text: &str) -> Option<u8> {
    digits(text, 2).and_then(|number| number.try_into().ok())
}

impl TryFrom<String> for Day {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map_err(|_| "not a day")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// From its first day to its last one, both included; without a last day, until further notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    pub from: Day,
    pub to: Option<Day>,
}

impl Period {
    /// Refuses one that runs backwards, at the field of its end.
    pub fn new(from: Day, to: Option<Day>) -> Result<Self, Reason> {
        match to {
            Some(to) if to < from => Err(Reason::TooEarly { earliest: from }),
            _ => Ok(Self { from, to }),
        }
    }

    pub fn contains(self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
}

#[cfg(test)]
pub mod tests {
    use proptest::prelude::*;

    use super::*;

    pub fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    pub fn days() -> impl Strategy<Value = Day> {
        (0_i32..8_000).prop_map(|n| day("2015-01-01").plus(n))
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(day("2028-02-28").after(), day("2028-02-29"));
        assert_eq!(day("2027-03-01").before(), day("2027-02-28"));
        assert_eq!(day("2027-02-26").weekday(), 4, "a Friday");
        for text in ["2027-02-29", "2027-13-01", "27-02-01", "2027-2-1", "0027-02-01", "2027-02-01-", "+027-02-01", "x"]
        {
            assert_eq!(Day::parse(text), Err(Reason::NotADay), "{text}");
        }
        assert_eq!(Day::parse(" "), Err(Reason::Missing));
        assert_eq!(Day::parse_optional(""), Ok(None));
    }

    #[test]
    fn a_period_does_not_run_backwards() {
        let (first, last) = (day("2027-01-01"), day("2027-01-31"));
        assert_eq!(Period::new(last, Some(first)), Err(Reason::TooEarly { earliest: last }));
        assert!(Period::new(first, Some(first)).is_ok_and(|period| period.contains(first)));
    }

    proptest! {
        #[test]
        fn text_sorts_as_days_do(one in days(), other in days()) {
            prop_assert_eq!(one.to_string().parse(), Ok(one));
            prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
            prop_assert_eq!(one.plus(other.since(one)), other);
        }

        #[test]
        fn periods_overlap_when_they_share_a_day(a in days(), b in days(), long in 0_i32..90, open in any::<bool>()) {
            let one = Period { from: a, to: Some(a.plus(long)) };
            let other = Period { from: b, to: (!open).then(|| b.plus(30)) };
            let shared = (0..=long).any(|n| other.contains(a.plus(n)));
            prop_assert_eq!(one.overlaps(other), shared);
            prop_assert_eq!(other.overlaps(one), shared);
        }
    }
}
