//! Lets tests set the server's time. Built only with the feature `test-clock`, which no release has.

use axum::{Json, extract::State};
use domain::moment::Moment;
use serde::Deserialize;

use crate::state::Server;

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    AdvanceMs(i64),
    NowMs(i64),
}

pub async fn set(State(server): State<Server>, Json(setting): Json<Setting>) -> String {
    match setting {
        Setting::AdvanceMs(milliseconds) => server.backend.clock.advance(milliseconds),
        Setting::NowMs(now) => server.backend.clock.set(Moment(now)),
    }
    server.backend.clock.now().0.to_string()
}
