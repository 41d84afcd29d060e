//! Refusals in English.

use domain::problem::{Reason, What};

use super::ProblemWords;

pub static WORDS: ProblemWords = ProblemWords {
    not_found_heading,
    not_found,
    not_signed_in_heading: "Sign in first",
    not_signed_in: "You need to sign in to come here. After signing in you come back to this page.",
    not_allowed_heading: "You are not allowed to do this",
    not_allowed: "Your account may not do this. Ask an administrator if you need it.",
    invalid_heading: "Something needs correcting",
    invalid: |faults| match faults {
        0 | 1 => "One field needs correcting. It is marked, and the rest is still there.".into(),
        n => format!("{n} fields need correcting. They are marked, and the rest is still there."),
    },
    conflict_heading: "Somebody else was first",
    conflict: "Somebody else changed the same thing while you were writing. Compare the two versions and save the one that should stand.",
    closed_heading: "The time has run out",
    closed: "This can no longer be used: it is too old, already used or withdrawn. Ask for a new one.",
    too_many_heading: "Wait a moment",
    too_many: |seconds| format!("There were too many tries. Wait {} and then try again.", waiting(seconds)),
    unavailable_heading: "Something went wrong on our side",
    unavailable: |incident| {
        format!(
            "It is not your fault, and nothing you saved is gone. Try again in a moment. \
             If it goes on, contact an administrator and give the number {incident}."
        )
    },
    reason,
    waiting,
};

fn not_found_heading(what: What) -> &'static str {
    match what {
        What::Page => "There is no such page",
        What::Form => "There is no such form",
        What::Person => "There is no such person",
        What::Session => "There is no such sign-in",
        What::Invitation => "There is no such invitation",
        What::Link => "The link does not work",
        What::File => "There is no such file",
        What::Job => "There is no such job",
        What::Mail => "There is no such message",
        What::Partnership => "There is no such partnership",
        What::Body => "There is no such body",
        What::Organisation => "There is no such organisation",
        What::Seat => "There is no such seat",
        What::Anchoring => "There is no such anchoring",
        What::Process => "There is no such process",
        What::Phase => "There is no such phase",
        What::Waiting => "This no longer waits",
        What::List => "There is no such list",
        What::Import => "There is no such import",
    }
}

fn not_found(what: What) -> &'static str {
    match what {
        What::Page => "Check the address, or go to the start page and find your way from there.",
        What::Form => "The page may have changed since you opened it. Reload the page and try again.",
        What::Person => "This person does not exist, or you may not see them. Go back to the list.",
        What::Session => "This sign-in has already ended. Reload the page to see those that remain.",
        What::Invitation => "This invitation is no longer there. Reload the page to see those that remain.",
        What::Link => "Check that the whole link came along when you copied it. Otherwise ask for a new one.",
        What::File => "The file has been removed, or you may not see it. Ask whoever gave you the link for a new one.",
        What::Job => "The job has already been removed. Reload the page to see those that remain.",
        What::Mail => "The message has already been removed. Go back to the outbox to see those that remain.",
        What::Partnership => "The partnership does not exist, or you have no seat in it. Go to the start page.",
        What::Body => "The body has been removed, or belongs to another partnership. Go to the page Bodies.",
        What::Organisation => "The organisation is not part of this partnership. Look for it in the stakeholder map.",
        What::Seat => "The seat has been removed, or belongs to another partnership. Go back.",
        What::Anchoring => "The organisation has withdrawn it. Reload the page to see who stands behind the text.",
        What::Process => "The process has been removed, or is not open to you. Go to the page Processes.",
        What::Phase => "The phase is not part of the process, or has nothing to deliver. Reload the page.",
        What::Waiting => "Somebody has done it already, or it waits for somebody else. Reload the page.",
        What::List => "The list belongs to another partnership, or has no such version. Go back.",
        What::Import => "The import has been removed, or belongs to another partnership. Read the file in again.",
    }
}

fn reason(reason: Reason) -> String {
    match reason {
        Reason::Missing => "This field must be filled in.".into(),
        Reason::TooLong { max } => format!("This is too long. Write at most {max} characters."),
        Reason::TooShort { min } => format!("This is too short. Write at least {min} characters."),
        Reason::Unprintable => "There are characters here that cannot be seen or that turn the direction of the text. Remove them.".into(),
        Reason::UnknownChoice => "There is no such choice. Take one of those that are shown.".into(),
        Reason::NotAnAddress => "This is not an e-mail address. Write it like name@example.com.".into(),
        Reason::NotANumber => "Write a number in digits.".into(),
        Reason::NotACode => "A code has six digits. Write it as it stands.".into(),
        Reason::WrongCode { left: 0 } => "The code is not right, and there are no tries left. Ask for a new code.".into(),
        Reason::WrongCode { left: 1 } => "The code is not right. You have 1 try left.".into(),
        Reason::WrongCode { left } => format!("The code is not right. You have {left} tries left."),
        Reason::SpentCode => "The code is no longer valid. Ask for a new code.".into(),
        Reason::CodeDoesNotFit => "The code is not right. Wait for the next code in the app and write that one.".into(),
        Reason::OtherBrowser => {
            "The code works only in the browser where you asked for it. Go on there, or ask for a new code here.".into()
        }
        Reason::WrongPassword => {
            "The address and the password do not belong together. Try again, or ask for a link to choose a new password."
                .into()
        }
        Reason::WeakPassword => {
            "The password is easy to guess. Choose for example four words that have nothing to do with each other, and neither name nor address."
                .into()
        }
        Reason::Different => "The two passwords differ. Write the same password twice.".into(),
        Reason::Taken => "This address already has an account or an invitation. Choose another.".into(),
        Reason::LastAdministrator => "This is the last administrator. Make somebody else administrator first.".into(),
        Reason::PasswordNeeded => "This role needs a password. Choose a password for the account first.".into(),
        Reason::SignInAgain => {
            "It has been a while since you signed in. Sign out and in again to change how you sign in.".into()
        }
        Reason::FileTooLarge { max_kb } => format!("The file is too large. Choose one of at most {max_kb} kB."),
        Reason::PictureTooLarge { max_side } => {
            format!("The picture is too large. Its longest side may be {max_side} pixels.")
        }
        Reason::FileKind => "That kind of file cannot be used here. Choose a picture in PNG, JPEG or WebP.".into(),
        Reason::FileDamaged => "The file is damaged or something else than it claims to be. Choose another file.".into(),
        Reason::NotADay => "This is not a date. Write it like 2027-02-26.".into(),
        Reason::TooEarly { earliest } => format!("The date is too early. Choose {earliest} or later."),
        Reason::TooLate { latest } => format!("The date is too late. Choose {latest} or earlier."),
        Reason::FollowsItself => "Nothing can become part of itself, not even by way of others. Choose another.".into(),
        Reason::HasEnded => "The organisation is no longer there that day. Choose another, or an earlier day.".into(),
        Reason::NoAccount => "Nobody with that address has an account. Invite the person first.".into(),
        Reason::HasSeat => "The person has this seat then, as holder or substitute. Choose somebody else.".into(),
        Reason::HasBegun => "The person has had the seat for a while. Hand it over to somebody else instead.".into(),
        Reason::NobodyHere => "Nobody is here already. Choose somebody.".into(),
        Reason::StandsBehind => "The organisation stands behind the text on that level already. Choose another.".into(),
        Reason::ParagraphNeeded => "A decision on that level has a paragraph. Write its number.".into(),
        Reason::TooMany { max } => format!("These are too many. There is room for {max}."),
        Reason::ReadsOnly => "That seat is there to read. Let it read, or change the role of the seat.".into(),
        Reason::NoSubstitute => "The seat has no substitute. Ask the secretariat to appoint one.".into(),
        Reason::Formula => "This is a formula that a spreadsheet would run. Write the value instead.".into(),
        Reason::UnclosedQuote => "A quotation mark in the file never ends. Save the file as CSV again.".into(),
        Reason::NoSuchColumn => "The file lacks a column that is needed. Check the headings on its first line.".into(),
        Reason::UnknownName => "Nothing in the partnership is called that. Check the spelling, or add it first.".into(),
        Reason::AlreadyThere => "It is in the partnership already. Remove the row from the file.".into(),
        Reason::OtherName { line } => format!("On line {line} the same address has another name. Correct one of them."),
        Reason::InUse => "Some of it is in use by now. Remove that by itself, or let it stand.".into(),
        Reason::Repeated { line } => format!("This stands on line {line} already. Remove one of the two."),
    }
}

fn waiting(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3_600, seconds % 3_600 / 60, seconds % 60);
    let hours_text = if hours == 1 { "1 hour".into() } else { format!("{hours} hours") };
    let minutes_text = if minutes == 1 { "1 minute".into() } else { format!("{minutes} minutes") };
    let seconds_text = if rest == 1 { "1 second".into() } else { format!("{rest} seconds") };
    match (hours, minutes, rest) {
        (0, 0, _) => seconds_text,
        (0, _, 0) => minutes_text,
        (0, _, _) => format!("{minutes_text} and {seconds_text}"),
        (_, 0, _) => hours_text,
        (_, _, _) => format!("{hours_text} and {minutes_text}"),
    }
}
