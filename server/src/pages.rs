//! Draws pages: finds out who is calling, and lets the app speak to them.

use std::sync::Arc;

use app::{
    address::{Address, door_for},
    asked::Asked,
    document::{self, BUILD},
    forms::Fields,
    here::Visit,
    page::Read,
    pages::{Found, find, missing_at},
    refusal::Refusal,
    viewer::{Landing, Me, Viewer},
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, Uri, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use backend::{accounts::Call, secrets::Secret};
use domain::{
    forms::{Notice, Refused},
    language::{Language, Theme},
    problem::Problem,
};

use crate::{caller::call_of, cookies, security::page_policy, state::Server};

/// What stands on a page is read at the page's own address beneath this one.
pub const READ: &str = "/read";

/// A page, as it is.
pub async fn page(State(server): State<Server>, request: Request) -> Response {
    let call = match call_of(&server, request.headers(), request.extensions()).await {
        Ok(call) => call,
        Err(response) => return response,
    };
    let notice = cookies::read(request.headers(), cookies::NOTICE).and_then(Notice::from_name);
    let secure = server.is_secure();
    let mut response = draw(&server, call, request.uri(), request.headers(), notice, None).await;
    if notice.is_some() {
        cookies::remove(response.headers_mut(), cookies::NOTICE, secure);
    }
    response
}

/// The page again, with the form on it that was refused, and with the status of the problem.
pub async fn page_again(server: Server, call: Arc<Call>, headers: HeaderMap, uri: Uri, refused: Refused) -> Response {
    let status = StatusCode::from_u16(refused.problem.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    let mut response = draw(&server, call, &uri, &headers, None, Some(refused)).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// What stands on a page, for a browser that draws it itself.
pub async fn read(State(server): State<Server>, request: Request) -> Response {
    let call = match call_of(&server, request.headers(), request.extensions()).await {
        Ok(call) => call,
        Err(response) => return response,
    };
    let address = request.uri().path_and_query().map(|address| address.as_str()).unwrap_or_default();
    let found = found_at(address.strip_prefix(READ).unwrap_or_default());
    let read = read_at(&server, call, &found).await;
    // Browsers complain in the console of every status but success; our own script reads the refusal itself.
    let status = if request.headers().contains_key(BUILD) { StatusCode::OK } else { status_of(&read) };
    (status, [(header::CONTENT_TYPE, "application/json")], read.matter).into_response()
}

async fn draw(
    server: &Server,
    call: Arc<Call>,
    uri: &Uri,
    headers: &HeaderMap,
    notice: Option<Notice>,
    refused: Option<Refused>,
) -> Response {
    let viewer = viewer(&call, headers);
    let found = found_at(uri.path_and_query().map(|address| address.as_str()).unwrap_or_default());
    let read = read_at(server, call, &found).await;
    if read.refusal == Some(Refusal::Problem(Problem::NotSignedIn)) {
        return Redirect::to(&door_for(&found.address.whole())).into_response();
    }
    let Ok(nonce) = Secret::token() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let nonce = nonce.expose();
    let landing = Landing { viewer, notice, refused, build: server.site.build.clone() };
    let visit = Visit { address: found.address, drawing: Arc::clone(&read.drawing), number: 0 };
    let document = document::write(&server.site, landing, visit, found.group, &read, nonce);
    (status_of(&read), [(header::CONTENT_SECURITY_POLICY, page_policy(nonce))], Html(document)).into_response()
}

fn found_at(address: &str) -> Found {
    let address = Address::parse(address);
    find(&address).unwrap_or_else(|| missing_at(address))
}

async fn read_at(server: &Server, call: Arc<Call>, found: &Found) -> Read {
    found.read(Asked { backend: Arc::clone(&server.backend), call }).await
}

fn status_of(read: &Read) -> StatusCode {
    match &read.refusal {
        Some(Refusal::Problem(problem)) => {
            StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }
        Some(Refusal::NoContact) => StatusCode::SERVICE_UNAVAILABLE,
        None => StatusCode::OK,
    }
}

fn viewer(call: &Call, headers: &HeaderMap) -> Viewer {
    let me = call.me.as_ref().map(|me| Me {
        id: me.id,
        name: me.name.as_str().to_owned(),
        initials: me.name.initials(),
        office: me.office,
        picture: me.picture.as_ref().map(|hash| format!("/files/{hash}")),
    });
    let theme = cookies::read(headers, cookies::THEME).map(|name| name.replace('-', " "));
    Viewer {
        me,
        language: call.language,
        theme: call.me.as_ref().map(|me| me.theme).or_else(|| Theme::from_name(&theme?)).unwrap_or_default(),
    }
}

/// The language of one who is not signed in: as chosen here, or as the browser prefers.
pub fn language_of(headers: &HeaderMap) -> Language {
    let chosen = cookies::read(headers, cookies::LANGUAGE).and_then(Language::from_tag);
    let accepted = || Language::accepted(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
    chosen.or_else(accepted).unwrap_or_default()
}

/// What the address of the page tells a form that stands on it.
pub fn fields_at(uri: &Uri) -> Fields {
    let pairs = |query| serde_urlencoded::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
    let next = uri.query().and_then(|query| pairs(query).into_iter().find(|(name, _)| name == "next"));
    Fields {
        path: uri.path().to_owned(),
        query: uri.query().map(|query| format!("?{query}")).unwrap_or_default(),
        next: next.map(|(_, value)| value),
        ..Fields::default()
    }
}
