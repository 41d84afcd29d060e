//! The start page's words in English.

use domain::processes::PhaseKind;

use super::StartWords;

pub static WORDS: StartWords = StartWords {
    waiting: "This is waiting for you",
    things: |count, minutes| match count {
        1 => format!("One thing, about {minutes} minutes."),
        _ => format!("{count} things, about {minutes} minutes in all."),
    },
    late_things: |count| match count {
        1 => "One of them should have been done by now.".to_owned(),
        _ => format!("{count} of them should have been done by now."),
    },
    late: "Late",
    today: "Today",
    week: "Within a week",
    later: "Later",
    first: "First",

    write_mandate: "Write down who decides what",
    deliver: |phase| match phase {
        Some(PhaseKind::Feedback) => "Report back to those who have answered",
        _ => "Hand over the result",
    },
    fill_seat: |organisation| format!("Appoint somebody to the seat of {organisation}"),
    confirm_organisation: |organisation| format!("Confirm what is known of {organisation}"),
    why_write_mandate: "Before anybody answers it should be written what the process may do and who decides in the end.",
    why_deliver: "The phase is done only when what is to be delivered has been delivered.",
    why_fill_seat: "The seat is empty, or soon will be. What waits for it waits for nobody.",
    why_confirm_organisation: "What you can help with and whom to turn to. Read it, and change what is not right.",
    about_minutes: |n| format!("About {n} minutes."),

    acting_for: |organisation| format!("for {organisation}"),
    standing_in: |organisation| format!("as a substitute for {organisation}"),
    given_to: |name| format!("{name} does it"),
    a_substitute: "Your substitute",
    give: "Give to my substitute",
    take_back: "Take back",

    nothing_waits: "Nothing is waiting for you",
    nothing_waits_text: "When somebody needs your answer it stands here: what it is about, for whom and by when.",
    next_thing: |day| format!("The next date is {day}:"),
    processes: "Your processes",

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
