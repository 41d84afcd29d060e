//! Crates that are not to come in, each with the reason.

use crate::metadata::Metadata;

/// Nowhere, not even below something else.
const NOWHERE: [(&str, &str); 5] = [
    ("chrono", "jiff on the server and time in domain do its work"),
    ("native-tls", "rustls is used everywhere"),
    ("openssl", "rustls is used everywhere"),
    ("openssl-sys", "rustls is used everywhere, and nothing of the system is linked"),
    ("async-std", "tokio is the one runtime"),
];

/// Not by our own choice in what goes to the browser.
const NOT_IN_BROWSER: [(&str, &str); 3] = [
    ("regex", "it weighs more than all our pages"),
    ("icu", "its tables weigh more than all our pages; dates come from the server as text"),
    ("gloo-net", "parts/form sends forms, and server functions read"),
];
const BROWSER: [&str; 4] = ["app", "client", "domain", "words"];

pub fn check(metadata: &Metadata) -> anyhow::Result<Vec<String>> {
    let all = metadata.packages.iter().map(|package| package.name.as_str());
    let mut found = nowhere(all);
    for member in metadata.members().filter(|member| BROWSER.contains(&member.name.as_str())) {
        let chosen = member.dependencies.iter().map(|dependency| dependency.name.as_str());
        found.extend(not_in_browser(&member.name, chosen));
    }
    Ok(found)
}

fn nowhere<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let reason = |name: &str| NOWHERE.iter().find(|(banned, _)| *banned == name);
    names.filter_map(reason).map(|(name, reason)| format!("{name} is banned: {reason}")).collect()
}

fn not_in_browser<'a>(member: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let reason = |name: &str| NOT_IN_BROWSER.iter().find(|(banned, _)| *banned == name);
    names.filter_map(reason).map(|(name, reason)| format!("{member} may not take {name}: {reason}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{not_in_browser, nowhere};

    #[test]
    fn a_banned_crate_is_found_with_its_reason() {
        let found = nowhere(["serde", "openssl"].into_iter());
        assert_eq!(found, ["openssl is banned: rustls is used everywhere"]);
    }

    #[test]
    fn a_heavy_crate_is_found_where_the_browser_would_load_it() {
        assert_eq!(not_in_browser("app", ["regex", "serde"].into_iter()).len(), 1);
    }
}
