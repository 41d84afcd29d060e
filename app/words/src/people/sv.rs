//! The words of the pages about others' accounts in Swedish.

use domain::accounts::Office;

use super::PeopleWords;

pub static WORDS: PeopleWords = PeopleWords {
    title: "Personer",
    lead: "De som har ett konto här, och de som är inbjudna.",
    invite: "Bjud in",
    invite_button: "Bjud in",
    email: "E-post",
    office: "Uppdrag",
    link_made: |address| format!("Inbjudan till {address} är på väg med e-post. Du kan också lämna över länken själv:"),
    link_explained: "Länken gäller i sju dagar och fungerar en gång. Den visas här i tio minuter.",
    invited: "Inbjudna",
    invited_aside: "Har inte svarat än",
    nobody_invited: "Ingen väntar på att gå med.",
    valid_until: "Gäller till",
    valid: |day| day.to_owned(),
    expired: |day| format!("gick ut {day}"),
    send_again: "Skicka igen",
    withdraw: "Återta",
    all: "Alla",
    search: "Sök på namn eller e-post",
    search_button: "Sök",
    nobody_found: "Ingen med det namnet eller den adressen.",
    name: "Namn",
    signs_in_with: "Loggar in med",
    with_code: "kod",
    with_password: "lösenord",
    with_both: "lösenord och app",
    seen: "Senast här",
    never_seen: "aldrig",
    you: "du",
    actions: "Gör",
    ended: |until| format!("kontot är avslutat, kan återställas till {until}"),
    more: "Fler",

    about: "Om kontot",
    office_hint: |office| match office {
        Office::Member => "Läser, kommenterar och svarar",
        Office::Secretariat => "Bjuder in, leder processer och väger samman. Behöver ett lösenord.",
        Office::Administrator => "Sköter konton, mejl och drift. Läser inga dokument genom det.",
    },
    change_office: "Ändra uppdrag",
    end: "Avsluta kontot",
    end_text: "Personen loggas ut överallt och kommer inte in igen. Det som personen har skrivit finns kvar. \
               Kontot kan återställas i 30 dagar.",
    end_button: "Avsluta kontot",
    restore: "Återställ kontot",
    restore_text: |until| format!("Kontot är avslutat. Det kan återställas till {until}."),
    restore_button: "Återställ kontot",
};
