//! The start page's words in English.

use super::StartWords;

pub static WORDS: StartWords = StartWords {
    title: "This is waiting for you",
    nothing_waits: "Nothing is waiting for you.",
    nothing_waits_text: "When a process needs your answer it stands here: what, for whom and by when.",
    your_account: "Your account",
    settings: "Settings",
    settings_text: "Name, picture, language and appearance.",
    add_password: "Signing in and devices",
    invite: "Invite someone",
    invite_text: "Whoever you invite gets a link by e-mail. The link can also be copied.",
};
