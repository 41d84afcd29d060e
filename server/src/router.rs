//! Every route there is, and what each request passes on its way.

use std::time::Duration;

use app::pages::patterns;
use axum::{Router, extract::DefaultBodyLimit, http::StatusCode, middleware::from_fn_with_state, routing::get};
use tower_http::{
    catch_panic::CatchPanicLayer,
    timeout::TimeoutLayer,
    trace::{DefaultOnResponse, TraceLayer},
};
use tracing::Level;

use crate::{
    assets::{self, Assets},
    files,
    forms::form,
    health,
    pages::{READ, page, read},
    security,
    state::Server,
};

/// A picture of two megabytes and what a form wraps round it.
const LARGEST_BODY: usize = 3 * 1024 * 1024;
/// Nothing a page waits for takes as long as this.
const PATIENCE: Duration = Duration::from_secs(30);
/// Routes that are neither pages nor assets.
pub const OTHERS: [&str; 3] = ["/files/{hash}", "/healthz", "/readyz"];

pub fn router(server: Server, assets: Assets) -> Router {
    let mut router = Router::new();
    for pattern in patterns() {
        router = router.route(pattern, get(page).post(form)).route(&format!("{READ}{pattern}"), get(read));
    }
    let [file, alive, ready] = OTHERS;
    let router = router
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

/// Method and path; not the query, which may hold what somebody searched for, nor the secrets at the end of links.
fn span<B>(request: &axum::http::Request<B>) -> tracing::Span {
    let path = request.uri().path();
    let links = ["/invitations/", "/set-up/", "/password/new/"];
    let path = links.into_iter().find(|link| path.starts_with(link)).unwrap_or(path);
    tracing::info_span!("request", method = %request.method(), path)
}
