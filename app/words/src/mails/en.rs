//! Mails in English.

use super::{Letter, MailWords};

pub static WORDS: MailWords = MailWords {
    sign_in_code: |code| Letter {
        subject: "Your code for Rådslag".into(),
        body: format!(
            "Hello!\n\n\
             Write this code in the browser where you asked for it:\n\n\
             {code}\n\n\
             The code is valid for 10 minutes and can be used once.\n\n\
             Was it not you who asked for it? Then you need not do anything.\n\
             Never give the code to anybody else.\n"
        ),
    },
    sign_in_with_password: |link| Letter {
        subject: "Sign in to Rådslag with your password".into(),
        body: format!(
            "Hello!\n\n\
             Somebody, probably you, asked for a code to sign in with. Your account\n\
             has a role that signs in with a password instead. Do it here:\n\n\
             {link}\n\n\
             If you have forgotten the password you can choose a new one there.\n\n\
             Was it not you? Then you need not do anything.\n"
        ),
    },
    no_account: |site| Letter {
        subject: "There is no account for this address".into(),
        body: format!(
            "Hello!\n\n\
             Somebody, probably you, wanted to sign in to Rådslag with this address,\n\
             but it has no account there:\n\n\
             {site}\n\n\
             If you have other addresses, try another one. Otherwise the secretariat\n\
             can invite you.\n\n\
             Was it not you? Then you need not do anything.\n"
        ),
    },
    invitation: |inviter, link| Letter {
        subject: "You are invited to Rådslag".into(),
        body: format!(
            "Hello!\n\n\
             {inviter}\n\
             invites you to Rådslag, where you work together in workshops and on\n\
             common documents.\n\n\
             Open the link and write your name, and you are in:\n\n\
             {link}\n\n\
             The link is valid for 7 days. After that you have to ask for a new one.\n"
        ),
    },
    password_link: |link| Letter {
        subject: "Choose a new password for Rådslag".into(),
        body: format!(
            "Hello!\n\n\
             Here you choose a new password:\n\n\
             {link}\n\n\
             The link is valid for 1 hour and can be used once. When you have chosen\n\
             a new password you are signed out everywhere.\n\n\
             Was it not you who asked for it? Then you need not do anything, and\n\
             your password is the same as before.\n"
        ),
    },
    password_changed: || notice("Your password was changed", "The password of your account in Rådslag was changed."),
    password_turned_on: || {
        notice("You can sign in with a password", "Sign-in with a password was turned on for your account in Rådslag.")
    },
    password_turned_off: || {
        notice("The password was removed", "Sign-in with a password was turned off for your account in Rådslag.")
    },
    second_factor_turned_on: || {
        notice("Two-step sign-in is on", "Sign-in in two steps was turned on for your account in Rådslag.")
    },
    second_factor_turned_off: || {
        notice("Two-step sign-in is off", "Sign-in in two steps was turned off for your account in Rådslag.")
    },
    recovery_code_used: |left| {
        let rest = match left {
            0 => "It was the last one. Make new ones under Settings, Security.".to_owned(),
            1 => "You have 1 code left. Make new ones under Settings, Security.".to_owned(),
            n => format!("You have {n} codes left."),
        };
        notice("A recovery code was used", &format!("A recovery code was used to sign in to your account.\n{rest}"))
    },
};

/// Something about how one signs in has changed, and what to do if it was not oneself.
fn notice(subject: &str, what: &str) -> Letter {
    Letter {
        subject: subject.into(),
        body: format!(
            "Hello!\n\n\
             {what}\n\n\
             Was it you? Then you need not do anything.\n\n\
             Was it not you? Choose a new password on the sign-in page at once, and\n\
             contact an administrator.\n"
        ),
    }
}
