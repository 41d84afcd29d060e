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
pub mod shell;
pub mod start;

/// All that is said, in one language.
pub struct Words {
    pub language: Language,
    pub administration: &'static administration::AdministrationWords,
    pub accounts: &'static accounts::AccountsWords,
    pub dates: &'static dates::DateWords,
    pub design: &'static design::DesignWords,
    pub mails: &'static mails::MailWords,
    pub people: &'static people::PeopleWords,
    pub problems: &'static problems::ProblemWords,
    pub shell: &'static shell::ShellWords,
    pub start: &'static start::StartWords,
}

static SWEDISH: Words = Words {
    language: Language::Swedish,
    accounts: &accounts::sv::WORDS,
    administration: &administration::sv::WORDS,
    dates: &dates::sv::WORDS,
    design: &design::sv::WORDS,
    mails: &mails::sv::WORDS,
    people: &people::sv::WORDS,
    problems: &problems::sv::WORDS,
    shell: &shell::sv::WORDS,
    start: &start::sv::WORDS,
};

static ENGLISH: Words = Words {
    language: Language::English,
    accounts: &accounts::en::WORDS,
    administration: &administration::en::WORDS,
    dates: &dates::en::WORDS,
    design: &design::en::WORDS,
    mails: &mails::en::WORDS,
    people: &people::en::WORDS,
    problems: &problems::en::WORDS,
    shell: &shell::en::WORDS,
    start: &start::en::WORDS,
};

impl Words {
    pub fn in_language(language: Language) -> &'static Self {
        match language {
            Language::Swedish => &SWEDISH,
            Language::English => &ENGLISH,
        }
    }
}
