//! Votes in the product's own form, each method once, with the rules that were said beforehand.

use std::process::Output;

use serde_json::{Value, json};

use super::{complaint, object, said, tally_text};

fn count(vote: &Value, arguments: &[&str]) -> Output {
    // As text, because ballots have to come last.
    let key = |key: &str| vote.get(key).map(|value| format!(",\"{key}\":{value}")).unwrap_or_default();
    let text = format!("{{\"format\":\"radslag-vote-1\"{}{}{}}}", key("vote"), key("hands"), key("ballots"));
    tally_text("vote.json", text.as_bytes(), arguments)
}

fn options(names: &[&str]) -> Value {
    names.iter().map(|name| json!({"name": name})).collect()
}

#[test]
fn a_motion_needs_its_quorum_and_its_majority_by_both_bases() {
    let vote = |ties: Value, for_organisation: u64| {
        json!({
            "vote": {
                "method": "plurality", "options": options(&["Ja", "Nej"]), "per": ["heads", "organisations"], "parts": 2,
                "entitled": {"heads": 12, "organisations": 3}, "quorum": {"more-than": {"part": 1, "of": 2}},
                "threshold": "simple", "abstentions": "left-out", "ties": ties,
            },
            "hands": [{"count": 2, "ranking": [["Ja"]]}, {"ranking": []}],
            "ballots": [
                {"ranking": [["Ja"]], "organisations": for_organisation},
                {"ranking": [["Ja"]], "organisations": 1, "weight": 2},
                {"ranking": [["Nej"]], "organisations": 1},
                {"ranking": [["Nej"]], "count": 2, "organisations": 1},
            ],
        })
    };
    // By heads 2 hands + 1 + 2 to 3, by organisations 2 + 1 half votes to 3.
    let even = object(&count(&vote(json!("order"), 2), &["--json"]));
    assert_eq!((&even["winners"], &even["hands"]), (&json!(["Ja"]), &json!(3)));
    assert_eq!(even["rounds"][0]["tally"], json!({"Ja": "5", "Nej": "3"}));
    assert_eq!(even["beside"]["rounds"][0]["tally"], json!({"Ja": "3", "Nej": "3"}));
    let [heads, organisations] = [&even["decision"]["parts"][0], &even["decision"]["parts"][1]];
    assert_eq!(
        (&heads["in_favour"], &heads["abstaining"], &heads["has_quorum"]),
        (&json!("5"), &json!("1"), &json!(true))
    );
    assert_eq!((&organisations["in_favour"], &organisations["against"]), (&json!("1.5"), &json!("1.5")));
    assert_eq!(even["decision"]["carried"], false);
    // The casting vote speaks where organisations are even.
    let casting = object(&count(&vote(json!({"chair": ["Ja", "Nej"]}), 2), &["--json"]));
    assert_eq!((&casting["decision"]["option"], &casting["decision"]["carried"]), (&json!("Ja"), &json!(true)));
    let text = said(&count(&vote(json!("order"), 2), &[]));
    assert!(text.starts_with("winner: Ja\n") && text.contains("Ja is not carried."), "{text}");
    assert!(text.contains("By heads: the quorum of more than 1/2 of those who may vote is reached."), "{text}");
}

#[test]
fn every_method_is_counted_from_its_export() {
    let table = [
        (
            json!({"method": "approval", "options": options(&["A", "B"])}),
            json!([{"approved": ["A", "B"]}, {"approved": ["B"]}, {}]),
            json!({"winners": ["B"], "ballots": {"valid": 2, "blank": 1, "invalid": 0}}),
        ),
        (
            json!({"method": "score", "options": options(&["A", "B"]), "scale": {"numbers": {"least": -2, "most": 2}}}),
            json!([{"marks": {"A": 2, "B": -1}}, {"marks": {"B": 2}}, {"marks": {"A": 3}}]),
            json!({"winners": ["A"], "rule": "sum", "ballots": {"valid": 2, "blank": 0, "invalid": 1}}),
        ),
        (
            json!({
                "method": "score", "rule": "median", "options": options(&["A", "B"]),
                "scale": {"grades": ["dåligt", "okej", "bra"]},
            }),
            json!([{"marks": {"A": "bra", "B": "okej"}, "count": 2}, {"marks": {"A": "dåligt", "B": "bra"}}]),
            json!({"winners": ["A"], "rule": "median"}),
        ),
        (
            json!({"method": "dots", "options": options(&["A", "B"]), "dots": {"budget": 5, "limit": 3}}),
            json!([{"marks": {"A": 3, "B": 2}}, {"marks": {"A": 4}}, {"marks": {"A": 3, "B": 3}}, {"marks": {}}]),
            json!({
                "winners": ["A"], "rounds": [{"tally": {"A": "3", "B": "2"}}],
                "ballots": {"valid": 1, "blank": 1, "invalid": 2},
            }),
        ),
        (
            json!({"method": "schulze", "options": options(&["A", "B", "C"])}),
            json!([{"ranking": [["A"], ["B", "C"]], "count": 3}, {"ranking": [["C"]], "count": 2}]),
            json!({"ranking": [["A"], ["C"], ["B"]]}),
        ),
        (
            json!({"method": "scottish-stv", "options": options(&["A", "B", "C"]), "seats": 2}),
            json!([{"ranking": [["A"], ["B"]], "count": 6}, {"ranking": [["C"]], "count": 2}]),
            json!({"winners": ["A", "B"], "quota": "3.00000"}),
        ),
        (
            json!({
                "method": "equal-shares", "budget": "10",
                "options": [{"name": "A", "cost": "6.50"}, {"name": "B", "cost": "4"}, {"name": "C", "cost": "4"}],
            }),
            json!([{"approved": ["A"], "count": 2}, {"approved": ["B", "C"]}]),
            // A share of 3 1/3 buys A; raised by one, B as well, and that is all that fits.
            json!({"winners": ["A"], "seats": null}),
        ),
        (
            json!({
                "method": "consent", "options": options(&["A", "B"]), "blocking": 1,
                "scale": {"grades": ["blockerar", "kan leva med det", "stödjer"]},
            }),
            json!([{"marks": {"A": "stödjer", "B": "kan leva med det"}, "count": 9}, {"marks": {"A": "blockerar"}}]),
            json!({"winners": ["B"], "ranking": [["B"], ["A"]], "rounds": [{"excluded": ["A"]}]}),
        ),
        (
            json!({
                "method": "matrix", "options": options(&["A", "B", "C"]), "scale": {"numbers": {"least": 1, "most": 5}},
                "criteria": [{"name": "nytta", "weight": 3}, {"name": "kostnad", "weight": 1}, {"name": "lagligt"}],
                "levels": [{"name": "hög", "at_least": 4}, {"name": "låg", "at_least": 1}],
            }),
            json!([
                {"marks": {
                    "A": {"nytta": 5, "kostnad": 2, "lagligt": "met"}, "B": {"nytta": 3, "kostnad": 4, "lagligt": "unclear"},
                    "C": {"nytta": 5, "kostnad": 5, "lagligt": "unmet"},
                }},
                {"marks": {"A": {"nytta": 4}}},
            ]),
            json!({
                "winners": ["A"], "ranking": [["A"], ["B"]],
                "rounds": [{"tally": {"A": "3.875", "B": "3.25", "C": "5"}, "excluded": ["C"]}],
            }),
        ),
        (
            json!({"method": "estimate", "options": options(&["timmar"])}),
            json!([{"marks": {"timmar": "2.5"}}, {"marks": {"timmar": 4}}, {"marks": {"timmar": 9}}, {}]),
            json!({"winners": [], "rounds": [{"tally": {"timmar": "4"}}], "ballots": {"valid": 3, "blank": 1, "invalid": 0}}),
        ),
    ];
    for (vote, ballots, expected) in table {
        let found = object(&count(&json!({"vote": vote, "ballots": ballots}), &["--json"]));
        holds(&expected, &found, &found);
    }
}

/// All that is expected stands in what was found.
fn holds(expected: &Value, found: &Value, whole: &Value) {
    match (expected, found) {
        (Value::Object(keys), _) => keys.iter().for_each(|(key, expected)| holds(expected, &found[key], whole)),
        (Value::Array(parts), Value::Array(found)) if parts.iter().any(Value::is_object) => {
            parts.iter().zip(found).for_each(|(expected, found)| holds(expected, found, whole));
        }
        _ => assert_eq!(expected, found, "{whole:#}"),
    }
}

#[test]
fn an_estimate_is_told_with_its_quartiles() {
    let vote = json!({"method": "estimate", "options": options(&["timmar"])});
    let ballots =
        json!([{"marks": {"timmar": 1}}, {"marks": {"timmar": 2}}, {"marks": {"timmar": 3}}, {"marks": {"timmar": 8}}]);
    let text = said(&count(&json!({"vote": vote, "ballots": ballots}), &[]));
    assert!(text.starts_with("estimate: timmar 2.5\n"), "{text}");
    assert!(text.contains("half of them lie from 1.5 to 5.5, all of them from 1 to 8"), "{text}");
}

#[test]
fn a_broken_export_is_refused() {
    let motion = |more: Value| {
        let mut vote = json!({"method": "plurality", "options": options(&["Ja", "Nej"])});
        vote.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        vote
    };
    let ja = json!([{"ranking": [["Ja"]]}]);
    for (vote, ballots, expected) in [
        (motion(json!({"threshold": "of-all-entitled"})), ja.clone(), "\"entitled\" is missing"),
        (motion(json!({"threshold": "consensus"})), ja.clone(), "\"threshold\" does not fit"),
        (motion(json!({"method": "irv", "threshold": "simple"})), ja.clone(), "\"threshold\" does not fit"),
        (motion(json!({"method": "dots"})), ja.clone(), "\"dots\" is missing"),
        (motion(json!({"budget": "5"})), ja.clone(), "\"budget\" does not fit"),
        (motion(json!({"seats": 0})), ja.clone(), "\"seats\" does not fit"),
        (motion(json!({"per": []})), ja.clone(), "\"per\" does not fit"),
        (motion(json!({"ties": {"chair": ["Kanske"]}})), ja.clone(), "\"ties\" does not fit"),
        (motion(json!({"secrecy": "open"})), ja.clone(), "unknown field"),
        (motion(json!({"options": options(&["Ja", "Ja"])})), ja.clone(), "\"Ja\" stands here twice"),
        (motion(json!({"options": []})), json!([]), "names no option"),
        (motion(json!({})), json!([{"ranking": [["Kanske"]]}]), "there is no \"Kanske\""),
        (motion(json!({})), json!([{"ranking": [["Ja"], ["Ja"]]}]), "\"Ja\" stands here twice"),
        (motion(json!({})), json!([{"approved": ["Ja"]}]), "\"approved\" does not fit"),
        (motion(json!({})), json!([{"ranking": [["Ja"]], "count": -1}]), "invalid value"),
        (motion(json!({})), json!([{"ranking": [["Ja"]], "count": u64::MAX, "weight": 2}]), "more ballots than"),
        (motion(json!({})), json!([{"ranking": [["Ja"]], "voter": 7}]), "unknown field"),
        (
            json!({"method": "score", "options": options(&["A"]), "scale": {"numbers": {"least": 0, "most": 5}}}),
            json!([{"marks": {"A": 2.5}}]),
            "floating point",
        ),
    ] {
        let complaint = complaint(&count(&json!({"vote": vote, "ballots": ballots}), &["--json"]));
        assert!(complaint.contains(expected) && complaint.contains("column"), "{expected}: {complaint}");
    }
    let refused = |text: &str| complaint(&tally_text("vote.json", text.as_bytes(), &[]));
    for (text, expected) in [
        ("", "EOF"),
        ("{}", "the list of ballots is missing"),
        ("{\"vote\":{}}", "\"format\" is missing"),
        ("{\"format\":\"radslag-vote-2\"}", "\"format\" does not fit"),
        ("{\"format\":\"radslag-vote-1\",\"ballots\":[]}", "the list of ballots is expected"),
    ] {
        let complaint = refused(text);
        assert!(complaint.contains(expected) && complaint.contains("line 1"), "{expected}: {complaint}");
    }
    let whole = count(&json!({"vote": motion(json!({})), "ballots": ja}), &["--method", "irv"]);
    assert!(complaint(&whole).contains("by plurality"));
}
