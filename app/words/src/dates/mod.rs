//! The words and signs that dates and times are made of; `backend::zones` puts them together.

pub mod en;
pub mod sv;

pub struct DateWords {
    /// From Monday.
    pub weekdays: [&'static str; 7],
    pub months: [&'static str; 12],
    pub short_months: [&'static str; 12],
    pub between_hour_and_minute: char,
    pub day_and_time: fn(day: &str, time: &str) -> String,
    pub today: &'static str,
    pub tomorrow: &'static str,
    pub yesterday: &'static str,
    /// Two or more.
    pub in_days: fn(days: u32) -> String,
    /// Two or more.
    pub days_ago: fn(days: u32) -> String,
}
