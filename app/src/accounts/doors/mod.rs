//! The doors: by a code in the mail, by password, and the second step.

#[cfg(feature = "ssr")]
mod enter;

use domain::forms::FormName;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
pub use self::enter::{enter_code, request_code, second_factor, sign_in_with_password, sign_out};
#[cfg(feature = "ssr")]
use crate::page::nothing;
use crate::{
    accounts::links,
    address::in_query,
    here::use_address,
    pages,
    parts::{
        form::{Field, Form, Input, Submit},
        layout::Door,
        page_title::PageTitle,
    },
    refusal::Refusal,
    viewer::use_words,
};

pages! { doors:
    "/sign-in" => nothing, sign_in;
    "/sign-in/code" => nothing, code;
    "/sign-in/password" => nothing, password;
    "/sign-in/second" => nothing, second;
    "/password/forgot" => nothing, links::forgotten;
    "/password/new/{token}" => links::read_password_link, links::new_password;
    "/set-up/{token}" => links::read_set_up_link, links::set_up_page;
    "/invitations/{token}" => links::read_invitation, links::invitation;
}

fn sign_in(_: Result<(), Refusal>) -> AnyView {
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

fn code(_: Result<(), Refusal>) -> AnyView {
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

fn password(_: Result<(), Refusal>) -> AnyView {
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

fn second(_: Result<(), Refusal>) -> AnyView {
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
    match use_address().asks("next") {
        Some(next) => format!("{path}?next={}", in_query(&next)),
        None => path.to_owned(),
    }
}
