//! Every route there is, and what each request passes on its way.

use std::time::Duration;

use app::{App, asked::Asked};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::StatusCode,
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::get,
};
use leptos::prelude::provide_context;
use leptos_axum::{generate_route_list, handle_server_fns_with_context};
use tower_http::{
    catch_panic::CatchPanicLayer,
    timeout::TimeoutLayer,
    trace::{DefaultOnResponse, TraceLayer},
};
use tracing::Level;

use crate::{
    assets::{self, Assets},
    caller::call_of,
    files,
    forms::form,
    health,
    pages::page,
    security,
    state::Server,
};

/// A picture of two megabytes and what a form wraps round it.
const LARGEST_BODY: usize = 3 * 1024 * 1024;
/// Nothing a page waits for takes as long as this.
const PATIENCE: Duration = Duration::from_secs(30);
/// Routes that are neither pages nor server functions nor assets.
pub const OTHERS: [&str; 3] = ["/files/{hash}", "/healthz", "/readyz"];

pub fn router(server: Server, assets: Assets) -> Router {
    let mut router = Router::new();
    for path in page_paths() {
        router = router.route(&path, get(page).post(form));
    }
    let [file, alive, ready] = OTHERS;
    let router = router
        .route("/read/{*name}", get(read))
        .route(file, get(files::file))
        .route(alive, get(health::alive))
        .route(ready, get(health::ready))
        .fallback(page);
    #[cfg(feature = "test-clock")]
    let router = router.route("/test/clock", axum::routing::post(crate::test_clock::set));
    let router = router.layer(from_fn_with_state(server.clone(), security::same_origin));
    router
        .merge(assets::router(assets))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(server.clone(), security::add_headers))
        .layer(TraceLayer::new_for_http().make_span_with(span).on_response(DefaultOnResponse::new().level(Level::INFO)))
        .with_state(server)
}

/// The pages, from the app's own list of routes.
pub fn page_paths() -> Vec<String> {
    let mut paths: Vec<String> = generate_route_list(App).iter().map(|route| route.path().to_owned()).collect();
    paths.sort();
    paths.dedup();
    paths
}

/// Method and path; not the query, which may hold what somebody searched for, nor the secrets at the end of links.
fn span<B>(request: &axum::http::Request<B>) -> tracing::Span {
    let path = request.uri().path();
    let links = ["/invitations/", "/set-up/", "/password/new/"];
    let path = links.into_iter().find(|link| path.starts_with(link)).unwrap_or(path);
    tracing::info_span!("request", method = %request.method(), path)
}

/// A server function that reads.
async fn read(State(server): State<Server>, request: Request) -> Response {
    let call = match call_of(&server, request.headers(), request.extensions()).await {
        Ok(call) => call,
        Err(response) => return response,
    };
    let asked = Asked { backend: server.backend.clone(), call };
    handle_server_fns_with_context(move || provide_context(asked.clone()), request).await.into_response()
}
