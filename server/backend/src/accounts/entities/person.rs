//! One row per person with an account.

use domain::{
    accounts::{EmailAddress, Office, PersonName, SecondFactor},
    ids::PersonId,
    language::{Language, Theme},
    moment::Moment,
    revision::Revision,
};
use sea_orm::entity::prelude::*;

use crate::Unexpected;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The name in lower case, to sort and search by.
    #[sea_orm(column_type = "Text")]
    pub sort_name: String,
    #[sea_orm(column_type = "Text", nullable, unique)]
    pub email: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub office: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    #[sea_orm(column_type = "Text")]
    pub theme: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub picture: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub password_hash: Option<String>,
    pub totp_key: Option<Vec<u8>>,
    pub totp_confirmed: bool,
    pub totp_last_step: Option<i64>,
    pub revision: i64,
    pub created_at: i64,
    pub deleted_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn id(&self) -> PersonId {
        PersonId(self.id)
    }

    pub fn name(&self) -> Result<PersonName, Unexpected> {
        PersonName::parse(&self.name).map_err(|_| Unexpected::new(format!("the name of person {} is none", self.id)))
    }

    /// There as long as the person has not been forgotten.
    pub fn email(&self) -> Result<EmailAddress, Unexpected> {
        let email = self.email.as_deref().and_then(|email| EmailAddress::parse(email).ok());
        email.ok_or_else(|| Unexpected::new(format!("person {} has no address", self.id)))
    }

    pub fn office(&self) -> Result<Office, Unexpected> {
        Office::from_name(&self.office).ok_or_else(|| Unexpected::new(format!("{} is no office", self.office)))
    }

    pub fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or_default()
    }

    pub fn theme(&self) -> Theme {
        Theme::from_name(&self.theme).unwrap_or_default()
    }

    pub fn revision(&self) -> Revision {
        Revision(self.revision)
    }

    pub fn ended_at(&self) -> Option<Moment> {
        self.deleted_at.map(Moment)
    }

    pub fn has_password(&self) -> bool {
        self.password_hash.is_some()
    }

    pub fn second_factor(&self) -> SecondFactor {
        match (&self.totp_key, self.totp_confirmed) {
            (None, _) => SecondFactor::Off,
            (Some(_), false) => SecondFactor::Begun,
            (Some(_), true) => SecondFactor::On,
        }
    }
}
