//! The start page's words in Swedish.

use super::StartWords;

pub static WORDS: StartWords = StartWords {
    nothing_waits: "Inget väntar på dig",
    nothing_waits_text: "När någon behöver ditt svar står det här: vad det gäller, för vem och till när.",
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
