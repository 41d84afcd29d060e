//! Dates in English.

use super::DateWords;

pub static WORDS: DateWords = DateWords {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"],
    between_hour_and_minute: ':',
    day_and_time: |day, time| format!("{day} at {time}"),
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
    in_days: |days| format!("in {days} days"),
    days_ago: |days| format!("{days} days ago"),
};
