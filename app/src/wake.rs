//! Wakes the page that the server has drawn.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    address::Address,
    app,
    document::{LANDING, MATTER},
    going::current_address,
    here::Visit,
    pages::{find, missing_at},
    parts::lost::tell_above,
};

/// A page whose group could not be fetched stays as it was drawn: it works without scripts, and says so.
pub fn wake() {
    spawn_local(async {
        let address = Address::parse(&current_address());
        let found = find(&address).unwrap_or_else(|| missing_at(address));
        let landing = serde_json::from_str(&beside(LANDING));
        let opened = (found.group.open)().await;
        let drawer = opened.ok().and_then(|drawers| drawers.get(found.index).copied());
        let (Ok(landing), Some(draw)) = (landing, drawer) else { return tell_above() };
        let matter = beside(MATTER);
        let visit = Visit { address: found.address, drawing: Arc::new(move || draw(&matter)), number: 0 };
        leptos::mount::hydrate_body(move || app::draw(landing, visit));
    });
}

/// What the server has put beside the page under this name.
fn beside(id: &str) -> String {
    document().get_element_by_id(id).and_then(|element| element.text_content()).unwrap_or_default()
}
