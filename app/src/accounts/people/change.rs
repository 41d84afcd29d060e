//! What the forms on the pages about others' accounts do.

use backend::{Failure, accounts};
use domain::forms::Notice;

use crate::{
    asked::Asked,
    forms::{Fields, Outcome},
};

pub async fn invite_person(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::invite_person(&asked.backend, &asked.call, fields.text("email"), fields.text("office")).await?;
    Ok(fields.here().saying(Notice::Invited).into())
}

pub async fn renew_invitation(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::renew_invitation(&asked.backend, &asked.call, fields.text("invitation")).await?;
    Ok(fields.here().saying(Notice::InvitationRenewed).into())
}

pub async fn withdraw_invitation(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::withdraw_invitation(&asked.backend, &asked.call, fields.text("invitation")).await?;
    Ok(fields.here().saying(Notice::InvitationWithdrawn).into())
}

pub async fn change_office(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let [person, office, revision] = ["person", "office", "revision"].map(|field| fields.text(field));
    accounts::change_office(&asked.backend, &asked.call, person, office, revision).await?;
    Ok(fields.here().saying(Notice::OfficeChanged).into())
}

pub async fn end_account(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::end_account(&asked.backend, &asked.call, fields.text("person")).await?;
    Ok(fields.here().saying(Notice::AccountEnded).into())
}

pub async fn restore_account(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::restore_account(&asked.backend, &asked.call, fields.text("person")).await?;
    Ok(fields.here().saying(Notice::AccountRestored).into())
}
