//! One's name, picture, language and look.

use domain::{
    forms::FormName,
    language::{Language, Theme},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::SettingsTabs;
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    parts::{
        form::{Choice, Choices, Field, FileField, Form, Input, Submit},
        layout::Page,
        page_title::PageTitle,
        person::Portrait,
        section::Section,
    },
    refusal::Refusal,
    viewer::use_words,
};

/// What the page of one's account shows.
#[derive(Clone, Serialize, Deserialize)]
pub struct ProfilePage {
    pub name: String,
    pub initials: String,
    pub email: String,
    pub language: Language,
    pub theme: Theme,
    pub picture: Option<String>,
    /// Until when a removed picture can be brought back, in words.
    pub picture_until: Option<String>,
    pub revision: i64,
}

#[cfg(feature = "ssr")]
pub async fn read_profile(asked: &Asked, _: &Address) -> Result<ProfilePage, Refusal> {
    asked.me(domain::permissions::Act::SeeSettings)?;
    let profile = answer(backend::accounts::profile(&asked.backend, &asked.call).await)?;
    Ok(ProfilePage {
        initials: profile.name.initials(),
        name: profile.name.as_str().to_owned(),
        email: profile.email.as_str().to_owned(),
        language: profile.language,
        theme: profile.theme,
        picture: profile.picture.map(|hash| format!("/files/{hash}")),
        picture_until: profile.picture_until.map(|until| asked.day(until)),
        revision: profile.revision.0,
    })
}

pub fn draw(page: Result<ProfilePage, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(page: ProfilePage) -> AnyView {
    let words = use_words().accounts();
    let has_picture = page.picture.is_some();
    view! {
        <PageTitle text=words.settings.to_owned()/>
        <p class="lead">{words.settings_lead}</p>
        <SettingsTabs/>
        <Section title=words.profile aside=page.email>
            <Form name=FormName::ChangeProfile hidden=vec![("revision", page.revision.to_string())]>
                <Field name="name" label=words.name input=Input::Name hint=words.name_hint value=page.name/>
                <p class="btn-row"><Submit label=words.save/></p>
            </Form>
        </Section>
        <Section title=words.picture>
            <div class="portrait">
                <Portrait initials=page.initials picture=page.picture here=true large=true/>
                <div>
                    <Form name=FormName::ChangePicture files=true>
                        <FileField
                            name="picture" label=words.picture_new hint=words.picture_hint
                            accept="image/png,image/jpeg,image/webp"
                        />
                        <p class="btn-row"><Submit label=words.picture_save class="btn"/></p>
                    </Form>
                    {has_picture.then(|| view! {
                        <Form name=FormName::RemovePicture>
                            <Submit label=words.picture_remove class="btn btn-text"/>
                        </Form>
                    })}
                    {page.picture_until.map(|until| view! {
                        <Form name=FormName::RestorePicture>
                            <p class="hint">{(words.picture_restorable)(&until)}</p>
                            <Submit label=words.picture_restore class="btn btn-text"/>
                        </Form>
                    })}
                </div>
            </div>
        </Section>
        <Section title=words.language aside=words.language_hint>
            <Form name=FormName::ChangeLanguage>
                <Choices name="language" legend=words.language choices=languages() value=page.language.tag().to_owned()/>
                <p class="btn-row"><Submit label=words.change_language class="btn"/></p>
            </Form>
        </Section>
        <Section title=words.theme aside=words.theme_hint>
            <Form name=FormName::ChangeTheme>
                <Choices name="theme" legend=words.theme choices=themes() value=page.theme.name().to_owned()/>
                <p class="btn-row"><Submit label=words.change_theme class="btn"/></p>
            </Form>
        </Section>
    }
    .into_any()
}

/// Each in its own words, so that it is found by whoever reads it.
fn languages() -> Vec<Choice> {
    let choice = |language: Language, label| Choice {
        value: language.tag(),
        label,
        lang: Some(language.tag()),
        ..Choice::default()
    };
    vec![choice(Language::Swedish, "Svenska"), choice(Language::English, "English")]
}

fn themes() -> Vec<Choice> {
    let name = use_words().shell().theme;
    Theme::ALL
        .map(|theme| Choice { value: theme.name(), label: name(theme), theme: Some(theme.name()), ..Choice::default() })
        .to_vec()
}
