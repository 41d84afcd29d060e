//! Draws pages: finds out who is calling, and lets the app speak to them.

use std::sync::Arc;

use app::{
    asked::Asked,
    forms::Fields,
    shell::shell,
    viewer::{Landing, Me, Viewer},
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::Response,
};
use backend::accounts::Call;
use domain::{
    forms::{Notice, Refused},
    language::{Language, Theme},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;

use crate::{caller::call_of, cookies, security::page_policy, state::Server};

/// A page, as it is.
pub async fn page(State(server): State<Server>, request: Request) -> Response {
    let call = match call_of(&server, request.headers(), request.extensions()).await {
        Ok(call) => call,
        Err(response) => return response,
    };
    let notice = cookies::read(request.headers(), cookies::NOTICE).and_then(Notice::from_name);
    let secure = server.is_secure();
    let mut response = draw(server, call, request, notice, None).await;
    if notice.is_some() {
        cookies::remove(response.headers_mut(), cookies::NOTICE, secure);
    }
    response
}

/// The page again, with the form on it that was refused, and with the status of the problem.
pub async fn page_again(server: Server, call: Arc<Call>, headers: HeaderMap, uri: Uri, refused: Refused) -> Response {
    let status = StatusCode::from_u16(refused.problem.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    let mut request = Request::new(Body::empty());
    *request.method_mut() = Method::GET;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    let mut response = draw(server, call, request, None, Some(refused)).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

async fn draw(
    server: Server,
    call: Arc<Call>,
    request: Request,
    notice: Option<Notice>,
    refused: Option<Refused>,
) -> Response {
    let landing =
        Landing { viewer: viewer(&call, request.headers()), notice, refused, build: server.site.build.clone() };
    let asked = Asked { backend: server.backend.clone(), call };
    let site = server.site.clone();
    let beside = move || {
        provide_context(landing.clone());
        provide_context(asked.clone());
        if let (Some(options), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce())
            && let Ok(policy) = HeaderValue::from_str(&page_policy(&nonce.to_string()))
        {
            options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
    };
    // Whole: of a stream leptos sends the head as soon as the page's resource is there, at times before the page with
    // its title is drawn; and what comes out of order needs a script to find its place.
    leptos_axum::render_app_async_stream_with_context(beside, move || shell(&site))(request).await
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
