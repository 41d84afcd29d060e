//! What tests and benches find in their environment.

use std::path::PathBuf;

/// The program, its site, and what it is tried with.
pub struct Surroundings {
    pub radslag: PathBuf,
    pub site: PathBuf,
    /// The address of a cluster that may be used up.
    pub postgres: Option<String>,
    pub chromium: Option<PathBuf>,
    /// Whoever lacks something fails instead of skipping.
    pub strict: bool,
}

impl Surroundings {
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        let mut variables = vec![
            ("RADSLAG_BIN", self.radslag.display().to_string()),
            ("RADSLAG_SITE", self.site.display().to_string()),
        ];
        variables.extend(self.postgres.iter().map(|address| ("RADSLAG_TEST_POSTGRES", address.clone())));
        variables.extend(self.chromium.iter().map(|path| ("RADSLAG_CHROMIUM", path.display().to_string())));
        variables.extend(self.strict.then(|| ("RADSLAG_STRICT", "1".to_owned())));
        variables
    }
}
