//! One's own settings: name, language, theme and picture, and how one signs in.

use domain::{
    accounts::{EmailAddress, Office, PersonName, SecondFactor},
    files::FileUse,
    ids::PersonId,
    language::{Language, Theme},
    moment::Moment,
    permissions::Act,
    problem::{FieldValue, Problem, Reason},
    revision::Revision,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::{
    Call,
    entities::person::{ActiveModel, Entity, Model},
    persons, second_step, sessions,
};
use crate::{Backend, Failure, files};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub name: PersonName,
    pub email: EmailAddress,
    pub office: Office,
    pub language: Language,
    pub theme: Theme,
    pub picture: Option<String>,
    /// Until when a removed picture can be brought back.
    pub picture_until: Option<Moment>,
    pub revision: Revision,
}

/// How one signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Security {
    pub has_password: bool,
    /// The office cannot do without one.
    pub password_needed: bool,
    pub second_factor: SecondFactor,
    pub recovery_codes_left: u64,
    /// One signed in a short while ago, and may change all this.
    pub is_confirmed: bool,
}

pub async fn profile(backend: &Backend, call: &Call) -> Result<Profile, Failure> {
    let person = own(backend, call, Act::SeeSettings).await?;
    Ok(Profile {
        name: person.name()?,
        email: person.email()?,
        office: person.office()?,
        language: person.language(),
        theme: person.theme(),
        revision: person.revision(),
        picture_until: match person.picture {
            Some(_) => None,
            None => files::restorable(backend, FileUse::Picture(person.id())).await?,
        },
        picture: person.picture,
    })
}

pub async fn security(backend: &Backend, call: &Call) -> Result<Security, Failure> {
    let person = own(backend, call, Act::SeeSettings).await?;
    Ok(Security {
        has_password: person.has_password(),
        password_needed: person.office()?.needs_password(),
        second_factor: person.second_factor(),
        recovery_codes_left: second_step::recovery_codes_left(backend.store.read(), person.id()).await?,
        is_confirmed: sessions::is_confirmed(backend, call).await?,
    })
}

/// On the revision that was seen, or it is a conflict that shows the name which stands there now.
pub async fn change_profile(backend: &Backend, call: &Call, name: &str, revision: &str) -> Result<(), Failure> {
    let id = call.may_own(Act::ChangeProfile)?;
    let name = PersonName::parse(name).map_err(|reason| Problem::invalid("name", reason))?;
    let seen = Revision::read(revision)?;
    backend
        .store
        .write(async |tx| {
            let person = persons::locked_active(tx, id).await?;
            let current = || vec![FieldValue { field: "name".into(), value: person.name.clone() }];
            person.revision().expect(seen, current)?;
            let row = ActiveModel {
                id: Set(person.id),
                sort_name: Set(name.as_str().to_lowercase()),
                name: Set(name.into()),
                revision: Set(person.revision().next().0),
                ..Default::default()
            };
            row.update(tx).await?;
            Ok(())
        })
        .await
}

pub async fn change_language(backend: &Backend, call: &Call, language: &str) -> Result<(), Failure> {
    let PersonId(id) = call.may_own(Act::ChangeProfile)?;
    let language = Language::ALL.into_iter().find(|one| one.tag() == language);
    let language = language.ok_or_else(|| Problem::invalid("language", Reason::UnknownChoice))?;
    set(backend, ActiveModel { id: Set(id), language: Set(language.tag().into()), ..Default::default() }).await
}

pub async fn change_theme(backend: &Backend, call: &Call, theme: &str) -> Result<(), Failure> {
    let PersonId(id) = call.may_own(Act::ChangeProfile)?;
    let theme = Theme::from_name(theme).ok_or_else(|| Problem::invalid("theme", Reason::UnknownChoice))?;
    set(backend, ActiveModel { id: Set(id), theme: Set(theme.name().into()), ..Default::default() }).await
}

/// A choice of one's own that is complete in itself: the last one stands.
pub(super) async fn set(backend: &Backend, row: ActiveModel) -> Result<(), Failure> {
    backend
        .store
        .write(async |tx| {
            row.update(tx).await?;
            Ok(())
        })
        .await
}

async fn own(backend: &Backend, call: &Call, act: Act) -> Result<Model, Failure> {
    let PersonId(id) = call.may_own(act)?;
    let person = Entity::find_by_id(id).one(backend.store.read()).await?;
    Ok(person.ok_or(Problem::NotSignedIn)?)
}
