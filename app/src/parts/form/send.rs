//! Sends a form without leaving the page, and does what the answer says.

use domain::forms::{Done, Reply};
use leptos::{ev::SubmitEvent, html, prelude::*, task::spawn_local, wasm_bindgen::JsCast};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, Headers, HtmlFormElement, RequestInit, Response, UrlSearchParams};

use super::{FormState, Landed};
use crate::{
    document::BUILD, going::Going, here::use_address, parts::announcer::Voice, refusal::Refusal, viewer::use_words,
};

pub fn on_submit(state: FormState, form: NodeRef<html::Form>) -> impl Fn(SubmitEvent) {
    let landed = expect_context::<Landed>();
    let going = expect_context::<Going>();
    let voice = use_context::<Voice>();
    let words = use_words();
    let path = use_address().path;
    move |event: SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_untracked() else { return };
        if state.sending.get_untracked() {
            return;
        }
        state.sending.set(true);
        let path = path.clone();
        spawn_local(async move {
            let answer = send(&form, &landed.build.get_value()).await;
            state.sending.set(false);
            let reply = match answer {
                Ok((reply, build)) => {
                    going.answered_by(build);
                    reply
                }
                Err(refusal) => Err(refusal),
            };
            match reply {
                Ok(Done { to, reload: true, .. }) => {
                    let _ = window().location().assign(&to);
                }
                Ok(Done { to, notice, .. }) => {
                    state.refusal.set(None);
                    form.reset();
                    if to.split(['?', '#']).next() == Some(path.as_str()) {
                        going.renew();
                        landed.notice.set(notice.or_else(|| landed.notice.get_untracked()));
                    } else {
                        going.go(&to, notice);
                    }
                    if let (Some(notice), Some(voice)) = (notice, voice) {
                        voice.say((words.shell().notice)(notice));
                    }
                }
                Err(refusal) => {
                    state.refusal.set(Some(refusal));
                    request_animation_frame(move || focus_what_is_wrong(&form));
                }
            }
        });
    }
}

/// The answer, and which build gave it.
async fn send(form: &HtmlFormElement, build: &str) -> Result<(Result<Done, Refusal>, Option<String>), Refusal> {
    let response = fetch(form, build).await.map_err(|_| Refusal::NoContact)?;
    let answered_by = response.headers().get(BUILD).ok().flatten();
    let text = match response.text() {
        Ok(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()).unwrap_or_default(),
        Err(_) => String::new(),
    };
    let reply = match serde_json::from_str(&text) {
        Ok(Reply::Done(done)) => Ok(done),
        Ok(Reply::Problem(problem)) => Err(Refusal::Problem(problem)),
        // Not ours, or of a version that speaks otherwise: a proxy's page, for example.
        Err(_) => Err(Refusal::unavailable()),
    };
    Ok((reply, answered_by))
}

async fn fetch(form: &HtmlFormElement, build: &str) -> Result<Response, JsValue> {
    let data = FormData::new_with_form(form)?;
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    headers.set(BUILD, build)?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    if form.enctype() == "multipart/form-data" {
        init.set_body(&data);
    } else {
        init.set_body(&UrlSearchParams::new_with_str_sequence_sequence(&data)?.into());
    }
    let address = window().location().href()?;
    let response = JsFuture::from(window().fetch_with_str_and_init(&address, &init)).await?;
    response.dyn_into::<Response>()
}

/// The first field that is wrong, or else the sentence about the whole.
fn focus_what_is_wrong(form: &HtmlFormElement) {
    let wrong = form
        .query_selector("[aria-invalid=true]")
        .ok()
        .flatten()
        .or_else(|| form.query_selector(".errors").ok().flatten());
    if let Some(element) = wrong.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
