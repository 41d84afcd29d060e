//! Everything we build from comes from the two public registries, and is told by a hash what it has to be.

use super::lockfile::Lockfile;
use crate::metadata::Package;

pub fn of_crates(packages: &[Package]) -> Vec<String> {
    let foreign = packages.iter().filter(|package| {
        let source = package.source.as_deref();
        source.is_some_and(|source| !(source.starts_with("registry+") && source.ends_with("/crates.io-index")))
    });
    foreign.map(|package| format!("{} comes from elsewhere than crates.io", package.name)).collect()
}

pub fn of_npm(lockfile: &Lockfile) -> Vec<String> {
    let mut found = Vec::new();
    for (name, package) in lockfile.packages() {
        if !package.integrity.as_ref().is_some_and(|hash| hash.starts_with("sha512-")) {
            found.push(format!("the lockfile does not say by a hash what {name} is"));
        }
        if package.resolved.as_ref().is_some_and(|address| !address.starts_with("https://")) {
            found.push(format!("{name} comes from elsewhere than the npm registry"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{of_crates, of_npm};
    use crate::check::lockfile::{Lockfile, NpmPackage};
    use crate::metadata::Package;

    fn package(source: Option<&str>) -> Package {
        Package { name: "a".to_owned(), source: source.map(str::to_owned), ..Package::default() }
    }

    #[test]
    fn our_own_crates_and_those_of_the_registry_are_fine() {
        let registry = "registry+https://github.com/rust-lang/crates.io-index";
        assert_eq!(of_crates(&[package(None), package(Some(registry))]), [""; 0]);
    }

    #[test]
    fn another_source_is_found() {
        for source in ["git+https://example.org/a", "registry+https://example.org/index"] {
            assert_eq!(of_crates(&[package(Some(source))]).len(), 1, "{source}");
        }
    }

    #[test]
    fn an_npm_package_without_a_hash_or_from_elsewhere_is_found() {
        let good = NpmPackage { integrity: Some("sha512-abc".to_owned()), ..NpmPackage::default() };
        let bare = NpmPackage::default();
        let elsewhere = NpmPackage { resolved: Some("git+ssh://example.org/a".to_owned()), ..good.clone() };
        assert_eq!(of_npm(&Lockfile::of(&[("a", good)])), [""; 0]);
        assert_eq!(of_npm(&Lockfile::of(&[("b", bare)])).len(), 1);
        assert_eq!(of_npm(&Lockfile::of(&[("c", elsewhere)])).len(), 1);
    }
}
