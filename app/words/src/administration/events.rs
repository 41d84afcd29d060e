//! The events of the record as sentences, in both languages.

use domain::{
    accounts::Office,
    partnerships::TenureKind,
    record::{Event, Means},
};

/// How an office is called.
type OfficeName = fn(Office) -> &'static str;

pub fn swedish(event: Event, office: OfficeName) -> String {
    let by = |means| match means {
        Means::Code => "kod",
        Means::Password => "lösenord",
        Means::App => "kod från appen",
        Means::RecoveryCode => "reservkod",
        Means::Link => "länk",
        Means::Invitation => "inbjudan",
        Means::SetUp => "startlänken",
    };
    match event {
        Event::SetUp { .. } => "Blev den första administratören".to_owned(),
        Event::SignedIn { by: means, .. } => format!("Loggade in med {}", by(means)),
        Event::SignedInInTwoSteps { by: first, then, .. } => format!("Loggade in med {} och {}", by(first), by(then)),
        Event::SignInFailed { by: means, .. } => format!("Kom inte in: fel {}", by(means)),
        Event::SignedOut { .. } => "Loggade ut".to_owned(),
        Event::SessionRevoked { .. } => "Loggade ut en enhet".to_owned(),
        Event::SessionsRevoked { .. } => "Loggade ut andra enheter".to_owned(),
        Event::PasswordSet { .. } => "Valde ett lösenord".to_owned(),
        Event::PasswordRemoved { .. } => "Tog bort lösenordet".to_owned(),
        Event::SecondFactorOn { .. } => "Slog på två steg".to_owned(),
        Event::SecondFactorOff { .. } => "Slog av två steg".to_owned(),
        Event::RecoveryCodesRenewed { .. } => "Gjorde nya reservkoder".to_owned(),
        Event::RecoveryCodeUsed { .. } => "Använde en reservkod".to_owned(),
        Event::OfficeChanged { from, to, .. } => format!("Ändrade uppdrag: {} blev {}", office(from), office(to)),
        Event::Invited { office: to, .. } => format!("Bjöd in: {}", office(to)),
        Event::InvitationRenewed { .. } => "Skickade en inbjudan igen".to_owned(),
        Event::InvitationWithdrawn { .. } => "Återtog en inbjudan".to_owned(),
        Event::InvitationAccepted { .. } => "Gick med efter inbjudan".to_owned(),
        Event::AccountBegun { office: to, .. } => format!("Lade upp ett konto från servern: {}", office(to)),
        Event::AccountEnded { .. } => "Avslutade ett konto".to_owned(),
        Event::AccountRestored { .. } => "Återställde ett konto".to_owned(),
        Event::AccountForgotten { .. } => "Glömde ett konto som avslutats för 30 dagar sedan".to_owned(),
        Event::PartnershipBegun { .. } => "Startade ett partnerskap".to_owned(),
        Event::SeatMade { .. } => "Inrättade en ledamotsplats".to_owned(),
        Event::SeatRoleChanged { .. } => "Ändrade rollen för en ledamotsplats".to_owned(),
        Event::SeatRemoved { .. } => "Tog bort en ledamotsplats".to_owned(),
        Event::SeatRestored { .. } => "Återställde en ledamotsplats".to_owned(),
        Event::TenureBegan { kind: TenureKind::Holder, .. } => "Gav någon en ledamotsplats".to_owned(),
        Event::TenureBegan { kind: TenureKind::Substitute, .. } => "Utsåg en ersättare".to_owned(),
        Event::TenureEnded { .. } => "Avslutade någons tid på en ledamotsplats".to_owned(),
        Event::StoodBehind { .. } => "Ställde sig bakom en text för en organisation".to_owned(),
        Event::StandingWithdrawn { .. } => "Återtog att en organisation står bakom en text".to_owned(),
    }
}

pub fn english(event: Event, office: OfficeName) -> String {
    let by = |means| match means {
        Means::Code => "a code",
        Means::Password => "a password",
        Means::App => "a code from the app",
        Means::RecoveryCode => "a recovery code",
        Means::Link => "a link",
        Means::Invitation => "an invitation",
        Means::SetUp => "the first link",
    };
    match event {
        Event::SetUp { .. } => "Became the first administrator".to_owned(),
        Event::SignedIn { by: means, .. } => format!("Signed in with {}", by(means)),
        Event::SignedInInTwoSteps { by: first, then, .. } => format!("Signed in with {} and {}", by(first), by(then)),
        Event::SignInFailed { by: means, .. } => format!("Did not get in with {}", by(means)),
        Event::SignedOut { .. } => "Signed out".to_owned(),
        Event::SessionRevoked { .. } => "Signed a device out".to_owned(),
        Event::SessionsRevoked { .. } => "Signed other devices out".to_owned(),
        Event::PasswordSet { .. } => "Chose a password".to_owned(),
        Event::PasswordRemoved { .. } => "Removed the password".to_owned(),
        Event::SecondFactorOn { .. } => "Turned on two steps".to_owned(),
        Event::SecondFactorOff { .. } => "Turned off two steps".to_owned(),
        Event::RecoveryCodesRenewed { .. } => "Made new recovery codes".to_owned(),
        Event::RecoveryCodeUsed { .. } => "Used a recovery code".to_owned(),
        Event::OfficeChanged { from, to, .. } => format!("Changed a role: {} became {}", office(from), office(to)),
        Event::Invited { office: to, .. } => format!("Invited: {}", office(to)),
        Event::InvitationRenewed { .. } => "Sent an invitation again".to_owned(),
        Event::InvitationWithdrawn { .. } => "Withdrew an invitation".to_owned(),
        Event::InvitationAccepted { .. } => "Joined by invitation".to_owned(),
        Event::AccountBegun { office: to, .. } => format!("Made an account from the server: {}", office(to)),
        Event::AccountEnded { .. } => "Ended an account".to_owned(),
        Event::AccountRestored { .. } => "Restored an account".to_owned(),
        Event::AccountForgotten { .. } => "Forgot an account that was ended 30 days ago".to_owned(),
        Event::PartnershipBegun { .. } => "Began a partnership".to_owned(),
        Event::SeatMade { .. } => "Made a seat".to_owned(),
        Event::SeatRoleChanged { .. } => "Changed the role of a seat".to_owned(),
        Event::SeatRemoved { .. } => "Removed a seat".to_owned(),
        Event::SeatRestored { .. } => "Restored a seat".to_owned(),
        Event::TenureBegan { kind: TenureKind::Holder, .. } => "Gave somebody a seat".to_owned(),
        Event::TenureBegan { kind: TenureKind::Substitute, .. } => "Appointed a substitute".to_owned(),
        Event::TenureEnded { .. } => "Ended somebody's time in a seat".to_owned(),
        Event::StoodBehind { .. } => "Stood behind a text for an organisation".to_owned(),
        Event::StandingWithdrawn { .. } => "Withdrew that an organisation stands behind a text".to_owned(),
    }
}
