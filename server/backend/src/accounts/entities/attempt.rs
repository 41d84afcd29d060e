//! One row per sign-in that has been begun in a browser: with a code on its way, or with the second step to come.

use domain::{accounts::CodeAttempt, moment::Moment, record::Means};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    #[sea_orm(unique)]
    pub browser_hash: Vec<u8>,
    pub address_hash: Vec<u8>,
    pub person: Option<Uuid>,
    pub code_hash: Option<Vec<u8>>,
    /// By what the first step was done, when the second is awaited.
    #[sea_orm(column_type = "Text", nullable)]
    pub first_step: Option<String>,
    pub tries: i32,
    pub used: bool,
    pub begun_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A code by e-mail is awaited.
pub const CODE: &str = "code";
/// The first step went well, a code of the app or a recovery code is awaited.
pub const SECOND_FACTOR: &str = "second_factor";

impl Model {
    pub fn first_step(&self) -> Option<Means> {
        self.first_step.as_deref().and_then(|means| means.parse().ok())
    }

    pub fn state(&self) -> CodeAttempt {
        let tries = u32::try_from(self.tries).unwrap_or(CodeAttempt::TRIES);
        CodeAttempt { begun_at: Moment(self.begun_at), tries, used: self.used }
    }
}
