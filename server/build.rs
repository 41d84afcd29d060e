//! Lists the files of the site for the feature `embedded`, so that the program can carry them.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_EMBEDDED").is_none() {
        return Ok(());
    }
    println!("cargo::rerun-if-env-changed=RADSLAG_EMBED");
    let site = PathBuf::from(std::env::var_os("RADSLAG_EMBED").ok_or("cargo xtask build embeds the site")?);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", site.display());
    let mut list = String::from("&[");
    add_folder(&mut list, &site, &site)?;
    list.push(']');
    Ok(fs::write(out.join("embedded.rs"), list)?)
}

fn add_folder(list: &mut String, site: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            add_folder(list, site, &path)?;
        } else {
            let name = path.strip_prefix(site)?.to_str().ok_or("a name that is not text")?;
            write!(list, "({name:?}, include_bytes!({path:?})),")?;
        }
    }
    Ok(())
}
