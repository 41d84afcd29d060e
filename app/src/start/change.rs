//! What the forms on the start page do.

use backend::{Failure, waiting};
use domain::forms::Notice;

use crate::{
    asked::Asked,
    forms::{Fields, Outcome},
};

pub async fn give_to_substitute(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    waiting::give_to_substitute(&asked.backend, &asked.call, fields.text("item")).await?;
    Ok(fields.here().saying(Notice::GivenToSubstitute).into())
}

pub async fn take_back(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    waiting::take_back(&asked.backend, &asked.call, fields.text("item")).await?;
    Ok(fields.here().saying(Notice::TakenBack).into())
}
