//! The start page's words in Swedish.

use domain::processes::PhaseKind;

use super::StartWords;

pub static WORDS: StartWords = StartWords {
    waiting: "Det här väntar på dig",
    things: |count, minutes| match count {
        1 => format!("En sak, ungefär {minutes} minuter."),
        _ => format!("{count} saker, ungefär {minutes} minuter i allt."),
    },
    late_things: |count| match count {
        1 => "En av dem skulle redan ha varit klar.".to_owned(),
        _ => format!("{count} av dem skulle redan ha varit klara."),
    },
    late: "Försenat",
    today: "I dag",
    week: "Inom en vecka",
    later: "Senare",
    first: "Först",

    write_mandate: "Skriv ner vem som bestämmer vad",
    deliver: |phase| match phase {
        Some(PhaseKind::Feedback) => "Återkoppla till dem som har svarat",
        _ => "Lämna över resultatet",
    },
    fill_seat: |organisation| format!("Utse någon på platsen för {organisation}"),
    confirm_organisation: |organisation| format!("Bekräfta uppgifterna om {organisation}"),
    why_write_mandate: "Innan någon svarar ska det stå vad processen får göra och vem som beslutar till slut.",
    why_deliver: "Fasen är klar först när det som ska lämnas är lämnat.",
    why_fill_seat: "Platsen är tom eller blir det snart. Det som väntar på den väntar på ingen.",
    why_confirm_organisation: "Vad ni kan hjälpa till med och vem man ska vända sig till. Läs, och ändra det som inte stämmer.",
    about_minutes: |n| format!("Ungefär {n} minuter."),

    acting_for: |organisation| format!("för {organisation}"),
    standing_in: |organisation| format!("som ersättare för {organisation}"),
    given_to: |name| format!("{name} gör det"),
    a_substitute: "Din ersättare",
    give: "Ge till min ersättare",
    take_back: "Ta tillbaka",

    nothing_waits: "Inget väntar på dig",
    nothing_waits_text: "När någon behöver ditt svar står det här: vad det gäller, för vem och till när.",
    next_thing: |day| format!("Nästa datum är {day}:"),
    processes: "Dina processer",

    settle_in: "Gör dig hemma",
    personally: "personligen",
    minutes: |n| format!("{n} minuter"),
    any_time: "när du vill",
    add_picture: "Lägg till en bild av dig",
    add_picture_text: "De andra känner igen dig när ni skriver tillsammans.",
    two_steps: "Slå på inloggning i två steg",
    two_steps_text: "Med en kod från telefonen räcker det inte att någon kommer över ditt lösenord.",
    invite: "Bjud in någon",
    invite_text: "Den du bjuder in får en länk med e-post. Du kan också lämna över länken själv.",
    settings: "Se över dina inställningar",
    settings_text: "Namn, språk, utseende och var du är inloggad.",
};
