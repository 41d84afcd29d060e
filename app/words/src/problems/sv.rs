//! Refusals in Swedish.

use domain::problem::{Reason, What};

use super::ProblemWords;

pub static WORDS: ProblemWords = ProblemWords {
    not_found_heading,
    not_found,
    not_signed_in_heading: "Logga in först",
    not_signed_in: "Du behöver logga in för att komma hit. Efter inloggningen kommer du tillbaka till samma sida.",
    not_allowed_heading: "Du har inte behörighet",
    not_allowed: "Ditt konto får inte göra det här. Vänd dig till en administratör om du behöver det.",
    invalid_heading: "Något behöver rättas",
    invalid: |faults| match faults {
        0 | 1 => "Ett fält behöver rättas. Det är markerat, och resten står kvar.".into(),
        n => format!("{n} fält behöver rättas. De är markerade, och resten står kvar."),
    },
    conflict_heading: "Någon annan hann före",
    conflict: "Någon annan har ändrat samma sak medan du skrev. Jämför de två versionerna och spara den som ska gälla.",
    closed_heading: "Tiden har gått ut",
    closed: "Det här går inte att använda längre: det är för gammalt, redan använt eller återtaget. Be om ett nytt.",
    too_many_heading: "Vänta en stund",
    too_many: |seconds| format!("Det blev för många försök. Vänta {} och försök sedan igen.", waiting(seconds)),
    unavailable_heading: "Något gick fel hos oss",
    unavailable: |incident| {
        format!(
            "Det är inte ditt fel, och inget du har sparat är borta. Försök igen om en stund. \
             Om det fortsätter, kontakta en administratör och uppge numret {incident}."
        )
    },
    reason,
    waiting,
};

fn not_found_heading(what: What) -> &'static str {
    match what {
        What::Page => "Sidan finns inte",
        What::Form => "Formuläret finns inte",
        What::Person => "Personen finns inte",
        What::Session => "Inloggningen finns inte",
        What::Invitation => "Inbjudan finns inte",
        What::Link => "Länken gäller inte",
        What::File => "Filen finns inte",
        What::Job => "Jobbet finns inte",
        What::Mail => "Meddelandet finns inte",
        What::Partnership => "Partnerskapet finns inte",
        What::Body => "Organet finns inte",
        What::Organisation => "Organisationen finns inte",
        What::Seat => "Ledamotsplatsen finns inte",
        What::Anchoring => "Förankringen finns inte",
        What::Process => "Processen finns inte",
        What::Phase => "Fasen finns inte",
        What::Waiting => "Det här väntar inte längre",
        What::List => "Listan finns inte",
        What::Import => "Importen finns inte",
    }
}

fn not_found(what: What) -> &'static str {
    match what {
        What::Page => "Kontrollera adressen, eller gå till startsidan och sök dig fram därifrån.",
        What::Form => "Sidan kan ha ändrats sedan du öppnade den. Ladda om sidan och försök igen.",
        What::Person => "Den här personen finns inte, eller så får du inte se den. Gå tillbaka till listan.",
        What::Session => "Den här inloggningen är redan avslutad. Ladda om sidan för att se dem som finns kvar.",
        What::Invitation => "Den här inbjudan finns inte längre. Ladda om sidan för att se dem som finns kvar.",
        What::Link => "Kontrollera att hela länken kom med när du kopierade den. Annars behöver du be om en ny.",
        What::File => "Filen är borttagen, eller så får du inte se den. Be den som gav dig länken om en ny.",
        What::Job => "Jobbet är redan borttaget. Ladda om sidan för att se dem som finns kvar.",
        What::Mail => "Meddelandet är redan borttaget. Gå tillbaka till utkorgen för att se dem som finns kvar.",
        What::Partnership => "Partnerskapet finns inte, eller så har du ingen plats i det. Gå till startsidan.",
        What::Body => "Organet är borttaget, eller så hör det till ett annat partnerskap. Gå till sidan Organ.",
        What::Organisation => "Organisationen hör inte till det här partnerskapet. Sök efter den i aktörskartan.",
        What::Seat => "Ledamotsplatsen är borttagen, eller så hör den till ett annat partnerskap. Gå tillbaka.",
        What::Anchoring => "Organisationen har återtagit det. Ladda om sidan för att se vilka som står bakom texten.",
        What::Process => "Processen är borttagen, eller så är den inte öppen för dig. Gå till sidan Processer.",
        What::Phase => "Fasen hör inte till processen, eller så har den inget att lämna över. Ladda om sidan.",
        What::Waiting => "Någon har redan gjort det, eller så väntar det på någon annan. Ladda om sidan.",
        What::List => "Listan hör till ett annat partnerskap, eller så finns inte den versionen. Gå tillbaka.",
        What::Import => "Importen är borttagen, eller så hör den till ett annat partnerskap. Läs in filen på nytt.",
    }
}

fn reason(reason: Reason) -> String {
    match reason {
        Reason::Missing => "Det här fältet måste fyllas i.".into(),
        Reason::TooLong { max } => format!("Det här är för långt. Skriv högst {max} tecken."),
        Reason::TooShort { min } => format!("Det här är för kort. Skriv minst {min} tecken."),
        Reason::Unprintable => "Här finns tecken som inte syns eller som vänder textens riktning. Ta bort dem.".into(),
        Reason::UnknownChoice => "Det alternativet finns inte. Välj ett av dem som visas.".into(),
        Reason::NotAnAddress => "Det här är ingen e-postadress. Skriv den som namn@exempel.se.".into(),
        Reason::NotANumber => "Skriv ett tal med siffror.".into(),
        Reason::NotACode => "En kod har sex siffror. Skriv den som den står.".into(),
        Reason::WrongCode { left: 0 } => "Koden stämmer inte, och försöken är slut. Be om en ny kod.".into(),
        Reason::WrongCode { left } => format!("Koden stämmer inte. Du har {left} försök kvar."),
        Reason::SpentCode => "Koden gäller inte längre. Be om en ny kod.".into(),
        Reason::CodeDoesNotFit => "Koden stämmer inte. Vänta på nästa kod i appen och skriv den.".into(),
        Reason::OtherBrowser => {
            "Koden gäller bara i den webbläsare där du bad om den. Fortsätt där, eller be om en ny kod här.".into()
        }
        Reason::WrongPassword => {
            "Adressen och lösenordet hör inte ihop. Försök igen, eller be om en länk för att välja ett nytt lösenord."
                .into()
        }
        Reason::WeakPassword => {
            "Lösenordet är lätt att gissa. Välj till exempel fyra ord som inte hör ihop, och varken namn eller adress."
                .into()
        }
        Reason::Different => "De två lösenorden är olika. Skriv samma lösenord två gånger.".into(),
        Reason::Taken => "Den här adressen har redan ett konto eller en inbjudan. Välj en annan.".into(),
        Reason::LastAdministrator => {
            "Det här är den sista administratören. Gör någon annan till administratör först.".into()
        }
        Reason::PasswordNeeded => "Den här rollen kräver ett lösenord. Välj ett lösenord för kontot först.".into(),
        Reason::SignInAgain => {
            "Det var ett tag sedan du loggade in. Logga ut och in igen för att ändra hur du loggar in.".into()
        }
        Reason::FileTooLarge { max_kb } => format!("Filen är för stor. Välj en fil på högst {max_kb} kB."),
        Reason::PictureTooLarge { max_side } => {
            format!("Bilden är för stor. Den längsta sidan får vara {max_side} bildpunkter.")
        }
        Reason::FileKind => {
            "Den filtypen går inte att använda här. Välj en bild i formatet PNG, JPEG eller WebP.".into()
        }
        Reason::FileDamaged => "Filen är skadad eller något annat än den utger sig för. Välj en annan fil.".into(),
        Reason::NotADay => "Det här är inget datum. Skriv det som 2027-02-26.".into(),
        Reason::TooEarly { earliest } => format!("Datumet är för tidigt. Välj {earliest} eller senare."),
        Reason::TooLate { latest } => format!("Datumet är för sent. Välj {latest} eller tidigare."),
        Reason::FollowsItself => "Ingen kan gå upp i sig själv, inte heller genom andra. Välj en annan.".into(),
        Reason::HasEnded => "Organisationen finns inte längre den dagen. Välj en annan, eller en tidigare dag.".into(),
        Reason::NoAccount => "Ingen med den adressen har ett konto. Bjud in personen först.".into(),
        Reason::HasSeat => "Personen har redan den här platsen då, som ledamot eller ersättare. Välj en annan.".into(),
        Reason::HasBegun => "Personen har redan haft platsen en tid. Lämna över den till någon annan i stället.".into(),
        Reason::NobodyHere => "Här finns redan ingen. Välj någon.".into(),
        Reason::StandsBehind => "Organisationen står redan bakom texten på den nivån. Välj en annan nivå.".into(),
        Reason::ParagraphNeeded => "Ett beslut på den nivån har en paragraf. Skriv dess nummer.".into(),
        Reason::TooMany { max } => format!("Det är för många. Högst {max} får plats."),
        Reason::ReadsOnly => {
            "Den platsen är till för att läsa. Välj att den får läsa, eller ändra platsens roll.".into()
        }
        Reason::NoSubstitute => "Platsen har ingen ersättare. Be sekretariatet utse en.".into(),
        Reason::Formula => "Det här är en formel som ett kalkylprogram skulle köra. Skriv värdet i stället.".into(),
        Reason::UnclosedQuote => "Ett citattecken i filen saknar sin avslutning. Spara den på nytt som CSV.".into(),
        Reason::NoSuchColumn => "Filen saknar en kolumn som behövs. Kontrollera rubrikerna på första raden.".into(),
        Reason::UnknownName => {
            "Inget i partnerskapet heter så. Kontrollera stavningen, eller lägg till det först.".into()
        }
        Reason::AlreadyThere => "Det finns redan i partnerskapet. Ta bort raden ur filen.".into(),
        Reason::OtherName { line } => format!("På rad {line} har samma adress ett annat namn. Rätta den ena."),
        Reason::InUse => "Något av det används redan. Ta bort det för sig, eller låt det stå.".into(),
        Reason::Repeated { line } => format!("Det här står redan på rad {line}. Ta bort den ena."),
    }
}

fn waiting(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3_600, seconds % 3_600 / 60, seconds % 60);
    let hours_text = if hours == 1 { "1 timme".into() } else { format!("{hours} timmar") };
    let minutes_text = if minutes == 1 { "1 minut".into() } else { format!("{minutes} minuter") };
    let seconds_text = if rest == 1 { "1 sekund".into() } else { format!("{rest} sekunder") };
    match (hours, minutes, rest) {
        (0, 0, _) => seconds_text,
        (0, _, 0) => minutes_text,
        (0, _, _) => format!("{minutes_text} och {seconds_text}"),
        (_, 0, _) => hours_text,
        (_, _, _) => format!("{hours_text} och {minutes_text}"),
    }
}
