//! A count as one JSON object, each step of its trace with its sentence.

use domain::votes::{count::Step, export::Outcome};
use serde_json::Value;
use words::votes::VoteWords;

pub fn of(outcome: &Outcome, words: &VoteWords) -> Value {
    let mut object = serde_json::to_value(outcome).unwrap_or_default();
    add_text(&mut object["trace"], &outcome.count.trace, words);
    if let Some(beside) = &outcome.beside {
        add_text(&mut object["beside"]["trace"], &beside.count.trace, words);
    }
    object
}

fn add_text(trace: &mut Value, steps: &[Step], words: &VoteWords) {
    for (object, step) in trace.as_array_mut().into_iter().flatten().zip(steps) {
        object["text"] = words.step(step).into();
    }
}
