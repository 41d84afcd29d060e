//! What the forms behind links do.

use backend::{Failure, accounts};
use domain::forms::{Done, Notice};

use crate::{
    asked::Asked,
    forms::{Fields, Keep, Outcome},
};

pub async fn request_password_link(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    accounts::request_password_link(&asked.backend, &asked.call, fields.text("email")).await?;
    Ok(fields.here().saying(Notice::PasswordLinkSent).into())
}

pub async fn set_password_by_link(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let (password, again) = (fields.text("password"), fields.text("again"));
    accounts::set_password_by_link(&asked.backend, &asked.call, fields.link(), password, again).await?;
    let done = Done::at("/sign-in/password").anew().saying(Notice::PasswordChanged);
    Ok(Outcome::from(done).keeping(Keep::SignedOut))
}

pub async fn set_up(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let [name, email, password, again] = ["name", "email", "password", "again"].map(|field| fields.text(field));
    let session = accounts::set_up(&asked.backend, &asked.call, fields.link(), name, email, password, again).await?;
    Ok(Outcome::from(Done::at("/").anew()).keeping(Keep::Session(session)))
}

pub async fn accept_invitation(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let [name, password, again] = ["name", "password", "again"].map(|field| fields.text(field));
    let session =
        accounts::accept_invitation(&asked.backend, &asked.call, fields.link(), name, password, again).await?;
    Ok(Outcome::from(Done::at("/").anew()).keeping(Keep::Session(session)))
}
