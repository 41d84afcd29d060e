//! Mails in Swedish.

use super::{Letter, MailWords};

pub static WORDS: MailWords = MailWords {
    sign_in_code: |code| Letter {
        subject: "Din kod till Rådslag".into(),
        body: format!(
            "Hej!\n\n\
             Skriv den här koden i den webbläsare där du bad om den:\n\n\
             {code}\n\n\
             Koden gäller i 10 minuter och kan användas en gång.\n\n\
             Var det inte du som bad om den? Då behöver du inte göra något.\n\
             Lämna aldrig ut koden till någon annan.\n"
        ),
    },
    sign_in_with_password: |link| Letter {
        subject: "Logga in i Rådslag med ditt lösenord".into(),
        body: format!(
            "Hej!\n\n\
             Någon, förmodligen du, bad om en kod för att logga in. Ditt konto har\n\
             en roll som loggar in med lösenord i stället. Gör det här:\n\n\
             {link}\n\n\
             Har du glömt lösenordet kan du välja ett nytt från samma sida.\n\n\
             Var det inte du? Då behöver du inte göra något.\n"
        ),
    },
    no_account: |site| Letter {
        subject: "Det finns inget konto för den här adressen".into(),
        body: format!(
            "Hej!\n\n\
             Någon, förmodligen du, ville logga in i Rådslag med den här adressen,\n\
             men den har inget konto där:\n\n\
             {site}\n\n\
             Har du fler adresser, prova en annan. Annars kan sekretariatet bjuda\n\
             in dig.\n\n\
             Var det inte du? Då behöver du inte göra något.\n"
        ),
    },
    invitation: |inviter, link| Letter {
        subject: "Du är inbjuden till Rådslag".into(),
        body: format!(
            "Hej!\n\n\
             {inviter}\n\
             bjuder in dig till Rådslag, där ni arbetar tillsammans med workshoppar\n\
             och gemensamma dokument.\n\n\
             Öppna länken och skriv ditt namn, så är du med:\n\n\
             {link}\n\n\
             Länken gäller i 7 dagar. Sedan får du be om en ny.\n"
        ),
    },
    password_link: |link| Letter {
        subject: "Välj ett nytt lösenord till Rådslag".into(),
        body: format!(
            "Hej!\n\n\
             Här väljer du ett nytt lösenord:\n\n\
             {link}\n\n\
             Länken gäller i 1 timme och kan användas en gång. När du har valt ett\n\
             nytt lösenord loggas du ut överallt.\n\n\
             Var det inte du som bad om den? Då behöver du inte göra något, och\n\
             ditt lösenord är detsamma som förut.\n"
        ),
    },
    password_changed: || notice("Ditt lösenord är ändrat", "Lösenordet till ditt konto i Rådslag har ändrats."),
    password_turned_on: || {
        notice("Du kan logga in med lösenord", "Inloggning med lösenord har slagits på för ditt konto i Rådslag.")
    },
    password_turned_off: || {
        notice("Lösenordet är borttaget", "Inloggning med lösenord har slagits av för ditt konto i Rådslag.")
    },
    second_factor_turned_on: || {
        notice("Tvåstegsinloggning är på", "Inloggning i två steg har slagits på för ditt konto i Rådslag.")
    },
    second_factor_turned_off: || {
        notice("Tvåstegsinloggning är av", "Inloggning i två steg har slagits av för ditt konto i Rådslag.")
    },
    recovery_code_used: |left| {
        let rest = match left {
            0 => "Det var den sista. Skapa nya under Inställningar, Säkerhet.".to_owned(),
            1 => "Du har 1 kod kvar. Skapa nya under Inställningar, Säkerhet.".to_owned(),
            n => format!("Du har {n} koder kvar."),
        };
        notice(
            "En återställningskod har använts",
            &format!("En återställningskod har använts för att logga in i ditt konto.\n{rest}"),
        )
    },
};

/// Something about how one signs in has changed, and what to do if it was not oneself.
fn notice(subject: &str, what: &str) -> Letter {
    Letter {
        subject: subject.into(),
        body: format!(
            "Hej!\n\n\
             {what}\n\n\
             Var det du? Då behöver du inte göra något.\n\n\
             Var det inte du? Välj genast ett nytt lösenord på inloggningssidan och\n\
             kontakta en administratör.\n"
        ),
    }
}
