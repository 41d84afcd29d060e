//! What every route has at hand.

use std::sync::Arc;

use app::document::Bundle;
use axum::http::{HeaderMap, header};
use backend::Backend;

#[derive(Clone)]
pub struct Server {
    pub backend: Arc<Backend>,
    pub site: Arc<Bundle>,
    /// The address people use, if it was configured.
    configured_url: Option<Arc<str>>,
    /// How many proxies of our own stand before the server and add to `X-Forwarded-For`.
    pub proxies: usize,
}

impl Server {
    pub fn new(backend: Arc<Backend>, site: Bundle, configured_url: Option<&str>, proxies: usize) -> Self {
        Self { backend, site: Arc::new(site), configured_url: configured_url.map(Into::into), proxies }
    }

    /// The only origin that may change anything. Without a configured address it is the one that was asked for.
    pub fn origin(&self, headers: &HeaderMap) -> String {
        match &self.configured_url {
            Some(url) => url.to_string(),
            None => {
                let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
                format!("http://{host}")
            }
        }
    }

    /// Whether people reach it by https only.
    pub fn is_secure(&self) -> bool {
        self.configured_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }
}
