//! What the program answered to one request, unfollowed and unread.

use hyper::HeaderMap;
use serde_json::Value;

#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The one value of a header; empty when it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("headers are ASCII"))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("the body is UTF-8")
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("no JSON ({error}): {}", self.text()))
    }

    /// Where it sends the browser, if it does.
    pub fn goes_to(&self) -> Option<&str> {
        matches!(self.status, 301 | 302 | 303 | 307 | 308).then(|| self.header("location"))
    }

    /// The problem's kind in an answer of JSON, as in `invalid` or `too_many`.
    pub fn problem(&self) -> Option<String> {
        name_of(&self.json()["problem"])
    }

    /// Why this field was refused, in an answer of JSON.
    pub fn reason_at(&self, field: &str) -> Option<String> {
        let json = self.json();
        let faults = json["problem"]["invalid"]["faults"].as_array()?;
        let fault = faults.iter().find(|fault| fault["field"] == field)?;
        name_of(&fault["reason"])
    }
}

/// A problem or a reason is written either as its bare name, or as its name with what belongs to it.
fn name_of(value: &Value) -> Option<String> {
    value.as_str().or_else(|| value.as_object()?.keys().next().map(String::as_str)).map(str::to_owned)
}
