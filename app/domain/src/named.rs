//! Closed lists whose members have a name that forms, addresses, tables and the record share.

/// Defines a closed list of names that travel as text; its members compare in the order in which they stand.
macro_rules! names {
    ($(#[$doc:meta])* $list:ident { $($(#[$note:meta])* $name:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list {
            $($(#[$note])* $name),*
        }

        impl serde::Serialize for $list {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        // What serde derives is several times as much code for the browser to load.
        impl<'de> serde::Deserialize<'de> for $list {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                Self::from_name(&name).ok_or_else(|| serde::de::Error::custom("an unknown name"))
            }
        }

        impl $list {
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

/// Defines a closed list like [`names`], one of which is chosen in a form.
macro_rules! choices {
    ($(#[$doc:meta])* $list:ident { $($members:tt)* }) => {
        crate::named::names! { $(#[$doc])* $list { $($members)* } }

        impl $list {
            /// As a form's choice.
            pub fn parse(text: &str) -> Result<Self, crate::problem::Reason> {
                use crate::problem::Reason;
                Self::from_name(text).ok_or(if text.is_empty() { Reason::Missing } else { Reason::UnknownChoice })
            }
        }

        impl std::fmt::Display for $list {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl std::str::FromStr for $list {
            type Err = crate::problem::Reason;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }
    };
}

pub(crate) use {choices, names};
