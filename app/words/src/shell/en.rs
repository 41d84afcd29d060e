//! The frame's words in English.

use domain::{forms::Notice, language::Theme};

use super::ShellWords;

pub static WORDS: ShellWords = ShellWords {
    product: "Rådslag",
    skip_to_content: "Skip to content",
    main_menu: "Main menu",
    waiting: "Waiting for you",
    processes: "Processes",
    people: "People",
    administration: "Administration",
    your_page: "your page",
    sign_in: "Sign in",
    sign_out: "Sign out",
    other_language: "På svenska",
    theme: |theme| match theme {
        Theme::Device => "As the device",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::Contrast => "High contrast",
        Theme::ContrastDark => "High contrast, dark",
    },
    notice: |notice| match notice {
        Notice::Saved => "Saved.",
        Notice::SignedOut => "You are signed out.",
        Notice::CodeSent => "A new code is on its way.",
        Notice::PasswordLinkSent => "If the address has an account, a link is on its way there.",
        Notice::PasswordChanged => "The password is changed. Other devices are signed out.",
        Notice::PasswordRemoved => "The password is removed. You sign in with a code.",
        Notice::PictureChanged => "The picture is changed.",
        Notice::PictureRemoved => "The picture is removed.",
        Notice::PictureRestored => "The picture is back.",
        Notice::TotpOn => "Two-step sign-in is on.",
        Notice::TotpOff => "Two-step sign-in is off.",
        Notice::SessionRevoked => "The device is signed out.",
        Notice::OtherSessionsRevoked => "All other devices are signed out.",
        Notice::Invited => "The invitation is sent.",
        Notice::InvitationRenewed => "A new invitation is sent. The old link no longer works.",
        Notice::InvitationWithdrawn => "The invitation is withdrawn.",
        Notice::OfficeChanged => "The role is changed.",
        Notice::AccountEnded => "The account is ended. It can be restored for 30 days.",
        Notice::AccountRestored => "The account is restored.",
        Notice::JobCancelled => "The job is cancelled.",
        Notice::JobRetried => "The job runs again.",
        Notice::GivenToSubstitute => "Your substitute has it now. You can take it back.",
        Notice::TakenBack => "It waits for you again.",
    },

    error_summary: "Not saved yet",
    error_prefix: "Error: ",
    sending: "Sending …",
    optional: "optional",
    cancel: "Cancel",
    back: "Back",
    yours: "You wrote",
    theirs: "It now says",
    no_contact: "No contact with the server. What you wrote is still here. Try again when you are back online.",

    new_version: "There is a new version of Rådslag.",
    new_version_reload: "Reload and keep what you have written",
    lost_title: "A part of this page could not be loaded",
    lost_text: "The network may have failed, or a new version has arrived. Other pages work.",
    lost_above: "A part of this page could not be loaded. Most of it works anyway.",
    try_again: "Try again",

    to_start: "To the start page",

    earlier: "Earlier",
    later: "Later",
};
