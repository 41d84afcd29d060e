//! The frame's words in Swedish.

use domain::{forms::Notice, language::Theme};

use super::ShellWords;

pub static WORDS: ShellWords = ShellWords {
    product: "Rådslag",
    skip_to_content: "Hoppa till innehållet",
    main_menu: "Huvudmeny",
    waiting: "Väntar på dig",
    processes: "Processer",
    people: "Personer",
    administration: "Administration",
    your_page: "din sida",
    sign_in: "Logga in",
    sign_out: "Logga ut",
    other_language: "In English",
    theme: |theme| match theme {
        Theme::Device => "Som enheten",
        Theme::Light => "Ljust",
        Theme::Dark => "Mörkt",
        Theme::Contrast => "Hög kontrast",
        Theme::ContrastDark => "Hög kontrast, mörkt",
    },
    notice: |notice| match notice {
        Notice::Saved => "Sparat.",
        Notice::SignedOut => "Du är utloggad.",
        Notice::CodeSent => "En ny kod är på väg.",
        Notice::PasswordLinkSent => "Om adressen har ett konto är en länk på väg dit.",
        Notice::PasswordChanged => "Lösenordet är bytt. Andra enheter är utloggade.",
        Notice::PasswordRemoved => "Lösenordet är borttaget. Du loggar in med kod.",
        Notice::PictureChanged => "Bilden är bytt.",
        Notice::PictureRemoved => "Bilden är borttagen.",
        Notice::PictureRestored => "Bilden är tillbaka.",
        Notice::TotpOn => "Inloggning i två steg är påslagen.",
        Notice::TotpOff => "Inloggning i två steg är avslagen.",
        Notice::SessionRevoked => "Enheten är utloggad.",
        Notice::OtherSessionsRevoked => "Alla andra enheter är utloggade.",
        Notice::Invited => "Inbjudan är skickad.",
        Notice::InvitationRenewed => "En ny inbjudan är skickad. Den gamla länken gäller inte längre.",
        Notice::InvitationWithdrawn => "Inbjudan är återtagen.",
        Notice::OfficeChanged => "Behörigheten är ändrad.",
        Notice::AccountEnded => "Kontot är avslutat. Det kan återställas i 30 dagar.",
        Notice::AccountRestored => "Kontot är återställt.",
        Notice::JobCancelled => "Jobbet är avbrutet.",
        Notice::JobRetried => "Jobbet körs igen.",
        Notice::GivenToSubstitute => "Din ersättare har fått det. Du kan ta tillbaka det.",
        Notice::TakenBack => "Det väntar på dig igen.",
    },

    error_summary: "Det gick inte att spara än",
    error_prefix: "Fel: ",
    sending: "Skickar …",
    optional: "frivilligt",
    cancel: "Avbryt",
    back: "Tillbaka",
    yours: "Du skrev",
    theirs: "Där står nu",
    no_contact: "Ingen kontakt med servern. Det du skrev finns kvar här. Försök igen när nätet är tillbaka.",

    new_version: "Det finns en ny version av Rådslag.",
    new_version_reload: "Ladda om, det du skrivit följer med",
    lost_title: "En del av sidan kunde inte hämtas",
    lost_text: "Nätet kan ha brutits, eller så har en ny version kommit. Andra sidor fungerar.",
    lost_above: "En del av sidan kunde inte hämtas. Det mesta fungerar ändå.",
    try_again: "Försök igen",

    to_start: "Till startsidan",

    earlier: "Tidigare",
    later: "Senare",
};
