//! `app` knows `backend` on the server only: nothing of it may reach the browser.
//!
//! That the sources keep to it is proved where the crate `client` is compiled, which has no `backend` at all.

use anyhow::{Context, Result};

use crate::metadata::{Metadata, Package};

const APP: &str = "app";
const BACKEND: &str = "backend";
const ON_THE_SERVER: &str = "ssr";

pub fn check(metadata: &Metadata) -> Result<Vec<String>> {
    let app = metadata.members().find(|package| package.name == APP).context("there is no crate app")?;
    let client = metadata.members().find(|package| package.name == "client").context("there is no crate client")?;
    let mut found = faults(app);
    let asked = client.dependencies.iter().filter(|dependency| dependency.name == APP);
    if asked.flat_map(|dependency| &dependency.features).any(|feature| feature == ON_THE_SERVER) {
        found.push(format!("client asks for {APP} with {ON_THE_SERVER}"));
    }
    Ok(found)
}

fn faults(app: &Package) -> Vec<String> {
    let mut found = Vec::new();
    if app.dependencies.iter().any(|dependency| dependency.name == BACKEND && !dependency.optional) {
        found.push(format!("{APP} always takes {BACKEND}; it may only with {ON_THE_SERVER}"));
    }
    for (feature, brings) in &app.features {
        let takes = brings.iter().any(|name| name.trim_start_matches("dep:").split(['/', '?']).next() == Some(BACKEND));
        if takes && feature != ON_THE_SERVER && feature != BACKEND {
            found.push(format!("{APP} takes {BACKEND} with {feature}; it may only with {ON_THE_SERVER}"));
        }
        if feature != ON_THE_SERVER && brings.iter().any(|name| name == ON_THE_SERVER) {
            found.push(format!("{APP}'s feature {feature} turns on {ON_THE_SERVER}"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::faults;
    use crate::metadata::{Dependency, Package};

    fn app(optional: bool, feature: &str, brings: &str) -> Package {
        Package {
            name: "app".to_owned(),
            dependencies: vec![Dependency { name: "backend".to_owned(), optional, ..Dependency::default() }],
            features: BTreeMap::from([(feature.to_owned(), vec![brings.to_owned()])]),
            ..Package::default()
        }
    }

    #[test]
    fn backend_under_ssr_is_how_it_should_be() {
        assert_eq!(faults(&app(true, "ssr", "dep:backend")), [""; 0]);
    }

    #[test]
    fn backend_anywhere_else_is_found() {
        assert_eq!(faults(&app(false, "ssr", "leptos/ssr")).len(), 1);
        assert_eq!(faults(&app(true, "hydrate", "dep:backend")).len(), 1);
        assert_eq!(faults(&app(true, "default", "backend/test-clock")).len(), 1);
        assert_eq!(faults(&app(true, "default", "ssr")).len(), 1);
    }
}
