//! Who may know whom: no arrow between the crates runs back, and `domain` takes only small pure crates.

use crate::metadata::{Dependency, Metadata, Package};

/// What a crate may depend on.
struct Rule {
    name: &'static str,
    /// The crates of this repository.
    ours: &'static [&'static str],
    /// The crates of others, where there is a list.
    others: Option<&'static [&'static str]>,
}

/// What a crate may know in its tests alone: stores are tested on the real tables.
const IN_TESTS: [(&str, &str); 1] = [("backend", "migrations")];

const RULES: [Rule; 11] = [
    Rule {
        name: "domain",
        ours: &[],
        others: Some(&[
            "num-bigint",
            "num-integer",
            "num-rational",
            "num-traits",
            "serde",
            "sha2",
            "similar",
            "thiserror",
            "time",
            "unicode-segmentation",
            "uuid",
        ]),
    },
    Rule { name: "words", ours: &["domain"], others: Some(&[]) },
    Rule { name: "migrations", ours: &[], others: Some(&["sea-orm-migration"]) },
    Rule { name: "app", ours: &["backend", "domain", "words"], others: None },
    Rule { name: "client", ours: &["app"], others: None },
    Rule { name: "backend", ours: &["domain", "words"], others: None },
    Rule { name: "print", ours: &["domain", "words"], others: None },
    Rule { name: "server", ours: &["app", "backend", "domain", "migrations", "print", "words"], others: None },
    Rule { name: "acceptance", ours: &["domain"], others: None },
    Rule { name: "load", ours: &["acceptance", "domain"], others: None },
    Rule { name: "xtask", ours: &[], others: None },
];

/// Features that would bring a clock, randomness or the browser into `domain`.
const NOT_IN_DOMAIN: [(&str, &[&str]); 2] =
    [("uuid", &["v1", "v4", "v6", "v7", "fast-rng", "js"]), ("time", &["local-offset", "rand", "wasm-bindgen"])];

pub fn check(metadata: &Metadata) -> anyhow::Result<Vec<String>> {
    let ours: Vec<&str> = metadata.members().map(|package| package.name.as_str()).collect();
    Ok(metadata.members().flat_map(|package| faults(package, &ours)).collect())
}

fn faults(package: &Package, ours: &[&str]) -> Vec<String> {
    let name = package.name.as_str();
    let Some(rule) = RULES.iter().find(|rule| rule.name == name) else {
        return vec![format!("nothing says what the crate {name} may depend on")];
    };
    let mut found = Vec::new();
    for dependency in &package.dependencies {
        let on = dependency.name.as_str();
        let in_tests = dependency.kind.as_deref() == Some("dev");
        if ours.contains(&on) {
            let allowed = rule.ours.contains(&on) || (in_tests && IN_TESTS.contains(&(name, on)));
            if !allowed {
                found.push(format!("{name} may not know {on}"));
            }
        } else if !in_tests {
            if rule.others.is_some_and(|others| !others.contains(&on)) {
                found.push(format!("{name} takes {on}, which is not on its list"));
            }
            if name == "domain" {
                found.extend(impure(dependency));
            }
        }
    }
    found
}

fn impure(dependency: &Dependency) -> impl Iterator<Item = String> {
    let forbidden = NOT_IN_DOMAIN.iter().find(|(name, _)| *name == dependency.name).map_or(&[][..], |(_, names)| names);
    let taken = dependency.features.iter().filter(|feature| forbidden.contains(&feature.as_str()));
    taken.map(|feature| format!("domain takes {} with {feature}: it may know neither time nor chance", dependency.name))
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::metadata::{Dependency, Package};

    const OURS: [&str; 6] = ["app", "backend", "domain", "migrations", "server", "words"];

    fn on(name: &str) -> Dependency {
        Dependency { name: name.to_owned(), ..Dependency::default() }
    }

    fn found(name: &str, dependencies: Vec<Dependency>) -> Vec<String> {
        faults(&Package { name: name.to_owned(), dependencies, ..Package::default() }, &OURS)
    }

    #[test]
    fn arrows_that_run_forward_are_no_fault() {
        assert_eq!(found("server", vec![on("app"), on("backend"), on("axum")]), [""; 0]);
        assert_eq!(found("domain", vec![on("serde"), on("sha2")]), [""; 0]);
    }

    #[test]
    fn an_arrow_that_runs_back_is_found_even_for_tests() {
        assert_eq!(found("domain", vec![on("words")]), ["domain may not know words"]);
        assert_eq!(found("backend", vec![on("app")]), ["backend may not know app"]);
        let for_tests = Dependency { kind: Some("dev".to_owned()), ..on("server") };
        assert_eq!(found("words", vec![for_tests]), ["words may not know server"]);
    }

    #[test]
    fn what_only_tests_may_know_is_found_elsewhere() {
        let for_tests = Dependency { kind: Some("dev".to_owned()), ..on("migrations") };
        assert_eq!(found("backend", vec![for_tests]), [""; 0]);
        assert_eq!(found("backend", vec![on("migrations")]), ["backend may not know migrations"]);
    }

    #[test]
    fn a_crate_that_is_not_on_the_list_of_domain_is_found() {
        assert_eq!(found("domain", vec![on("tokio")]), ["domain takes tokio, which is not on its list"]);
        let for_tests = Dependency { kind: Some("dev".to_owned()), ..on("proptest") };
        assert_eq!(found("domain", vec![for_tests]), [""; 0]);
    }

    #[test]
    fn a_listed_crate_that_would_know_the_time_is_found() {
        let uuid = Dependency { features: vec!["v7".to_owned(), "serde".to_owned()], ..on("uuid") };
        assert_eq!(found("domain", vec![uuid]).len(), 1);
    }

    #[test]
    fn a_crate_without_a_rule_is_found() {
        assert_eq!(found("surprise", vec![]).len(), 1);
    }
}
