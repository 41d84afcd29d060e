//! The configuration: each value from the environment, or else from a TOML file, or else its default.

use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf};

use backend::settings::{Settings, Smtp};

/// One value that may be configured. `--help` and the README's table show the same list.
pub struct Value {
    /// Its name in the TOML file.
    pub name: &'static str,
    /// Its name in the environment.
    pub variable: &'static str,
    pub default: &'static str,
    pub means: &'static str,
}

/// Everything that may be configured.
pub const VALUES: &[Value] = &[
    Value {
        name: "listen",
        variable: "RADSLAG_LISTEN",
        default: "127.0.0.1:3000",
        means: "address and port to serve on",
    },
    Value {
        name: "url",
        variable: "RADSLAG_URL",
        default: "http://<listen>",
        means: "the address people use; https makes cookies secure",
    },
    Value { name: "data", variable: "RADSLAG_DATA", default: "data", means: "folder for the SQLite file and the keys" },
    Value {
        name: "database",
        variable: "DATABASE_URL",
        default: "SQLite in the data folder",
        means: "postgres://… or sqlite:…",
    },
    Value { name: "zone", variable: "RADSLAG_ZONE", default: "Europe/Stockholm", means: "the time zone of deadlines" },
    Value {
        name: "smtp",
        variable: "RADSLAG_SMTP",
        default: "none",
        means: "smtp://user:password@host:port; without it mails stay in the outbox",
    },
    Value {
        name: "mail_from",
        variable: "RADSLAG_MAIL_FROM",
        default: "radslag@<host of url>",
        means: "the sender of mails",
    },
    Value {
        name: "proxies",
        variable: "RADSLAG_PROXIES",
        default: "0",
        means: "how many proxies stand before it and add X-Forwarded-For",
    },
    Value { name: "log", variable: "RADSLAG_LOG", default: "info", means: "what is logged, as in tracing's filters" },
    Value { name: "log_format", variable: "RADSLAG_LOG_FORMAT", default: "text", means: "text or json" },
    Value {
        name: "site",
        variable: "RADSLAG_SITE",
        default: "embedded, or target/site",
        means: "folder of the browser bundle",
    },
];

/// The configuration, read and checked.
pub struct Configuration {
    pub listen: SocketAddr,
    /// As configured; without it, the address that is listened on.
    pub url: Option<String>,
    pub data: PathBuf,
    pub database: Option<String>,
    pub zone: String,
    pub smtp: Option<String>,
    pub mail_from: Option<String>,
    pub proxies: usize,
    pub log: String,
    pub log_as_json: bool,
    pub site: Option<PathBuf>,
}

/// What is wrong with the configuration. It names the value, never what it held: that may be a secret.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    #[error("the configuration file {0} could not be read: {1}")]
    File(String, String),
    #[error("the configuration file has an unknown value '{0}'; known are: {known}", known = names().join(", "))]
    Unknown(String),
    #[error("{0} is not {1}")]
    Value(&'static str, &'static str),
}

impl Configuration {
    /// Reads the environment and, if one is named, the file.
    pub fn read(file: Option<&std::path::Path>) -> Result<Self, Wrong> {
        #[expect(clippy::disallowed_methods, reason = "the one place where the environment is read")]
        Self::from(|variable| std::env::var(variable).ok(), file)
    }

    fn from(environment: impl Fn(&str) -> Option<String>, file: Option<&std::path::Path>) -> Result<Self, Wrong> {
        let file = file.map(read_file).transpose()?.unwrap_or_default();
        let get = |name: &str| {
            let value = VALUES.iter().find(|value| value.name == name)?;
            environment(value.variable).or_else(|| file.get(name).cloned()).filter(|text| !text.is_empty())
        };
        let listen = get("listen").unwrap_or_else(|| "127.0.0.1:3000".into());
        let log_format = get("log_format").unwrap_or_else(|| "text".into());
        Ok(Self {
            listen: listen.parse().map_err(|_| Wrong::Value("listen", "an address with a port"))?,
            url: get("url").map(|url| checked_url(&url)).transpose()?,
            data: get("data").unwrap_or_else(|| "data".into()).into(),
            database: get("database").map(checked_database).transpose()?,
            zone: get("zone").unwrap_or_else(|| "Europe/Stockholm".into()),
            smtp: get("smtp"),
            mail_from: get("mail_from"),
            proxies: get("proxies").map_or(Ok(0), |n| n.parse()).map_err(|_| Wrong::Value("proxies", "a number"))?,
            log: get("log").unwrap_or_else(|| "info".into()),
            log_as_json: match log_format.as_str() {
                "json" => true,
                "text" => false,
                _ => return Err(Wrong::Value("log_format", "text or json")),
            },
            site: get("site").map(PathBuf::from),
        })
    }

    /// What the backend needs of it, for a server that listens on `address`.
    pub fn settings(&self, address: SocketAddr) -> Settings {
        let public_url = self.url.clone().unwrap_or_else(|| format!("http://{address}"));
        let host = public_url.split("://").nth(1).and_then(|rest| rest.split([':', '/']).next()).unwrap_or("localhost");
        let from = self.mail_from.clone().unwrap_or_else(|| format!("Rådslag <radslag@{host}>"));
        Settings {
            database_url: self.database.clone(),
            data_folder: self.data.clone(),
            zone: self.zone.clone(),
            smtp: self.smtp.clone().map(|url| Smtp { url, from }),
            public_url,
        }
    }
}

fn names() -> Vec<&'static str> {
    VALUES.iter().map(|value| value.name).collect()
}

fn read_file(path: &std::path::Path) -> Result<BTreeMap<String, String>, Wrong> {
    let wrong = |error: String| Wrong::File(path.display().to_string(), error);
    let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    // toml's own message would quote the line, which may hold a secret.
    let table: toml::Table = text.parse().map_err(|_| wrong("it is not TOML".into()))?;
    table
        .into_iter()
        .map(|(name, value)| {
            if !names().contains(&name.as_str()) {
                return Err(Wrong::Unknown(name));
            }
            let text = match value {
                toml::Value::String(text) => text,
                toml::Value::Integer(number) => number.to_string(),
                _ => return Err(wrong(format!("{name} is neither text nor a number"))),
            };
            Ok((name, text))
        })
        .collect()
}

/// What opens it would quote the whole address, with its password, if it did not know the kind.
fn checked_database(address: String) -> Result<String, Wrong> {
    let known = ["sqlite:", "postgres://", "postgresql://"].iter().any(|kind| address.starts_with(kind));
    if known { Ok(address) } else { Err(Wrong::Value("database", "sqlite:… or postgres://…")) }
}

fn checked_url(url: &str) -> Result<String, Wrong> {
    let url = url.trim_end_matches('/');
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', ' ', '@']) => Ok(url.to_lowercase()),
        _ => Err(Wrong::Value("url", "http:// or https:// and a host, without a path")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &'static [(&str, &str)]) -> Result<Configuration, Wrong> {
        let find =
            |name: &str| pairs.iter().find(|(variable, _)| *variable == name).map(|(_, value)| (*value).to_owned());
        Configuration::from(find, None)
    }

    #[test]
    fn nothing_need_be_configured() {
        let configuration = with(&[]).expect("defaults");
        assert_eq!(configuration.listen.to_string(), "127.0.0.1:3000");
        assert_eq!(configuration.settings(configuration.listen).public_url, "http://127.0.0.1:3000");
    }

    #[test]
    fn the_environment_goes_before_the_file() {
        let folder = std::env::temp_dir().join(format!("radslag-configuration-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("folder");
        let file = folder.join("radslag.toml");
        std::fs::write(&file, "zone = \"Europe/Helsinki\"\nproxies = 2\nlisten = \"0.0.0.0:80\"").expect("written");
        let environment = |name: &str| (name == "RADSLAG_LISTEN").then(|| "127.0.0.1:0".to_owned());
        let configuration = Configuration::from(environment, Some(&file)).expect("read");
        assert_eq!(configuration.zone, "Europe/Helsinki");
        assert_eq!(configuration.proxies, 2);
        assert_eq!(configuration.listen.to_string(), "127.0.0.1:0");
        std::fs::write(&file, "lsten = \"x\"").expect("written");
        assert!(matches!(Configuration::from(|_| None, Some(&file)), Err(Wrong::Unknown(name)) if name == "lsten"));
        std::fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn wrong_values_are_named_without_what_they_held() {
        for (variable, name) in [("RADSLAG_LISTEN", "listen"), ("RADSLAG_URL", "url"), ("RADSLAG_PROXIES", "proxies")] {
            let find = |asked: &str| (asked == variable).then(|| "hemligt värde".to_owned());
            let wrong = Configuration::from(find, None).err().expect("refused").to_string();
            assert!(wrong.contains(name) && !wrong.contains("hemligt"), "{wrong}");
        }
    }

    #[test]
    fn a_public_address_is_an_origin() {
        assert_eq!(checked_url("https://Radslag.Example/").expect("fine"), "https://radslag.example");
        for bad in ["radslag.example", "https://", "https://a/b", "ftp://a", "https://u@a"] {
            assert!(checked_url(bad).is_err(), "{bad}");
        }
    }
}
