//! What the forms on the administration pages do.

use backend::{Failure, jobs};
use domain::{
    forms::Notice,
    problem::{Problem, What},
};

use crate::{
    asked::Asked,
    forms::{Fields, Outcome},
};

pub async fn cancel_job(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    jobs::cancel(&asked.backend, &asked.call.caller, fields.id("job", Problem::not_found(What::Job))?).await?;
    Ok(fields.here().saying(Notice::JobCancelled).into())
}

pub async fn retry_job(fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    jobs::retry(&asked.backend, &asked.call.caller, fields.id("job", Problem::not_found(What::Job))?).await?;
    Ok(fields.here().saying(Notice::JobRetried).into())
}
