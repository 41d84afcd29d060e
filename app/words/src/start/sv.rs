//! The start page's words in Swedish.

use super::StartWords;

pub static WORDS: StartWords = StartWords {
    title: "Det här väntar på dig",
    nothing_waits: "Inget väntar på dig.",
    nothing_waits_text: "När en process behöver ditt svar står det här, med vad, för vem och till när.",
    your_account: "Ditt konto",
    settings: "Inställningar",
    settings_text: "Namn, bild, språk och utseende.",
    add_password: "Inloggning och enheter",
    invite: "Bjud in någon",
    invite_text: "Den du bjuder in får en länk med e-post. Länken kan också kopieras.",
};
