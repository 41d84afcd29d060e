//! `radslag verify`: walks the record from its first entry and names the first one that does not fit.

use std::process::ExitCode;

use super::{Told, backend, say};
use crate::configuration::Configuration;

pub async fn run(configuration: &Configuration) -> Result<ExitCode, Told> {
    let backend = backend(configuration, configuration.listen).await?;
    match backend::record::verify(&backend).await? {
        Ok(verified) => {
            say(format_args!(
                "the record is whole: {} entries, the last with the hash {}",
                verified.entries, verified.last
            ));
            Ok(ExitCode::SUCCESS)
        }
        Err(broken) => {
            say(format_args!("the record is broken: {broken}"));
            Ok(ExitCode::FAILURE)
        }
    }
}
