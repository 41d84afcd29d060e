//! The start page's words in English.

use super::StartWords;

pub static WORDS: StartWords = StartWords {
    nothing_waits: "Nothing is waiting for you",
    nothing_waits_text: "When somebody needs your answer it stands here: what it is about, for whom and by when.",
    settle_in: "Settle in",
    personally: "personally",
    minutes: |n| format!("{n} minutes"),
    any_time: "any time",
    add_picture: "Add a picture of yourself",
    add_picture_text: "The others recognise you when you write together.",
    two_steps: "Turn on two-step sign-in",
    two_steps_text: "With a code from your phone, a stolen password is not enough.",
    invite: "Invite someone",
    invite_text: "Whoever you invite gets a link by e-mail. You can also hand over the link yourself.",
    settings: "Look through your settings",
    settings_text: "Name, language, appearance and where you are signed in.",
};
