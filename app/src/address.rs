//! An address of this program, taken apart: its path, what its query asks for, and what stands in the page's pattern.

/// Where a page is, without the server's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    pub path: String,
    /// With its question mark, or empty.
    pub query: String,
    /// With its number sign, or empty.
    pub place: String,
    /// What stands for `{name}` in the page's pattern.
    parts: Vec<(&'static str, String)>,
}

impl Address {
    /// Takes `/people?search=ann#list` apart.
    pub fn parse(text: &str) -> Self {
        let (rest, place) = cut(text, '#');
        let (path, query) = cut(rest, '?');
        Self { path: path.to_owned(), query: query.to_owned(), place: place.to_owned(), parts: Vec::new() }
    }

    /// The same address on a page of this pattern (`/people/{id}`), if it fits.
    pub fn on(&self, pattern: &'static str) -> Option<Self> {
        let (mut wanted, mut given) = (pattern.split('/'), self.path.split('/'));
        let mut parts = Vec::new();
        loop {
            match (wanted.next(), given.next()) {
                (None, None) => return Some(Self { parts, ..self.clone() }),
                (Some(wanted), Some(given)) => match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                    Some(name) if !given.is_empty() => parts.push((name, decoded(given))),
                    None if wanted == given => {}
                    _ => return None,
                },
                _ => return None,
            }
        }
    }

    /// What stands for `{name}`.
    pub fn part(&self, name: &str) -> &str {
        self.parts.iter().find(|(part, _)| *part == name).map_or("", |(_, value)| value)
    }

    /// What the query says of `name`; nothing when it says nothing, or says it emptily.
    pub fn asks(&self, name: &str) -> Option<String> {
        let pairs = self.query.strip_prefix('?')?.split('&');
        let mut values = pairs.filter_map(|pair| pair.split_once('=')).filter(|(key, _)| decoded(key) == name);
        values.next().map(|(_, value)| decoded(value)).filter(|value| !value.is_empty())
    }

    /// Path and query: what the server is asked for.
    pub fn whole(&self) -> String {
        format!("{}{}", self.path, self.query)
    }
}

/// The text before the sign, and the rest with it.
fn cut(text: &str, sign: char) -> (&str, &str) {
    text.split_at(text.find(sign).unwrap_or(text.len()))
}

/// The text as a value in an address.
pub fn in_query(text: &str) -> String {
    let mut value = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => value.push(char::from(byte)),
            _ => {
                value.push('%');
                value.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
            }
        }
    }
    value
}

/// The text of a value in an address.
fn decoded(value: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16)?.try_into().ok());
    let bytes = value.as_bytes();
    let mut text = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped: Option<(u8, u8)> = digit(bytes.get(at + 1)).zip(digit(bytes.get(at + 2)));
        match (byte, escaped) {
            (b'%', Some((high, low))) => {
                text.push(high << 4 | low);
                at += 2;
            }
            (b'+', _) => text.push(b' '),
            _ => text.push(*byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&text).into_owned()
}

/// The door for one who is not signed in, and back to `address` afterwards.
pub fn door_for(address: &str) -> String {
    if address == "/" { "/sign-in".to_owned() } else { format!("/sign-in?next={}", in_query(address)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let address = Address::parse("/people?search=anna+%C3%B6&after=#list");
        assert_eq!((address.path.as_str(), address.place.as_str()), ("/people", "#list"));
        assert_eq!(address.asks("search").as_deref(), Some("anna ö"));
        assert_eq!(address.asks("after"), None);
        assert_eq!(address.asks("earch"), None);
        assert_eq!(address.whole(), "/people?search=anna+%C3%B6&after=");
    }

    #[test]
    fn a_pattern_fits_whole_parts_only() {
        let fits = |path: &str, pattern| Address::parse(path).on(pattern).map(|address| address.part("id").to_owned());
        assert_eq!(fits("/people/7", "/people/{id}").as_deref(), Some("7"));
        assert_eq!(fits("/people/%C3%A5", "/people/{id}").as_deref(), Some("å"));
        assert_eq!(fits("/people/", "/people/{id}"), None);
        assert_eq!(fits("/people/7/8", "/people/{id}"), None);
        assert_eq!(fits("/people", "/people/{id}"), None);
        assert_eq!(fits("/", "/").as_deref(), Some(""));
    }

    #[test]
    fn what_was_put_into_an_address_is_found_in_it() {
        for text in ["Åsa & Öst", "100 % +1", "a=b?c#d", "👩🏽‍🌾", "%zz", ""] {
            let address = Address::parse(&format!("/people?other=1&search={}", in_query(text)));
            assert_eq!(address.asks("search").unwrap_or_default(), text);
        }
        assert_eq!(Address::parse("/x?a=%zz%4").asks("a").as_deref(), Some("%zz%4"));
    }

    #[test]
    fn the_door_leads_back() {
        assert_eq!(door_for("/"), "/sign-in");
        assert_eq!(door_for("/people?search=ö"), "/sign-in?next=/people%3Fsearch%3D%C3%B6");
    }
}
