//! Which browser a sign-in was made with, as far as its owner needs it to recognise the sign-in in a list.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum System {
    Android,
    ChromeOs,
    Ios,
    Linux,
    MacOs,
    Windows,
    #[default]
    Unknown,
}

impl System {
    /// What stands in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Android => "android",
            Self::ChromeOs => "chrome_os",
            Self::Ios => "ios",
            Self::Linux => "linux",
            Self::MacOs => "mac_os",
            Self::Windows => "windows",
            Self::Unknown => "unknown",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        SYSTEMS.iter().map(|(_, system)| *system).find(|system| system.name() == name)
    }
}

/// The name of the browser is the same in every language; none when it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Browser {
    pub name: Option<String>,
    pub system: System,
}

/// In this order: most browsers also name those that they descend from.
const NAMES: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

const SYSTEMS: [(&str, System); 7] = [
    ("Android", System::Android),
    ("CrOS", System::ChromeOs),
    ("iPhone", System::Ios),
    ("iPad", System::Ios),
    ("Windows", System::Windows),
    ("Mac OS X", System::MacOs),
    ("Linux", System::Linux),
];

impl Browser {
    /// From the header `User-Agent`.
    pub fn of(user_agent: &str) -> Self {
        let name = NAMES.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| (*name).to_owned());
        let system = SYSTEMS.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, system)| *system);
        Self { name, system: system.unwrap_or_default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_browsers_are_told_apart() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
        for (user_agent, name, system) in [
            (format!("{windows} Chrome/130.0.0.0 Safari/537.36"), Some("Chrome"), System::Windows),
            (format!("{windows} Chrome/130.0.0.0 Safari/537.36 Edg/130.0"), Some("Edge"), System::Windows),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0".into(),
                Some("Firefox"),
                System::Linux,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1".into(),
                Some("Safari"),
                System::Ios,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari".into(),
                Some("Chrome"),
                System::Android,
            ),
            ("curl/8.5.0".into(), None, System::Unknown),
        ] {
            assert_eq!(Browser::of(&user_agent), Browser { name: name.map(Into::into), system }, "{user_agent}");
        }
    }
}
