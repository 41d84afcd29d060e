//! What the mails say that belong to accounts: plain text, short, with the code or link on a line of its own.

pub mod en;
pub mod sv;

/// A mail as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

/// One function per mail. A link is a whole address, a time of validity stands in the text.
#[derive(Debug)]
pub struct MailWords {
    /// The code to sign in with.
    pub sign_in_code: fn(code: &str) -> Letter,
    /// To one whose office signs in with a password: the address of that page.
    pub sign_in_with_password: fn(link: &str) -> Letter,
    /// To an address without an account, that only its owner learns so.
    pub no_account: fn(site: &str) -> Letter,
    /// Who invites, and the link to accept with.
    pub invitation: fn(inviter: &str, link: &str) -> Letter,
    /// The link to choose a new password with.
    pub password_link: fn(link: &str) -> Letter,
    pub password_changed: fn() -> Letter,
    pub password_turned_on: fn() -> Letter,
    pub password_turned_off: fn() -> Letter,
    pub second_factor_turned_on: fn() -> Letter,
    pub second_factor_turned_off: fn() -> Letter,
    /// How many recovery codes are left after one was used.
    pub recovery_code_used: fn(left: usize) -> Letter,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_links_stand_on_a_line_of_their_own() {
        for words in [&sv::WORDS, &en::WORDS] {
            let link = "https://example.se/x/abc";
            assert!((words.sign_in_code)("012345").body.lines().any(|line| line == "012345"));
            assert!(!(words.sign_in_code)("012345").subject.contains("012345"), "subjects show on locked screens");
            for letter in [
                (words.invitation)("Ali", link),
                (words.password_link)(link),
                (words.sign_in_with_password)(link),
                (words.no_account)(link),
            ] {
                assert!(letter.body.lines().any(|line| line == link), "{}", letter.body);
            }
        }
    }

    #[test]
    fn lines_are_short_enough_for_plain_mail() {
        for words in [&sv::WORDS, &en::WORDS] {
            for letter in [
                (words.sign_in_code)("012345"),
                (words.no_account)("x"),
                (words.invitation)("Ali", "x"),
                (words.password_link)("x"),
                (words.password_changed)(),
                (words.password_turned_on)(),
                (words.password_turned_off)(),
                (words.second_factor_turned_on)(),
                (words.second_factor_turned_off)(),
                (words.recovery_code_used)(3),
                (words.sign_in_with_password)("x"),
            ] {
                assert!(letter.subject.chars().count() <= 78 && !letter.subject.contains('\n'));
                assert!(letter.body.lines().all(|line| line.chars().count() <= 78), "{}", letter.body);
            }
        }
    }
}
