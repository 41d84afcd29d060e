//! One ballot in the product's own form, or several that are alike.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, Visitor},
};

/// It says one of `ranking`, `approved` and `marks`, as its method wants it; with nothing in it, it is blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// So many ballots are like this one.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: u64,
    /// What each of them weighs by heads.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u64,
    /// What each of them weighs by organisations, in parts of an organisation's vote.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub organisations: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranking: Option<Vec<Vec<String>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: Option<Marks>,
}

const fn one() -> u64 {
    1
}

const fn is_one(number: &u64) -> bool {
    *number == 1
}

const fn is_nought(number: &u64) -> bool {
    *number == 0
}

/// What is given to each option, in the order of the file; a name that stands there twice is kept twice, to be refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(pub Vec<(String, Given)>);

/// A mark: a whole number, a word or a decimal in quotes, or an answer to each criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    Number(i64),
    Word(String),
    Answers(Marks),
}

impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, given)| (name, given)))
    }
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Word(word) => serializer.serialize_str(word),
            Self::Answers(answers) => answers.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Marks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(GivenVisitor).and_then(|given| match given {
            Given::Answers(marks) => Ok(marks),
            Given::Number(_) | Given::Word(_) => Err(de::Error::custom("a mark for each option is missing")),
        })
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(GivenVisitor)
    }
}

struct GivenVisitor;

impl<'de> Visitor<'de> for GivenVisitor {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, a text, or answers by name")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Given, E> {
        Ok(Given::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Given, E> {
        i64::try_from(number).map(Given::Number).map_err(|_| de::Error::custom("the number is too large"))
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Given, E> {
        Ok(Given::Word(word.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Given, A::Error> {
        let mut marks = Vec::new();
        while let Some(entry) = map.next_entry()? {
            marks.push(entry);
        }
        Ok(Given::Answers(Marks(marks)))
    }
}
