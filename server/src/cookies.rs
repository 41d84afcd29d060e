//! The cookies: read from a request, and set with the flags that each must have.

use axum::http::{HeaderMap, HeaderValue, header};
use domain::moment::Span;

/// Opaque; the database holds only its hash.
pub const SESSION: &str = "radslag_session";
/// Binds a code, or a sign-in of which one step is done, to the browser that asked.
pub const ATTEMPT: &str = "radslag_attempt";
pub const LANGUAGE: &str = "radslag_language";
pub const THEME: &str = "radslag_theme";
/// What the next page says once.
pub const NOTICE: &str = "radslag_notice";

/// The value of a cookie, if it was sent.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// A cookie that lives for `span`; for the browser's session without one.
pub fn set(headers: &mut HeaderMap, name: &str, value: &str, span: Option<Span>, secure: bool) {
    let age = span.map(|span| format!("; Max-Age={}", span.whole_seconds())).unwrap_or_default();
    let secure = if secure { "; Secure" } else { "" };
    // Values are names and tokens of our own making; anything else is dropped here rather than sent broken.
    if let Ok(line) = HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}")) {
        headers.append(header::SET_COOKIE, line);
    }
}

pub fn remove(headers: &mut HeaderMap, name: &str, secure: bool) {
    set(headers, name, "", Some(Span::default()), secure);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_and_only_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; radslag_session_old=x; radslag_session=t0ken"));
        assert_eq!(read(&headers, SESSION), Some("t0ken"));
        assert_eq!(read(&headers, NOTICE), None);
    }

    #[test]
    fn cookies_are_out_of_reach_for_scripts_and_other_sites() {
        let mut headers = HeaderMap::new();
        set(&mut headers, SESSION, "abc", Some(Span::days(1)), true);
        remove(&mut headers, ATTEMPT, false);
        let lines: Vec<_> = headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok()).collect();
        assert_eq!(
            lines,
            [
                "radslag_session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400; Secure",
                "radslag_attempt=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
            ]
        );
    }
}
