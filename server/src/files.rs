//! Gives out uploaded files, by the hash of what is in them.

use axum::{
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    permissions::{Act, Object},
    problem::{Problem, What},
};

use crate::{caller::call_of, state::Server};

pub async fn file(State(server): State<Server>, Path(hash): Path<String>, request: Request) -> Response {
    StatusCode::NOT_IMPLEMENTED.into_response()
}
