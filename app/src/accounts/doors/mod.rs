//! The doors: by a code in the mail, by password, and the second step.

#[cfg(feature = "ssr")]
mod enter;

use domain::forms::FormName;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[cfg(feature = "ssr")]
pub use self::enter::{enter_code, request_code, second_factor, sign_in_with_password, sign_out};
use crate::{
    lazy_page,
    parts::{
        form::{Field, Form, Input, Submit},
        layout::Door,
        page_title::PageTitle,
    },
    viewer::use_words,
};

lazy_page!(doors, SignIn, sign_in);
lazy_page!(doors, Code, code);
lazy_page!(doors, Password, password);
lazy_page!(doors, Second, second);

fn sign_in() -> AnyView {
    let words = use_words().accounts();
    view! {
        <Door>
            <PageTitle text=words.sign_in.to_owned()/>
            <Form name=FormName::RequestCode>
                <Field name="email" label=words.email input=Input::Email hint=words.code_explained/>
                <p class="btn-row">
                    <Submit label=words.send_code/>
                    <a class="btn btn-text" href=onward("/sign-in/password")>{words.use_password}</a>
                </p>
            </Form>
        </Door>
    }
    .into_any()
}

fn code() -> AnyView {
    let words = use_words().accounts();
    view! {
        <Door>
            <PageTitle text=words.code_title.to_owned()/>
            <p class="lead">{words.code_sent}</p>
            <Form name=FormName::EnterCode>
                <Field name="code" label=words.code input=Input::Code hint=words.code_hint/>
                <p class="btn-row">
                    <Submit label=words.sign_in/>
                    <a class="btn btn-text" href=onward("/sign-in")>{words.send_new_code}</a>
                </p>
            </Form>
        </Door>
    }
    .into_any()
}

fn password() -> AnyView {
    let words = use_words().accounts();
    view! {
        <Door>
            <PageTitle text=words.sign_in.to_owned()/>
            <Form name=FormName::SignInWithPassword>
                <Field name="email" label=words.email input=Input::Email/>
                <Field name="password" label=words.password input=Input::CurrentPassword/>
                <p class="btn-row">
                    <Submit label=words.sign_in/>
                    <a class="btn btn-text" href="/password/forgot">{words.forgotten}</a>
                </p>
            </Form>
            <p class="aside"><a href=onward("/sign-in")>{words.use_code}</a></p>
        </Door>
    }
    .into_any()
}

fn second() -> AnyView {
    let words = use_words().accounts();
    view! {
        <Door>
            <PageTitle text=words.second_title.to_owned()/>
            <p class="lead">{words.second_text}</p>
            <Form name=FormName::SecondFactor>
                <Field name="code" label=words.second_code input=Input::Code hint=words.second_hint/>
                <p class="btn-row"><Submit label=words.go_on/></p>
            </Form>
        </Door>
    }
    .into_any()
}

/// The way to another door, keeping in mind where one wanted to go.
fn onward(path: &'static str) -> String {
    match use_query_map().with_untracked(|query| query.get("next")) {
        Some(next) => format!("{path}?next={}", crate::page::in_query(&next)),
        None => path.to_owned(),
    }
}
