//! The browser bundle's door.

use wasm_bindgen::prelude::wasm_bindgen;

/// Wakes the page that the server has drawn.
#[wasm_bindgen]
pub fn wake() {
    console_error_panic_hook::set_once();
    app::wake();
}
