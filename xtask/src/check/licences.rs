//! Everything we build from has a licence that goes with EUPL-1.2.

use super::lockfile::Lockfile;
use crate::metadata::Package;

const ALLOWED: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

pub fn of_crates(packages: &[Package]) -> Vec<String> {
    packages.iter().filter_map(|package| fault(&package.name, package.license.as_deref())).collect()
}

pub fn of_npm(lockfile: &Lockfile) -> Vec<String> {
    lockfile.packages().filter_map(|(name, package)| fault(name, package.license.as_deref())).collect()
}

fn fault(name: &str, licence: Option<&str>) -> Option<String> {
    match licence {
        None => Some(format!("{name} does not say under which licence it is")),
        Some(licence) => (!is_allowed(licence)).then(|| format!("{name} is under {licence}")),
    }
}

/// Of an expression as SPDX writes it. Where there is a choice, one that is allowed will do; `/` is how a choice used
/// to be written, and an exception (`WITH`) only ever allows more.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let allowed = choice(&mut words);
    allowed && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn choice(words: &mut Words) -> bool {
    let mut allowed = all(words);
    while words.next_if_eq(&"OR").is_some() {
        allowed |= all(words);
    }
    allowed
}

fn all(words: &mut Words) -> bool {
    let mut allowed = one(words);
    while words.next_if_eq(&"AND").is_some() {
        allowed &= one(words);
    }
    allowed
}

fn one(words: &mut Words) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let allowed = choice(words);
        return allowed && words.next() == Some(")");
    }
    let allowed = words.next().is_some_and(|name| ALLOWED.contains(&name));
    if words.next_if_eq(&"WITH").is_some() {
        words.next();
    }
    allowed
}

#[cfg(test)]
mod tests {
    use super::{fault, is_allowed};

    #[test]
    fn expressions_are_understood() {
        for expression in [
            "MIT",
            "MIT/Apache-2.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0-only",
            "(MIT OR GPL-2.0-only) AND Unicode-3.0",
            "GPL-2.0-only OR (ISC AND MIT)",
        ] {
            assert!(is_allowed(expression), "{expression}");
        }
    }

    #[test]
    fn a_licence_that_does_not_go_with_ours_is_found() {
        for expression in ["AGPL-3.0-only", "MIT AND SSPL-1.0", "(MIT OR ISC) AND BUSL-1.1", "", "SEE LICENSE IN FILE"]
        {
            assert!(!is_allowed(expression), "{expression}");
        }
        assert!(fault("a", None).is_some());
    }
}
