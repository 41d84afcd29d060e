//! Local time: deadlines are said in a zone and kept in UTC; dates become text here, so that a page never reckons.

mod text;

use domain::{day::Day, moment::Moment};
use jiff::{
    Timestamp, Zoned,
    civil::DateTime,
    tz::{Disambiguation, TimeZone},
};
pub use text::{distance, long_day, machine_readable, short_day, short_month};

use crate::{Failure, Unexpected};

/// A zone with its daylight saving, from the tables that come with the program.
#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

/// What a clock on the wall and the calendar beside it show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    pub year: i16,
    pub month: i8,
    pub day: i8,
    pub hour: i8,
    pub minute: i8,
}

impl Zone {
    /// By its name in the tz database, such as `Europe/Stockholm`.
    pub fn named(name: &str) -> Result<Self, Failure> {
        Ok(Self(TimeZone::get(name).map_err(Unexpected::during("looking up the time zone"))?))
    }

    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The moment at which it is `local` here. Where the clock shows it twice, the second time, and where it skips it,
    /// the same length after the change: nobody is shut out while the wall still shows an earlier time.
    pub fn deadline(&self, local: LocalTime) -> Result<Moment, Failure> {
        let LocalTime { year, month, day, hour, minute } = local;
        let wanted = DateTime::new(year, month, day, hour, minute, 0, 0);
        let moment =
            wanted.and_then(|wanted| self.0.to_ambiguous_timestamp(wanted).disambiguate(Disambiguation::Later));
        Ok(Moment(moment.map_err(Unexpected::during("reading a local time"))?.as_millisecond()))
    }

    pub fn local(&self, moment: Moment) -> LocalTime {
        let zoned = self.zoned(moment);
        LocalTime {
            year: zoned.year(),
            month: zoned.month(),
            day: zoned.day(),
            hour: zoned.hour(),
            minute: zoned.minute(),
        }
    }

    /// The day that the calendar on the wall shows.
    pub fn day_of(&self, moment: Moment) -> Day {
        let date = self.zoned(moment).date();
        let part = |part: i8| u8::try_from(part).unwrap_or(1);
        let day = Day::new(date.year().into(), part(date.month()), part(date.day()));
        day.unwrap_or(if moment.0 < 0 { Day::FIRST } else { Day::LAST })
    }

    /// The moment at which the day is over here.
    pub fn end_of(&self, day: Day) -> Result<Moment, Failure> {
        let next = day.after();
        let year = i16::try_from(next.year()).map_err(Unexpected::during("reading a year"))?;
        let part = |part: u8| i8::try_from(part).map_err(Unexpected::during("reading a day"));
        self.deadline(LocalTime { year, month: part(next.month())?, day: part(next.day())?, hour: 0, minute: 0 })
    }

    /// The next moment after `now` at which it is this time of day here.
    pub fn next(&self, now: Moment, hour: i8, minute: i8) -> Result<Moment, Failure> {
        let LocalTime { year, month, day, .. } = self.local(now);
        let today = self.deadline(LocalTime { year, month, day, hour, minute })?;
        if today > now {
            return Ok(today);
        }
        let tomorrow = self.zoned(now).date().tomorrow().map_err(Unexpected::during("looking a day ahead"))?;
        self.deadline(LocalTime { year: tomorrow.year(), month: tomorrow.month(), day: tomorrow.day(), hour, minute })
    }

    fn zoned(&self, moment: Moment) -> Zoned {
        timestamp(moment).to_zoned(self.0.clone())
    }
}

/// Moments beyond the calendar (the year 9999) are shown as its end.
fn timestamp(moment: Moment) -> Timestamp {
    let end = if moment.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_millisecond(moment.0).unwrap_or(end)
}

#[cfg(test)]
mod tests;
