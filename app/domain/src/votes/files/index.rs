//! Finds an option by what a ballot calls it, many million times.

use std::collections::HashMap;

use crate::votes::{ballots::Choice, fingerprint::ByFingerprint, name::Name};

/// Before the table is asked, one drawer is opened; with few options most of them lie in one of their own.
const DRAWERS: usize = 256;

#[derive(Debug)]
pub struct Index {
    choices: HashMap<Name, Choice, ByFingerprint>,
    drawers: Vec<Option<(Name, Choice)>>,
}

impl Default for Index {
    fn default() -> Self {
        Self { choices: HashMap::default(), drawers: vec![None; DRAWERS] }
    }
}

impl Index {
    pub fn find(&self, name: &str) -> Option<Choice> {
        match &self.drawers[drawer(name)] {
            Some((known, choice)) if known.as_str() == name => Some(*choice),
            _ => self.choices.get(name).copied(),
        }
    }

    /// Whether it is the first of this name; a second one is not taken.
    pub fn add(&mut self, name: Name, choice: Choice) -> bool {
        if self.choices.contains_key(&name) {
            return false;
        }
        self.drawers[drawer(name.as_str())] = Some((name.clone(), choice));
        self.choices.insert(name, choice);
        true
    }

    pub fn remove(&mut self, name: &str) {
        self.choices.remove(name);
        self.drawers[drawer(name)] = None;
    }
}

/// Names differ most in their first and last letters, and in their lengths.
fn drawer(name: &str) -> usize {
    let letter = |at: Option<&u8>| usize::from(at.copied().unwrap_or(0));
    let bytes = name.as_bytes();
    (letter(bytes.first()) * 31 + letter(bytes.get(1)) * 5 + letter(bytes.last()) + bytes.len() * 3) % DRAWERS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_finds_what_a_table_would(names in prop::collection::vec("[ab]{1,9}", 0..60), gone in "[ab]{1,2}") {
            let (mut index, mut plainly) = (Index::default(), HashMap::<&str, Choice>::new());
            for (name, choice) in names.iter().zip(0..) {
                let is_new = !plainly.contains_key(&name[..]);
                prop_assert_eq!(index.add(Name::from(&name[..]), choice), is_new);
                plainly.entry(name).or_insert(choice);
            }
            index.remove(&gone);
            plainly.remove(&gone[..]);
            for name in names.iter().chain([&gone]) {
                prop_assert_eq!(index.find(name), plainly.get(&name[..]).copied());
            }
        }
    }
}
