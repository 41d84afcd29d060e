//! Crates that are not to come in, each with the reason.

use crate::metadata::{Metadata, Package};

/// Nowhere, not even below something else.
const NOWHERE: [(&str, &str); 4] = [
    ("native-tls", "rustls is used everywhere"),
    ("openssl", "rustls is used everywhere"),
    ("openssl-sys", "rustls is used everywhere, and nothing of the system is linked"),
    ("async-std", "tokio is the one runtime"),
];

/// Not by our own choice.
const NOT_OURS: [(&str, &str); 1] = [("chrono", "jiff on the server and time in domain do its work")];

/// Not by our own choice in what goes to the browser.
const NOT_IN_BROWSER: [(&str, &str); 3] = [
    ("regex", "it weighs more than all our pages"),
    ("icu", "its tables weigh more than all our pages; dates come from the server as text"),
    ("gloo-net", "parts/form sends forms, and going reads pages"),
];
const BROWSER: [&str; 4] = ["app", "client", "domain", "words"];

pub fn check(metadata: &Metadata) -> anyhow::Result<Vec<String>> {
    let all = metadata.packages.iter().map(|package| package.name.as_str());
    let mut found = nowhere(all);
    for member in metadata.members() {
        found.extend(chosen(member));
    }
    Ok(found)
}

fn nowhere<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let reason = |name: &str| NOWHERE.iter().find(|(banned, _)| *banned == name);
    names.filter_map(reason).map(|(name, reason)| format!("{name} is banned: {reason}")).collect()
}

fn chosen(member: &Package) -> Vec<String> {
    let mut banned = NOT_OURS.to_vec();
    if BROWSER.contains(&member.name.as_str()) {
        banned.extend(NOT_IN_BROWSER);
    }
    let taken = banned.into_iter().filter(|(name, _)| member.dependencies.iter().any(|taken| taken.name == *name));
    taken.map(|(name, reason)| format!("{} may not take {name}: {reason}", member.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::{chosen, nowhere};
    use crate::metadata::{Dependency, Package};

    fn taking(member: &str, name: &str) -> Package {
        let dependencies = vec![Dependency { name: name.to_owned(), ..Dependency::default() }];
        Package { name: member.to_owned(), dependencies, ..Package::default() }
    }

    #[test]
    fn a_banned_crate_is_found_with_its_reason() {
        let found = nowhere(["serde", "openssl"].into_iter());
        assert_eq!(found, ["openssl is banned: rustls is used everywhere"]);
    }

    #[test]
    fn a_crate_that_others_may_use_is_found_where_we_choose_it() {
        assert_eq!(chosen(&taking("server", "chrono")).len(), 1);
    }

    #[test]
    fn a_heavy_crate_is_found_where_the_browser_would_load_it() {
        assert_eq!(chosen(&taking("app", "regex")).len(), 1);
        assert_eq!(chosen(&taking("server", "regex")), [""; 0]);
    }
}
