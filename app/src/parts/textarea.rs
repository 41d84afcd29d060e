//! The only `<textarea>` of the house: leptos writes its children unescaped on the server.

use leptos::prelude::*;

/// The opening `\n` is eaten by the browser's parser, so that text beginning with a line break keeps it.
#[component]
pub fn Textarea(id: String, name: &'static str, value: String, rows: u32, described_by: String) -> impl IntoView {
    #[cfg(feature = "ssr")]
    let value = format!("\n{}", crate::document::escaped(&value));
    view! { <textarea id=id name=name rows=rows aria-describedby=described_by>{value}</textarea> }
}
