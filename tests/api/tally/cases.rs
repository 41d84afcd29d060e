//! Elections with known answers, round by round, and what the first line says of them.

use std::fs;

use serde_json::{Value, json};

use super::{elections, object, said, tally, tally_text};

fn read(name: &str) -> Value {
    serde_json::from_slice(&fs::read(elections().join(name)).expect(name)).expect("JSON")
}

#[test]
fn every_election_is_counted_as_its_source_counts_it() {
    let cases = read("cases.json");
    let cases = cases["cases"].as_array().expect("a list");
    assert_eq!(cases.len(), 47);
    for case in cases {
        let text = |key: &str| case[key].as_str().expect("a text");
        let found = object(&tally(&elections().join(text("file")), &["--method", text("method"), "--json"]));
        let expected = read(text("expected"));
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
            let (mut expected, mut found) = (expected.clone(), found.clone());
            if expected.iter().all(Value::is_string) && key != "options" {
                expected.sort_by_key(ToString::to_string);
                found.sort_by_key(ToString::to_string);
            }
            expected.len() == found.len() && expected.iter().zip(&found).all(|(one, other)| agrees("", one, other))
        }
        (Value::String(expected), found) => {
            let found = found.as_str().unwrap_or("0");
            expected == found || (number(expected).is_some() && number(expected) == number(found))
        }
        (expected, found) => expected == found,
    }
}

/// A number without noughts at the end of its decimals.
fn number(text: &str) -> Option<&str> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_number.then(|| if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text })
}

#[test]
fn a_count_that_differs_does_not_agree() {
    let expected = json!({"winners": ["A", "B"], "rounds": [{"tally": {"A": "4.50", "B": "0"}}]});
    for (found, same) in [
        (json!({"winners": ["B", "A"], "rounds": [{"tally": {"A": "4.5"}}], "seats": 2}), true),
        (json!({"winners": ["A"], "rounds": [{"tally": {"A": "4.5"}}]}), false),
        (json!({"winners": ["A", "B"], "rounds": [{"tally": {"A": "4.51"}}]}), false),
        (json!({"winners": ["A", "B"], "rounds": []}), false),
        (json!({"winners": ["A", "B"]}), false),
    ] {
        assert_eq!(agrees("", &expected, &found), same, "{found}");
    }
}

#[test]
fn the_first_line_says_who_won() {
    for (file, method, first) in [
        ("tennessee.abif", "irv", "winner: Knoxville"),
        ("castor-pollux.blt", "scottish-stv", "elected: Castor, Helen"),
        ("tie-two.abif", "plurality", "tie: A, B"),
        ("no-ballots.pb", "equal-shares", "elected:"),
    ] {
        let said = said(&tally(&elections().join(file), &["--method", method]));
        assert_eq!(said.lines().next(), Some(first), "{said}");
    }
}

#[test]
fn rounds_and_trace_are_told_in_both_languages() {
    let file = elections().join("castor-pollux.blt");
    let english = said(&tally(&file, &["--method", "scottish-stv"]));
    assert!(english.contains("4 ballots worth 0.25000 each go from Castor to Pollux: 1.00000."), "{english}");
    let swedish = said(&tally(&file, &["--method", "scottish-stv", "--language", "sv"]));
    assert!(swedish.contains("valda: Castor, Helen") && swedish.contains("Omgång 3"), "{swedish}");
    let object = object(&tally(&file, &["--method", "scottish-stv", "--json"]));
    let trace = object["trace"].as_array().expect("a trace");
    assert!(trace.iter().all(|step| step["event"].is_string() && step["text"].is_string()), "{trace:#?}");
}

#[test]
fn whoever_counts_says_how_ties_are_decided() {
    let file = elections().join("voting-matters-12.blt");
    let count = |lot: &str| object(&tally(&file, &["--method", "meek-stv", "--lot", lot, "--json"]));
    assert_eq!(count("order")["winners"], json!(["A", "B", "Y"]));
    assert_eq!(count("seed:2026"), count("seed:2026"));
    let open = count("open");
    assert_eq!((&open["winners"], &open["tied"]), (&json!(["A", "B"]), &json!(["X", "Y", "Z"])));
    for lot in ["order", "seed:2026", "open"] {
        let ties: Vec<Value> = count(lot)["trace"].as_array().expect("a trace").clone();
        assert!(ties.iter().any(|step| step["event"] == "tie"), "every use of a lot stands in the trace");
    }
}

#[test]
fn seats_and_variants_are_chosen_on_the_command_line() {
    let file = elections().join("tennessee-scores.abif");
    let best = |arguments: &[&str]| object(&tally(&file, &[arguments, &["--json"]].concat()));
    let two = best(&["--method", "plurality", "--seats", "2"]);
    assert_eq!((&two["winners"], &two["seats"]), (&json!(["Memphis", "Nashville"]), &json!(2)));
    // The 50th score from below is 200 for Memphis, 240 for Nashville and Knoxville, 290 for Chattanooga.
    let median = best(&["--method", "score", "--rule", "median"]);
    assert_eq!((&median["winners"], &median["rule"]), (&json!(["Chattanooga"]), &json!("median")));
    assert_eq!(best(&["--method", "score"])["rule"], "sum");
}

#[test]
fn dots_and_a_median_are_counted_from_scores() {
    let dots = object(&tally_text("a.abif", b"2:A/3,B/2\n1:B/5\n1:\n", &["--method", "dots", "--json"]));
    assert_eq!(dots["rounds"][0]["tally"], json!({"A": "6", "B": "9"}));
    assert_eq!(dots["ballots"], json!({"valid": 3, "blank": 1, "invalid": 0}));
}
