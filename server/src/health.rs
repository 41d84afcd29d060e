//! Whether the process lives, and whether it can do its work.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::state::Server;

/// The process answers.
pub async fn alive() -> &'static str {
    "ok"
}

/// The database answers too.
pub async fn ready(State(server): State<Server>) -> Response {
    match server.backend.store.durability().await {
        Ok(_) => "ready".into_response(),
        Err(failure) => {
            tracing::error!(error = %failure, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response()
        }
    }
}
