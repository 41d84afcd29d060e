//! The elections with known answers in `tests/data/elections`, round by round.

use std::{fs, path::PathBuf};

use serde_json::Value;

use crate::votes::{
    count::{Count, Terms, Ties, count},
    files::{Format, Reader},
    method::Method,
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/elections")
}

fn counted(file: &str, method: Method) -> Count {
    let (_, ending) = file.rsplit_once('.').expect("a file has an ending");
    let mut reader = Reader::new(Format::from_ending(ending).expect("a format"), method);
    reader.feed(&fs::read(folder().join(file)).expect("the file is there")).expect(file);
    let election = reader.end().expect(file);
    count(&election, &Terms { method, variant: None, seats: None, ties: Ties::Order }).expect(file)
}

#[test]
fn every_election_is_counted_as_its_source_counts_it() {
    let cases: Value = serde_json::from_slice(&fs::read(folder().join("cases.json")).expect("cases")).expect("JSON");
    let cases = cases["cases"].as_array().expect("a list");
    assert_eq!(cases.len(), 47);
    for case in cases {
        let text = |key: &str| case[key].as_str().expect("a text");
        let method = Method::from_name(text("method")).expect("a method");
        let found = serde_json::to_value(counted(text("file"), method)).expect("JSON");
        let expected = fs::read(folder().join(text("expected"))).expect("an answer");
        let expected: Value = serde_json::from_slice(&expected).expect("JSON");
        assert!(agrees("", &expected, &found), "{}:\n{expected:#}\n{found:#}", text("expected"));
    }
}

/// A key that the expected answer lacks is not prescribed. Some lists are sets; options without votes may be left out.
fn agrees(key: &str, expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().all(|(key, expected)| agrees(key, expected, found.get(key).unwrap_or(&Value::Null)))
        }
        (Value::Array(expected), Value::Array(found)) => {
            let is_set = expected.iter().all(Value::is_string) && key != "options";
            let mut pair = (expected.clone(), found.clone());
            if is_set {
                pair.0.sort_by_key(ToString::to_string);
                pair.1.sort_by_key(ToString::to_string);
            }
            pair.0.len() == pair.1.len() && pair.0.iter().zip(&pair.1).all(|(one, other)| agrees("", one, other))
        }
        (Value::String(expected), found) => {
            let found = found.as_str().unwrap_or("0");
            expected == found || (number(expected).is_some() && number(expected) == number(found))
        }
        (expected, found) => expected == found,
    }
}

/// Digits before and after the point, without noughts at the end.
fn number(text: &str) -> Option<String> {
    let is_number = text.starts_with(|first: char| first.is_ascii_digit());
    let trimmed = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    is_number.then(|| trimmed.to_owned())
}
