//! Gives out files, by the hash of what is in them, to those who may see them where they are used.

use app::asked::problem_of;
use axum::{
    extract::{Path, Request, State},
    http::{HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::files;
use domain::problem::{Problem, What};

use crate::{caller::call_of, state::Server};

/// The content of an address never changes, but who may see it does.
const KEEP: &str = "private, max-age=3600";

pub async fn file(State(server): State<Server>, Path(hash): Path<String>, request: Request) -> Response {
    let call = match call_of(&server, request.headers(), request.extensions()).await {
        Ok(call) => call,
        Err(response) => return response,
    };
    let Ok(hash) = hash.parse() else { return refuse(&Problem::not_found(What::File)) };
    match files::read(&server.backend, &call.caller, hash).await {
        Ok(file) => {
            let name = format!("inline; filename=\"{}.{}\"", file.hash, file.kind.extension());
            let headers: [(HeaderName, &str); 3] = [
                (header::CONTENT_TYPE, file.kind.media_type()),
                (header::CONTENT_DISPOSITION, &name),
                (header::CACHE_CONTROL, KEEP),
            ];
            (headers, file.bytes).into_response()
        }
        Err(failure) => refuse(&problem_of(failure)),
    }
}

fn refuse(problem: &Problem) -> Response {
    StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::NOT_FOUND).into_response()
}
