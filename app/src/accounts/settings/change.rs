//! What the forms on the pages of one's account do.

use backend::{Failure, accounts};
use domain::{
    forms::Notice,
    language::{Language, Theme},
    problem::{Problem, Reason},
};

use crate::{
    asked::Asked,
    forms::{Fields, Keep, Outcome},
};

pub async fn change_profile(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::change_profile(&asked.backend, &asked.call, fields.text("name"), fields.text("revision")).await?;
    // The name stands in the head too, which is drawn once for each full page.
    Ok(fields.here().anew().saying(Notice::Saved).into())
}

pub async fn change_picture(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let bytes = fields.file.as_deref().unwrap_or_default();
    accounts::change_picture(&asked.backend, &asked.call, bytes).await?;
    Ok(fields.here().anew().saying(Notice::PictureChanged).into())
}

pub async fn remove_picture(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::remove_picture(&asked.backend, &asked.call).await?;
    Ok(fields.here().anew().saying(Notice::PictureRemoved).into())
}

/// For whoever is signed in it is kept with the account; in any case it is kept in the browser.
pub async fn restore_picture(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::restore_picture(&asked.backend, &asked.call).await?;
    Ok(fields.here().anew().saying(Notice::PictureRestored).into())
}

pub async fn change_language(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let language = Language::from_tag(fields.text("language"))
        .ok_or_else(|| Problem::invalid("language", Reason::UnknownChoice))?;
    if asked.call.me.is_some() {
        accounts::change_language(&asked.backend, &asked.call, language.tag()).await?;
    }
    Ok(Outcome::from(fields.here().anew()).keeping(Keep::Language(language)))
}

pub async fn change_theme(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let theme =
        Theme::from_name(fields.text("theme")).ok_or_else(|| Problem::invalid("theme", Reason::UnknownChoice))?;
    if asked.call.me.is_some() {
        accounts::change_theme(&asked.backend, &asked.call, theme.name()).await?;
    }
    Ok(Outcome::from(fields.here().anew()).keeping(Keep::Theme(theme)))
}

pub async fn change_password(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let [current, password, again] = ["current", "password", "again"].map(|field| fields.text(field));
    let session = accounts::change_password(&asked.backend, &asked.call, current, password, again).await?;
    Ok(Outcome::from(fields.here().saying(Notice::PasswordChanged)).keeping(Keep::Session(session)))
}

pub async fn remove_password(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let session = accounts::remove_password(&asked.backend, &asked.call, fields.text("current")).await?;
    Ok(Outcome::from(fields.here().saying(Notice::PasswordRemoved)).keeping(Keep::Session(session)))
}

pub async fn begin_totp(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::begin_totp(&asked.backend, &asked.call).await?;
    Ok(fields.here().into())
}

pub async fn confirm_totp(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::confirm_totp(&asked.backend, &asked.call, fields.text("code")).await?;
    Ok(fields.here().saying(Notice::TotpOn).into())
}

pub async fn remove_totp(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::remove_totp(&asked.backend, &asked.call, fields.text("code")).await?;
    Ok(fields.here().saying(Notice::TotpOff).into())
}

pub async fn renew_recovery_codes(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::renew_recovery_codes(&asked.backend, &asked.call, fields.text("code")).await?;
    Ok(fields.here().saying(Notice::Saved).into())
}

pub async fn revoke_session(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::revoke_session(&asked.backend, &asked.call, fields.text("session")).await?;
    Ok(fields.here().saying(Notice::SessionRevoked).into())
}

pub async fn revoke_other_sessions(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::revoke_other_sessions(&asked.backend, &asked.call).await?;
    Ok(fields.here().saying(Notice::OtherSessionsRevoked).into())
}
