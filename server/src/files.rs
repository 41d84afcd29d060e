//! Gives out uploaded files, by the hash of what is in them.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

/// Until the store of files has landed, there are none.
pub async fn file() -> Response {
    StatusCode::NOT_FOUND.into_response()
}
