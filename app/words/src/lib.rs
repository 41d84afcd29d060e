//! Every sentence on screen and in mail: one struct per feature, one file per feature and language.
//!
//! A sentence is a field; one that is missing in a language does not compile. Sentences with parts are functions.

use domain::language::Language;

pub mod accounts;
pub mod administration;
pub mod dates;
pub mod design;
pub mod mails;
pub mod people;
pub mod problems;
pub mod processes;
pub mod shell;
pub mod start;
pub mod timetable;
pub mod votes;

/// All that is said, in one language. Each feature's words are reached by a function of their own, so that the browser
/// fetches them with the pages that say them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Language);

/// Defines how each feature's words are reached.
macro_rules! features {
    ($($feature:ident: $words:ident),* $(,)?) => {
        impl Words {
            pub const fn in_language(language: Language) -> Self {
                Self(language)
            }

            pub const fn language(self) -> Language {
                self.0
            }

            $(pub fn $feature(self) -> &'static $feature::$words {
                match self.0 {
                    Language::Swedish => &$feature::sv::WORDS,
                    Language::English => &$feature::en::WORDS,
                }
            })*
        }
    };
}

features! {
    accounts: AccountsWords,
    administration: AdministrationWords,
    dates: DateWords,
    design: DesignWords,
    mails: MailWords,
    people: PeopleWords,
    problems: ProblemWords,
    processes: ProcessesWords,
    shell: ShellWords,
    start: StartWords,
    timetable: TimetableWords,
    votes: VoteWords,
}
