//! What a refusal says to the person: what happened and what to do next.

use domain::problem::{Problem, Reason, What};

pub mod en;
pub mod sv;

/// The sentences of every refusal. Where the variants are many, a language has one exhaustive `match`.
#[derive(Debug)]
pub struct ProblemWords {
    pub not_found_heading: fn(What) -> &'static str,
    pub not_found: fn(What) -> &'static str,
    pub not_signed_in_heading: &'static str,
    pub not_signed_in: &'static str,
    pub not_allowed_heading: &'static str,
    pub not_allowed: &'static str,
    pub invalid_heading: &'static str,
    pub invalid: fn(usize) -> String,
    pub conflict_heading: &'static str,
    pub conflict: &'static str,
    pub closed_heading: &'static str,
    pub closed: &'static str,
    pub too_many_heading: &'static str,
    pub too_many: fn(u32) -> String,
    pub unavailable_heading: &'static str,
    pub unavailable: fn(&str) -> String,
    /// What stands at a field.
    pub reason: fn(Reason) -> String,
    /// A length of time in seconds, in words: "2 minuter och 5 sekunder".
    pub waiting: fn(u32) -> String,
}

impl ProblemWords {
    /// A few words, as a page's heading.
    pub fn heading(&self, problem: &Problem) -> &'static str {
        match problem {
            Problem::NotFound { what } => (self.not_found_heading)(*what),
            Problem::NotSignedIn => self.not_signed_in_heading,
            Problem::NotAllowed => self.not_allowed_heading,
            Problem::Invalid { .. } => self.invalid_heading,
            Problem::Conflict { .. } => self.conflict_heading,
            Problem::Closed { .. } => self.closed_heading,
            Problem::TooMany { .. } => self.too_many_heading,
            Problem::Unavailable { .. } => self.unavailable_heading,
        }
    }

    /// What happened and what to do next. A fault of the form as a whole is told here, those of fields at their fields.
    pub fn text(&self, problem: &Problem) -> String {
        match problem {
            Problem::NotFound { what } => (self.not_found)(*what).to_owned(),
            Problem::NotSignedIn => self.not_signed_in.to_owned(),
            Problem::NotAllowed => self.not_allowed.to_owned(),
            Problem::Invalid { faults } => match problem.at("") {
                Some(reason) => (self.reason)(reason),
                None => (self.invalid)(faults.len()),
            },
            Problem::Conflict { .. } => self.conflict.to_owned(),
            Problem::Closed { .. } => self.closed.to_owned(),
            Problem::TooMany { retry_s } => (self.too_many)(*retry_s),
            Problem::Unavailable { incident } => (self.unavailable)(incident),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_told_in_minutes_and_seconds() {
        for (seconds, swedish, english) in [
            (1, "1 sekund", "1 second"),
            (59, "59 sekunder", "59 seconds"),
            (60, "1 minut", "1 minute"),
            (61, "1 minut och 1 sekund", "1 minute and 1 second"),
            (125, "2 minuter och 5 sekunder", "2 minutes and 5 seconds"),
            (900, "15 minuter", "15 minutes"),
            (3_600, "1 timme", "1 hour"),
            (7_500, "2 timmar och 5 minuter", "2 hours and 5 minutes"),
        ] {
            assert_eq!((sv::WORDS.waiting)(seconds), swedish);
            assert_eq!((en::WORDS.waiting)(seconds), english);
        }
    }

    #[test]
    fn a_wrong_code_says_how_many_tries_are_left() {
        assert_eq!((sv::WORDS.reason)(Reason::WrongCode { left: 3 }), "Koden stämmer inte. Du har 3 försök kvar.");
        assert_eq!((en::WORDS.reason)(Reason::WrongCode { left: 1 }), "The code is not right. You have 1 try left.");
    }

    #[test]
    fn a_fault_of_the_whole_form_is_told_in_the_text() {
        let whole = Problem::invalid("", Reason::LastAdministrator);
        let at_fields = Problem::invalid("name", Reason::Missing);
        assert_eq!(sv::WORDS.text(&whole), (sv::WORDS.reason)(Reason::LastAdministrator));
        assert_eq!(sv::WORDS.text(&at_fields), (sv::WORDS.invalid)(1));
    }
}
