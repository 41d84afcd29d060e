//! Dates in Swedish.

use super::DateWords;

pub static WORDS: DateWords = DateWords {
    weekdays: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    months: [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    short_months: ["jan.", "feb.", "mars", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."],
    between_hour_and_minute: '.',
    day_and_time: |day, time| format!("{day} kl. {time}"),
    today: "i dag",
    tomorrow: "i morgon",
    yesterday: "i går",
    in_days: |days| format!("om {days} dagar"),
    days_ago: |days| format!("för {days} dagar sedan"),
};
