//! Serves the browser bundle: immutable files under `/pkg/`, public ones such as the icon at the root.
//!
//! All names are listed once, at the start. A request is looked up in that list and never becomes a path.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// Where `cargo xtask bundle` puts the site, as seen from the root of the repository.
const BUILT_HERE: &str = "target/site";
/// What names the files of the bundle.
const NAMES: &str = "site.json";
/// A year: under `/pkg/` another content has another name.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

#[cfg(feature = "embedded")]
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
#[cfg(not(feature = "embedded"))]
const EMBEDDED: &[(&str, &[u8])] = &[];

/// The files of a site, by their path in it.
pub struct Assets {
    files: BTreeMap<String, Content>,
}

enum Content {
    Embedded(&'static [u8]),
    OnDisk(PathBuf),
}

impl Assets {
    /// Takes the files from the folder named, else from those the program carries, else from where they are built.
    pub fn open(folder: Option<&Path>) -> io::Result<Self> {
        match folder {
            None if !EMBEDDED.is_empty() => {
                let carried = EMBEDDED.iter().map(|(name, content)| ((*name).to_owned(), Content::Embedded(content)));
                Ok(Self { files: carried.collect() })
            }
            folder => Self::on_disk(folder.unwrap_or(Path::new(BUILT_HERE))),
        }
    }

    fn on_disk(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        for (place, prefix) in [(folder.to_owned(), ""), (folder.join("pkg"), "pkg/")] {
            let entries = fs::read_dir(&place)
                .map_err(|fault| io::Error::new(fault.kind(), format!("the site {}: {fault}", place.display())))?;
            for entry in entries {
                let entry = entry?;
                if entry.file_type()?.is_file()
                    && let Ok(name) = entry.file_name().into_string()
                {
                    files.insert(format!("{prefix}{name}"), Content::OnDisk(entry.path()));
                }
            }
        }
        Ok(Self { files })
    }

    /// The text of `site.json`, which names the files of the bundle.
    pub fn names(&self) -> io::Result<Cow<'static, [u8]>> {
        match self.files.get(NAMES) {
            Some(Content::Embedded(content)) => Ok(Cow::Borrowed(content)),
            Some(Content::OnDisk(path)) => Ok(Cow::Owned(fs::read(path)?)),
            None => Err(io::Error::new(io::ErrorKind::NotFound, "the site has no site.json: cargo xtask bundle")),
        }
    }

    /// The names of the public files: those beside `pkg/` that are neither compressed twins nor the list of names.
    fn public(&self) -> impl Iterator<Item = &str> {
        let names = self.files.keys().map(String::as_str);
        names.filter(|name| !name.contains('/') && *name != NAMES && !name.ends_with(".br"))
    }

    async fn answer(&self, name: &str, headers: &HeaderMap, keep: HeaderValue) -> Response {
        let Some(plain) = self.files.get(name) else { return StatusCode::NOT_FOUND.into_response() };
        let twin = self.files.get(&format!("{name}.br"));
        let compressed = twin.filter(|_| takes_brotli(headers));
        let content = match compressed.unwrap_or(plain) {
            Content::Embedded(content) => Cow::Borrowed(*content),
            Content::OnDisk(path) => match tokio::fs::read(path).await {
                Ok(content) => Cow::Owned(content),
                // The bundle was built anew under the running server.
                Err(_) => return StatusCode::NOT_FOUND.into_response(),
            },
        };
        let mut response = content.into_response();
        let answer = response.headers_mut();
        answer.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
        answer.insert(CACHE_CONTROL, keep);
        if twin.is_some() {
            answer.insert(VARY, HeaderValue::from_static("accept-encoding"));
        }
        if compressed.is_some() {
            answer.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        response
    }
}

/// The routes of all assets.
pub fn router<S: Clone + Send + Sync + 'static>(assets: Assets) -> Router<S> {
    let assets = Arc::new(assets);
    let mut router = Router::new().route("/pkg/{file}", get(immutable));
    for name in assets.public().map(str::to_owned) {
        let route = format!("/{name}");
        let public = async move |State(assets): State<Arc<Assets>>, headers: HeaderMap| {
            assets.answer(&name, &headers, FOR_AN_HOUR).await
        };
        router = router.route(&route, get(public));
    }
    router.with_state(assets)
}

async fn immutable(
    State(assets): State<Arc<Assets>>,
    UrlPath(file): UrlPath<String>,
    headers: HeaderMap,
) -> impl IntoResponse {
    assets.answer(&format!("pkg/{file}"), &headers, FOR_EVER).await
}

/// Whether the browser takes brotli: `br` is named, and not with the weight zero.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let named = parts.next() == Some("br");
        let weight = parts.find_map(|part| part.strip_prefix("q=")).and_then(|weight| weight.parse::<f32>().ok());
        named && weight.is_none_or(|weight| weight > 0.0)
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json" | "webmanifest") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt;

    use super::*;

    fn assets() -> Assets {
        let files: [(&str, &'static [u8]); 5] = [
            ("pkg/app.js", b"plain"),
            ("pkg/app.js.br", b"small"),
            ("pkg/font.woff2", b"font"),
            ("mark.svg", b"<svg/>"),
            ("site.json", b"{}"),
        ];
        let files = files.map(|(name, content)| (name.to_owned(), Content::Embedded(content)));
        Assets { files: BTreeMap::from(files) }
    }

    async fn ask(path: &str, encodings: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
        let request = Request::get(path).header(ACCEPT_ENCODING, encodings).body(Body::empty()).unwrap();
        let response = router::<()>(assets()).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        (parts.status, parts.headers, to_bytes(body, 1000).await.unwrap().to_vec())
    }

    #[tokio::test]
    async fn a_browser_that_takes_brotli_gets_the_twin() {
        let (status, headers, body) = ask("/pkg/app.js", "gzip, br;q=0.9").await;
        assert_eq!((status, body.as_slice()), (StatusCode::OK, &b"small"[..]));
        assert_eq!(headers[CONTENT_ENCODING], "br");
        assert_eq!(headers[CONTENT_TYPE], "text/javascript; charset=utf-8");
        assert_eq!(headers[CACHE_CONTROL], FOR_EVER);
    }

    #[tokio::test]
    async fn another_gets_the_plain_file_and_caches_are_told_apart() {
        for encodings in ["gzip", "br;q=0", ""] {
            let (_, headers, body) = ask("/pkg/app.js", encodings).await;
            assert_eq!(body, b"plain");
            assert_eq!(headers[VARY], "accept-encoding");
            assert!(!headers.contains_key(CONTENT_ENCODING));
        }
    }

    #[tokio::test]
    async fn public_files_may_change() {
        let (_, headers, body) = ask("/mark.svg", "br").await;
        assert_eq!((headers[CACHE_CONTROL].clone(), body.as_slice()), (FOR_AN_HOUR, &b"<svg/>"[..]));
    }

    #[tokio::test]
    async fn nothing_but_the_listed_names_is_found() {
        for path in ["/pkg/..%2fsite.json", "/pkg/%2e%2e%2f%2e%2e%2fCargo.toml", "/pkg/", "/pkg/other.js", "/site.json"]
        {
            assert_eq!(ask(path, "br").await.0, StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn a_site_that_was_never_built_says_so() {
        let fault = Assets::open(Some(Path::new("/nowhere"))).err().unwrap();
        assert!(fault.to_string().contains("/nowhere"), "{fault}");
    }
}
