//! The HTML document round the app, and the files of the browser bundle it calls for.

use std::{collections::HashMap, sync::Arc};

use domain::language::Theme;
use leptos::{WasmSplitManifest, nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;
use serde::Deserialize;

use crate::{App, viewer::Landing};

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

impl Bundle {
    /// Lets leptos write preload links for the groups that a page uses.
    fn provide_groups(&self) {
        let Some(loader) = &self.loader else { return };
        let stems = |files: &Vec<String>| files.iter().map(|file| file.trim_end_matches(".wasm").to_owned()).collect();
        let groups = self.groups.iter().map(|(group, files)| (group.clone(), stems(files))).collect();
        provide_context(WasmSplitManifest(ArcStoredValue::new(("/pkg".to_owned(), groups, loader.clone()))));
    }
}

/// The document. Its one inline script carries the response's nonce.
pub fn shell(bundle: &Arc<Bundle>) -> impl IntoView + use<> {
    bundle.provide_groups();
    let viewer = use_context::<Landing>().unwrap_or_default().viewer;
    let theme = (viewer.theme != Theme::Device).then(|| viewer.theme.name());
    let nonce = use_nonce();
    let (script, wasm) = (format!("/pkg/{}", bundle.script), format!("/pkg/{}", bundle.wasm));
    let loader = bundle.loader.as_ref().map(|loader| format!("/pkg/{loader}"));
    let start = format!("import({script:?}).then(m=>m.default({{module_or_path:{wasm:?}}}).then(()=>m.hydrate()))");
    view! {
        <!DOCTYPE html>
        <html lang=viewer.language.tag() data-theme=theme data-partnership="ostra-mellansverige">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href="/mark.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href=format!("/pkg/{}", bundle.style)/>
                <link rel="modulepreload" href=script crossorigin="anonymous" nonce=nonce.clone()/>
                {loader.map(|loader| view! { <link rel="modulepreload" href=loader crossorigin="anonymous" nonce=nonce.clone()/> })}
                <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
                <MetaTags/>
                <script type="module" nonce=nonce>{start}</script>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
