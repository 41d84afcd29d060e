//! Writes the document: its head with the names of the browser bundle's files, and the page.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use domain::language::Theme;
use leptos::prelude::*;
use serde::Deserialize;

use super::{LANDING, MATTER};
use crate::{
    app,
    here::Visit,
    page::{Group, Read},
    viewer::Landing,
};

/// The names of the browser bundle's files, as `xtask` wrote them into `site.json`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Bundle {
    /// Names the build; it changes with every change of any file.
    pub build: String,
    pub script: String,
    pub wasm: String,
    /// Fetches the chunks of lazy groups; absent in an unsplit bundle.
    pub loader: Option<String>,
    pub style: String,
    /// The chunks each lazy group needs.
    #[serde(default)]
    pub groups: HashMap<String, Vec<String>>,
}

/// The page's title, which the page's heading sets.
#[derive(Clone, Default)]
pub struct HeadTitle(pub Arc<Mutex<String>>);

/// The whole document. Its one script that runs carries the answer's `nonce`.
pub fn write(bundle: &Bundle, landing: Landing, visit: Visit, group: &Group, read: &Read, nonce: &str) -> String {
    let viewer = landing.viewer.clone();
    let beside = [(LANDING, serde_json::to_string(&landing).unwrap_or_default()), (MATTER, read.matter.clone())];
    let title = HeadTitle::default();
    let body = Owner::new().with(|| {
        provide_context(title.clone());
        app::draw(landing, visit).to_html()
    });
    let title = title.0.lock().map(|title| escaped(&title)).unwrap_or_default();

    let theme = Some(viewer.theme).filter(|theme| *theme != Theme::Device);
    let theme = theme.map(|theme| format!(" data-theme=\"{}\"", theme.name())).unwrap_or_default();
    let Bundle { script, wasm, style, .. } = bundle;
    let modules = [Some(script), bundle.loader.as_ref()].into_iter().flatten();
    let modules = modules.map(|name| {
        format!("<link rel=\"modulepreload\" href=\"/pkg/{name}\" crossorigin=\"anonymous\" nonce=\"{nonce}\">")
    });
    let chunks = [wasm].into_iter().chain(bundle.groups.get(group.name).into_iter().flatten());
    let chunks = chunks.map(|name| {
        format!(
            "<link rel=\"preload\" href=\"/pkg/{name}\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"anonymous\">"
        )
    });
    let start =
        format!("import('/pkg/{script}').then(m=>m.default({{module_or_path:'/pkg/{wasm}'}}).then(()=>m.wake()))");
    let beside = beside.map(|(id, json)| {
        // `<` could end the element; in JSON it stands in strings only, where it may be written so.
        format!("<script type=\"application/json\" id=\"{id}\">{}</script>", json.replace('<', "\\u003c"))
    });
    format!(
        "<!DOCTYPE html>\
        <html lang=\"{language}\"{theme} data-partnership=\"ostra-mellansverige\">\
        <head>\
        <meta charset=\"utf-8\">\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
        <meta name=\"color-scheme\" content=\"light dark\">\
        <title>{title}</title>\
        <link rel=\"icon\" href=\"/mark.svg\" type=\"image/svg+xml\">\
        <link rel=\"stylesheet\" href=\"/pkg/{style}\">\
        {modules}{chunks}{beside}\
        <script type=\"module\" nonce=\"{nonce}\">{start}</script>\
        </head>\
        <body>{body}</body>\
        </html>",
        language = viewer.language.tag(),
        modules = modules.collect::<String>(),
        chunks = chunks.collect::<String>(),
        beside = beside.concat(),
    )
}

/// The text where HTML is expected.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_title_cannot_end_itself() {
        assert_eq!(escaped("</title><script>"), "&lt;/title&gt;&lt;script&gt;");
        assert_eq!(escaped("Mat & dryck"), "Mat &amp; dryck");
    }
}
