//! What is written is read again, and says the same.

use serde::de::DeserializeSeed as _;
use serde_json::{Value, json};

use super::*;
use crate::votes::{
    count::{Terms, Ties},
    method::{Method, Variant},
    rules::{Abstentions, Basis, Quorum, Threshold},
};

fn head() -> Head {
    Head {
        method: Method::Score,
        rule: Some(Variant::Median),
        options: ["A", "B"].map(|name| Listed { name: name.to_owned(), cost: None }).into(),
        seats: Some(1),
        budget: None,
        scale: Some(Graded::Grades(["dåligt", "bra"].map(Into::into).into())),
        dots: None,
        blocking: None,
        criteria: Vec::new(),
        levels: Vec::new(),
        per: vec![Basis::Heads, Basis::Organisations],
        parts: 2,
        entitled: Entitled { heads: Some(9), organisations: None },
        quorum: Some(Quorum::Number(3)),
        threshold: None,
        abstentions: Abstentions::Counted,
        ties: Ties::Seed("2026".to_owned()),
    }
}

fn paper(mark: &str, count: u64, organisations: u64) -> Paper {
    let marks = Some(Marks(vec![("A".to_owned(), Given::Word(mark.to_owned()))]));
    Paper { count, weight: 2, organisations, marks, ..Paper::default() }
}

fn read(text: &str) -> Vote {
    let mut reading = Reading::default();
    reading.deserialize(&mut serde_json::Deserializer::from_str(text)).expect("a vote");
    reading.end().expect("a whole vote")
}

fn written(head: &Head, hands: &[Paper], ballots: &[Paper]) -> String {
    let [head, hands, ballots] = [json!(head), json!(hands), json!(ballots)];
    format!("{{\"format\":\"{FORMAT}\",\"vote\":{head},\"hands\":{hands},\"ballots\":{ballots}}}")
}

#[test]
fn what_is_written_is_read_again() {
    let vote = read(&written(&head(), &[paper("bra", 3, 0)], &[paper("dåligt", 1, 1), paper("bra", 1, 2)]));
    assert_eq!((&vote.head, vote.hands), (&head(), 6));
    let terms = Terms { method: Method::Score, variant: vote.head.rule, seats: None, ties: vote.head.ties.clone() };
    let outcome = vote.count(&terms).expect("it fits");
    assert_eq!(outcome.count.ballots.valid, 10);
    assert_eq!(outcome.beside.expect("by organisations").count.ballots.valid, 3);
    assert!(outcome.decision.expect("a quorum is asked for").decision.parts[0].has_quorum);
}

#[test]
fn what_is_left_out_has_its_plain_meaning() {
    let text = r#"{"format":"radslag-vote-1","vote":{"method":"irv","options":[{"name":"A"}]},"ballots":[{}]}"#;
    let vote = read(text);
    assert_eq!((&vote.head.per[..], vote.head.ties, vote.head.threshold), (&[Basis::Heads][..], Ties::Order, None));
}

#[test]
fn every_threshold_and_quorum_has_its_name() {
    let names = [Threshold::Simple, Threshold::OfAllEntitled, Threshold::TwoThirds, Threshold::Consensus];
    let names: Vec<Value> = names.iter().map(|threshold| json!(threshold)).collect();
    assert_eq!(names, ["simple", "of-all-entitled", "two-thirds", "consensus"]);
    assert_eq!(json!(Quorum::AtLeast { part: 1, of: 2 }), json!({"at-least": {"part": 1, "of": 2}}));
    assert_eq!(json!(Ties::Chair(vec!["A".into()])), json!({"chair": ["A"]}));
}
