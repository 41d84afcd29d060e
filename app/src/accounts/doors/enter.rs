//! What the doors' forms do.

use backend::{Failure, accounts, accounts::Step};
use domain::forms::{Done, Notice};

use crate::{
    asked::Asked,
    forms::{Fields, Keep, Outcome},
};

pub async fn request_code(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let attempt = accounts::request_code(&asked.backend, &asked.call, fields.text("email")).await?;
    Ok(Outcome::from(fields.door("/sign-in/code")).keeping(Keep::Attempt(attempt)))
}

pub async fn enter_code(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let step = accounts::enter_code(&asked.backend, &asked.call, fields.text("code")).await?;
    Ok(after(step, fields))
}

pub async fn sign_in_with_password(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let (email, password) = (fields.text("email"), fields.text("password"));
    let step = accounts::sign_in_with_password(&asked.backend, &asked.call, email, password).await?;
    Ok(after(step, fields))
}

pub async fn second_factor(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    let session = accounts::second_factor(&asked.backend, &asked.call, fields.text("code")).await?;
    Ok(Outcome::from(fields.onward()).keeping(Keep::Session(session)))
}

pub async fn sign_out(asked: &Asked) -> Result<Outcome, Failure> {
    accounts::sign_out(&asked.backend, &asked.call).await?;
    let done = Done::at("/sign-in").anew().saying(Notice::SignedOut);
    Ok(Outcome::from(done).keeping(Keep::SignedOut))
}

fn after(step: Step, fields: &Fields) -> Outcome {
    match step {
        Step::SignedIn { session } => Outcome::from(fields.onward()).keeping(Keep::Session(session)),
        Step::SecondFactor { attempt } => Outcome::from(fields.door("/sign-in/second")).keeping(Keep::Attempt(attempt)),
    }
}
