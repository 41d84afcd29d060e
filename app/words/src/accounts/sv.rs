//! The account pages' words in Swedish.

use super::AccountsWords;

pub static WORDS: AccountsWords = AccountsWords { sign_in: "Logga in" };
