//! The two languages on screen, and the themes one may choose.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Swedish,
    English,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// The tag of BCP 47, as in `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| tag.split('-').next() == Some(language.tag()))
    }

    /// The first of an `Accept-Language` header's languages that is one of ours; weights are in order in practice.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|part| Self::from_tag(part.split(';').next().unwrap_or("").trim()))
    }
}

/// Light and dark follow the device unless one is chosen; high contrast may join any of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    Device,
    Light,
    Dark,
    Contrast,
    ContrastDark,
}

impl Theme {
    pub const ALL: [Self; 5] = [Self::Device, Self::Light, Self::Dark, Self::Contrast, Self::ContrastDark];

    /// What stands in `data-theme`, in forms and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast light",
            Self::ContrastDark => "contrast dark",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_of_ours_is_taken() {
        assert_eq!(Language::accepted("de-DE, en;q=0.8, sv;q=0.5"), Some(Language::English));
        assert_eq!(Language::accepted("sv-FI,en"), Some(Language::Swedish));
        assert_eq!(Language::accepted("fr"), None);
        assert_eq!(Language::accepted(""), None);
    }

    #[test]
    fn themes_are_named_and_found_again() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
        assert_eq!(Theme::from_name("neon"), None);
    }
}
