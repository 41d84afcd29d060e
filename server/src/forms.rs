//! Takes every form that is sent to a page: reads it, lets the app do it, and answers with a page or with JSON.

use std::sync::Arc;

use app::{
    asked::{Asked, problem_of},
    document::BUILD,
    forms::{Fields, Keep, Outcome, submit},
};
use axum::{
    Json,
    extract::{FromRequest, Multipart, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    accounts::Session,
    forms::{Done, FormName, Refused, Reply},
    moment::Span,
    problem::{Problem, Reason, What},
};

use crate::{
    caller::call_of,
    cookies,
    pages::{fields_at, page_again},
    state::Server,
};

/// More than any form without a file holds.
const MOST_TEXT: usize = 64 * 1024;

pub async fn form(State(server): State<Server>, request: Request) -> Response {
    let call = match call_of(&server, request.headers(), request.extensions()).await {
        Ok(call) => call,
        Err(response) => return response,
    };
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let by_script = accepts_json(&headers);
    let mut fields = fields_at(&uri);
    let result = match read(request, &mut fields).await {
        Ok(form) => {
            let asked = Asked { backend: server.backend.clone(), call: Arc::clone(&call) };
            submit(form, &fields, &asked).await.map_err(problem_of).map_err(|problem| (form, problem))
        }
        Err(refused) => Err(refused),
    };
    match result {
        Ok(outcome) => went_well(&server, outcome, by_script),
        Err((_, problem)) if by_script => {
            // Browsers complain in the console of every status but success; our own script reads the problem itself.
            let status = if headers.contains_key(BUILD) { 200 } else { problem.status() };
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            (status, Json(Reply::Problem(problem))).into_response()
        }
        Err((form, problem)) => page_again(server, call, headers, uri, Refused::new(form, problem, fields.pairs)).await,
    }
}

fn accepts_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.starts_with("application/json"))
}

/// Reads the form's name and fields. What cannot be read is refused in the name of the form, if that much was read.
async fn read(request: Request, fields: &mut Fields) -> Result<FormName, (FormName, Problem)> {
    let unreadable = (FormName::ChangeLanguage, Problem::not_found(What::Form));
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        let multipart = Multipart::from_request(request, &()).await.map_err(|_| unreadable.clone())?;
        read_parts(multipart, fields).await.map_err(|problem| (FormName::ChangePicture, problem))?;
    } else {
        let body = axum::body::to_bytes(request.into_body(), MOST_TEXT).await;
        let body =
            body.map_err(|_| (FormName::ChangeLanguage, Problem::invalid("", Reason::TooLong { max: 65_536 })))?;
        fields.pairs = serde_urlencoded::from_bytes(&body).map_err(|_| unreadable.clone())?;
    }
    let form = FormName::from_name(fields.text("form")).ok_or(unreadable)?;
    fields.pairs.retain(|(name, _)| name != "form");
    Ok(form)
}

async fn read_parts(mut multipart: Multipart, fields: &mut Fields) -> Result<(), Problem> {
    let broken = |_| Problem::not_found(What::Form);
    while let Some(part) = multipart.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_some() {
            let too_large = |_| Problem::invalid(name.clone(), Reason::FileTooLarge { max_kb: 2_048 });
            fields.file = Some(part.bytes().await.map_err(too_large)?.to_vec());
        } else {
            let text = part.text().await.map_err(broken)?;
            fields.pairs.push((name, text));
        }
    }
    Ok(())
}

fn went_well(server: &Server, outcome: Outcome, by_script: bool) -> Response {
    let Outcome { done, keep } = outcome;
    let mut response = if by_script { Json(Reply::Done(done.clone())).into_response() } else { see_other(&done) };
    let headers = response.headers_mut();
    let secure = server.is_secure();
    for one in keep {
        match one {
            Keep::Session(secret) => {
                cookies::set(headers, cookies::SESSION, secret.expose(), Some(Session::LONGEST), secure);
                cookies::remove(headers, cookies::ATTEMPT, secure);
            }
            Keep::SignedOut => cookies::remove(headers, cookies::SESSION, secure),
            Keep::Attempt(secret) => {
                cookies::set(headers, cookies::ATTEMPT, secret.expose(), Some(Span::hours(1)), secure);
            }
            Keep::Language(language) => {
                cookies::set(headers, cookies::LANGUAGE, language.tag(), Some(Span::days(365)), secure);
            }
            Keep::Theme(theme) => {
                let name = theme.name().replace(' ', "-");
                cookies::set(headers, cookies::THEME, &name, Some(Span::days(365)), secure);
            }
        }
    }
    // A page that is loaded anew says it; one that stays says it by itself.
    if let Some(notice) = done.notice.filter(|_| done.reload || !by_script) {
        cookies::set(headers, cookies::NOTICE, notice.name(), Some(Span::minutes(1)), secure);
    }
    response
}

fn see_other(done: &Done) -> Response {
    let to = HeaderValue::from_str(&done.to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}
