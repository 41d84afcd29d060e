//! Feeds the readers of votes with anything: they refuse it or read it, alike in any chunks, and what they read is counted.
#![no_main]

use domain::votes::{
    count::{Terms, Ties, count},
    election::{Cast, Election, Frame},
    export::Reading,
    files::{Format, Reader},
    method::Method,
};
use libfuzzer_sys::fuzz_target;
use serde::de::DeserializeSeed as _;

/// Up to so many options every method is quick.
const FEW: usize = 8;

fuzz_target!(|data: &[u8]| {
    let [format, method, size, content @ ..] = data else { return };
    let method = Method::ALL[usize::from(*method) % Method::ALL.len()];
    match Format::ALL.get(usize::from(*format) % (Format::ALL.len() + 1)) {
        Some(format) => file(*format, method, usize::from(*size) + 1, content),
        None => export(content),
    }
});

fn file(format: Format, method: Method, size: usize, content: &[u8]) {
    let read = |size: usize| {
        let mut reader = Reader::new(format, method);
        content.chunks(size).try_for_each(|chunk| reader.feed(chunk))?;
        reader.end()
    };
    match (read(content.len().max(1)), read(size)) {
        (Ok(whole), Ok(parts)) => {
            assert_eq!((&whole.options, total(&whole)), (&parts.options, total(&parts)));
            let terms = Terms { method, variant: None, seats: None, ties: Ties::Order };
            if whole.options.len() <= FEW && is_quick(&whole) {
                if let Ok(count) = count(&whole, &terms) {
                    let papers = count.ballots;
                    assert_eq!(papers.valid + papers.blank + papers.invalid, total(&whole));
                }
            }
        }
        (Err(whole), Err(parts)) => assert_eq!(whole, parts),
        (whole, parts) => panic!("chunks matter: {whole:?} {parts:?}"),
    }
}

fn export(content: &[u8]) {
    let mut reading = Reading::default();
    let mut json = serde_json::Deserializer::from_slice(content);
    if reading.deserialize(&mut json).and_then(|()| json.end()).is_ok() {
        if let Ok(vote) = reading.end() {
            let head = &vote.head;
            let terms = Terms { method: head.method, variant: head.rule, seats: head.seats, ties: head.ties.clone() };
            if head.options.len() <= FEW && vote.elections.iter().all(|(_, election)| is_quick(election)) {
                let _ = vote.count(&terms);
            }
        }
    }
}

/// Raising shares one by one takes as long as the budget is large.
fn is_quick(election: &Election) -> bool {
    !matches!(&election.frame, Frame::Budget(budget) if budget.total > 100_000 || budget.costs.iter().any(|cost| *cost > 100_000))
}

fn total(election: &Election) -> u64 {
    match &election.ballots {
        Cast::Ranked(ballots) => ballots.total(),
        Cast::Approved(ballots) => ballots.total(),
        Cast::Marked(ballots) => ballots.total(),
    }
}
