//! The account pages' words in English.

use super::AccountsWords;

pub static WORDS: AccountsWords = AccountsWords { sign_in: "Sign in" };
