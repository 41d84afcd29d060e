//! A browser without scripts: it keeps cookies, says where it comes from and follows where it is sent.

use std::{cell::RefCell, collections::BTreeMap, net::IpAddr, time::Duration};

use http_body_util::{BodyExt as _, Full};
use hyper::{
    HeaderMap, Method, Request,
    body::Bytes,
    header::{HeaderName, HeaderValue},
};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

use crate::{answer::Answer, page::Page};

/// Longer than any request may take, shorter than anybody's patience with a hanging test.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Browser {
    client: Client<HttpConnector, Full<Bytes>>,
    base: String,
    language: &'static str,
    cookies: RefCell<BTreeMap<String, Cookie>>,
}

/// A cookie as it was set, with its attributes as they were written.
#[derive(Clone, Debug)]
pub struct Cookie {
    pub value: String,
    pub attributes: String,
}

/// One request, before it is sent.
pub struct Call {
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Call {
    pub fn new(method: Method, path: &str) -> Self {
        Self { method, path: path.to_owned(), headers: HeaderMap::new(), body: Vec::new() }
    }

    pub fn get(path: &str) -> Self {
        Self::new(Method::GET, path)
    }

    /// A form's fields, sent as browsers send them.
    pub fn post(path: &str, fields: &[(&str, &str)]) -> Self {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Self::new(Method::POST, path).with_body("application/x-www-form-urlencoded", body.into_bytes())
    }

    pub fn with_body(mut self, kind: &str, body: Vec<u8>) -> Self {
        self.body = body;
        self.with("content-type", kind)
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("a header's name");
        self.headers.insert(name, HeaderValue::from_str(value).expect("a header's value"));
        self
    }

    /// Asks for an answer that scripts can read.
    pub fn for_scripts(self) -> Self {
        self.with("accept", "application/json")
    }
}

impl Browser {
    pub fn new(base: &str) -> Self {
        Self::from_address(base, None)
    }

    /// A browser that sits behind another address of this machine, such as 127.0.0.2.
    pub fn from_address(base: &str, address: Option<IpAddr>) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_local_address(address);
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Self { client, base: base.to_owned(), language: "en", cookies: RefCell::default() }
    }

    /// What this browser says its person reads; English unless told otherwise.
    pub fn reading(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    pub fn base(&self) -> &str {
        &self.base
    }

    pub fn cookie(&self, name: &str) -> Option<Cookie> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Puts a cookie in by hand, as one who stole or forged it would.
    pub fn take_cookie(&self, name: &str, value: &str) {
        let cookie = Cookie { value: value.to_owned(), attributes: String::new() };
        self.cookies.borrow_mut().insert(name.to_owned(), cookie);
    }

    /// Opens a page, and follows wherever it leads.
    pub async fn open(&self, path: &str) -> Page<'_> {
        self.go(Call::get(path)).await
    }

    /// Sends a call, and follows wherever it leads.
    pub async fn go(&self, call: Call) -> Page<'_> {
        let mut path = call.path.clone();
        let mut answer = self.send(call).await;
        for _ in 0..10 {
            let Some(next) = answer.goes_to() else { return Page::new(self, path, answer) };
            path = next.strip_prefix(&self.base).unwrap_or(next).to_owned();
            assert!(path.starts_with('/'), "sent away from the program: {path}");
            answer = self.send(Call::get(&path)).await;
        }
        panic!("sent round and round, at last to {path}");
    }

    /// Sends a call and keeps the cookies of its answer; follows nothing.
    pub async fn send(&self, call: Call) -> Answer {
        let what = format!("{} {}", call.method, call.path);
        let sent = tokio::time::timeout(PATIENCE, async {
            let answer = self.client.request(self.dress(call)).await.map_err(|error| format!("{error:?}"))?;
            let (head, body) = answer.into_parts();
            let body = body.collect().await.map_err(|error| format!("{error:?}"))?.to_bytes().to_vec();
            Ok::<_, String>(Answer { status: head.status.as_u16(), headers: head.headers, body })
        });
        let answer = match sent.await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => panic!("{what}: {error}"),
            Err(_) => panic!("{what}: no answer for {} s", PATIENCE.as_secs()),
        };
        self.keep_cookies(&answer.headers);
        answer
    }

    /// Adds what a browser adds by itself, unless the call says it otherwise.
    fn dress(&self, call: Call) -> Request<Full<Bytes>> {
        let mut headers = HeaderMap::new();
        let own = |headers: &mut HeaderMap, name: &'static str, value: &str| {
            headers.insert(name, HeaderValue::from_str(value).expect("a header's value"));
        };
        own(&mut headers, "accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        own(&mut headers, "accept-language", self.language);
        own(&mut headers, "sec-fetch-site", "same-origin");
        if call.method != Method::GET {
            own(&mut headers, "origin", &self.base);
        }
        let cookies = self.cookies.borrow();
        if !cookies.is_empty() {
            let pairs: Vec<String> = cookies.iter().map(|(name, cookie)| format!("{name}={}", cookie.value)).collect();
            own(&mut headers, "cookie", &pairs.join("; "));
        }
        for (name, value) in &call.headers {
            if value.is_empty() {
                headers.remove(name);
            } else {
                headers.insert(name, value.clone());
            }
        }
        let mut request = Request::builder().method(call.method).uri(format!("{}{}", self.base, call.path));
        *request.headers_mut().expect("the address is one") = headers;
        request.body(Full::new(Bytes::from(call.body))).expect("a request")
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for header in headers.get_all("set-cookie") {
            let text = header.to_str().expect("cookies are ASCII");
            let (pair, attributes) = text.split_once(';').unwrap_or((text, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name and a value");
            let mut cookies = self.cookies.borrow_mut();
            if value.is_empty() || attributes.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                let cookie = Cookie { value: value.to_owned(), attributes: attributes.trim().to_owned() };
                cookies.insert(name.to_owned(), cookie);
            }
        }
    }
}
