//! The words of the pages about others' accounts in English.

use domain::accounts::Office;

use super::PeopleWords;

pub static WORDS: PeopleWords = PeopleWords {
    title: "People",
    lead: "Those who have an account here, and those who are invited.",
    invite: "Invite",
    invite_button: "Invite",
    email: "E-mail",
    office: "Role",
    link_made: |address| {
        format!("The invitation to {address} is on its way by e-mail. You can also hand over the link:")
    },
    link_explained: "The link is valid for seven days and works once. It is shown here for ten minutes.",
    invited: "Invited",
    invited_aside: "Have not answered yet",
    nobody_invited: "Nobody is waiting to join.",
    valid_until: "Valid until",
    valid: |day| day.to_owned(),
    expired: |day| format!("expired {day}"),
    send_again: "Send again",
    withdraw: "Withdraw",
    all: "Everyone",
    search: "Search by name or e-mail",
    search_button: "Search",
    nobody_found: "Nobody by that name or address.",
    name: "Name",
    signs_in_with: "Signs in with",
    with_code: "code",
    with_password: "password",
    with_both: "password and app",
    seen: "Last here",
    never_seen: "never",
    you: "you",
    actions: "Do",
    ended: |until| format!("the account is ended, can be restored until {until}"),
    more: "More",

    about: "About the account",
    office_hint: |office| match office {
        Office::Member => "Reads, comments and answers",
        Office::Secretariat => "Invites, leads processes and consolidates. Needs a password.",
        Office::Administrator => "Looks after accounts, mail and the server. Reads no documents by that alone.",
    },
    change_office: "Change role",
    end: "End the account",
    end_text: "The person is signed out everywhere and cannot come in again. What they wrote stays. \
               The account can be restored for 30 days.",
    end_button: "End the account",
    restore: "Restore the account",
    restore_text: |until| format!("The account is ended. It can be restored until {until}."),
    restore_button: "Restore the account",
};
