//! How much a browser loads before a page is alive, and how much it may: in bytes as they travel, compressed.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::site::Site;

const KB: u64 = 1000;
/// What most people come for, often on a phone: start, sign-in, reading.
const LIGHT: u64 = 180 * KB;
const LIGHT_GROUPS: [&str; 3] = ["doors", "reading", "start"];
const ANY: u64 = 320 * KB;
const STYLES: u64 = 30 * KB;
const FONTS: u64 = 60 * KB;

/// Fonts that a page without document text does not load: the text face, and letters that Swedish and English lack.
const FONTS_LATER: [&str; 2] = ["source-serif-4-", "-latin-ext-"];

/// One thing that is loaded.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub what: String,
    pub bytes: u64,
    pub most: u64,
}

impl Row {
    pub fn holds(&self) -> bool {
        self.bytes <= self.most
    }

    pub fn line(&self) -> String {
        let kb = |bytes: u64| format!("{}.{}", bytes / KB, bytes % KB / 100);
        let mark = if self.holds() { "" } else { "  too much" };
        format!("  {:<28}{:>8} kB of {:>4} kB{mark}", self.what, kb(self.bytes), self.most / KB)
    }
}

/// Measures the site that was built last.
pub fn measure(folder: &Path) -> Result<Vec<Row>> {
    let site = Site::read(folder)?;
    let pkg = folder.join("pkg");
    let size = |name: &str| -> Result<u64> {
        let twin = pkg.join(format!("{name}.br"));
        Ok(fs::metadata(if twin.exists() { twin } else { pkg.join(name) })?.len())
    };
    let fonts = fonts_of(&fs::read_to_string(pkg.join(&site.style))?);
    rows(&site, &fonts, size)
}

fn rows(site: &Site, fonts: &[String], size: impl Fn(&str) -> Result<u64>) -> Result<Vec<Row>> {
    let sum = |names: &mut dyn Iterator<Item = &String>| names.map(|name| size(name)).sum::<Result<u64>>();
    let main = sum(&mut [&site.script, &site.wasm].into_iter().chain(&site.loader))?;
    let mut rows = vec![Row { what: "scripts of every page".to_owned(), bytes: main, most: LIGHT }];
    for (group, chunks) in &site.groups {
        let most = if LIGHT_GROUPS.contains(&group.as_str()) { LIGHT } else { ANY };
        rows.push(Row { what: format!("scripts of {group}"), bytes: main + sum(&mut chunks.iter())?, most });
    }
    let early = |name: &&String| !FONTS_LATER.iter().any(|later| name.contains(later));
    rows.push(Row { what: "styles".to_owned(), bytes: size(&site.style)?, most: STYLES });
    rows.push(Row { what: "fonts".to_owned(), bytes: sum(&mut fonts.iter().filter(early))?, most: FONTS });
    Ok(rows)
}

/// The names of the fonts that the styles speak of.
fn fonts_of(styles: &str) -> Vec<String> {
    let mut names: Vec<String> = styles
        .split(['"', '\'', '(', ')'])
        .filter(|word| word.ends_with(".woff2"))
        .map(|word| word.trim_start_matches("./").to_owned())
        .collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn site() -> Site {
        let group = |chunk: &str| vec![chunk.to_owned()];
        Site {
            build: String::new(),
            script: "app.js".to_owned(),
            wasm: "app.wasm".to_owned(),
            loader: Some("loader.js".to_owned()),
            style: "main.css".to_owned(),
            groups: BTreeMap::from([("start".to_owned(), group("a.wasm")), ("design".to_owned(), group("b.wasm"))]),
        }
    }

    fn measured(name: &str) -> Result<u64> {
        let sizes =
            [("app.js", 10), ("app.wasm", 90), ("loader.js", 1), ("a.wasm", 80), ("b.wasm", 200), ("main.css", 31)];
        Ok(sizes.iter().find(|(known, _)| *known == name).map_or(40, |(_, kb)| *kb) * KB)
    }

    #[test]
    fn each_group_is_measured_with_the_main_part_and_against_its_own_limit() {
        let rows = rows(&site(), &[], measured).unwrap();
        let told: Vec<(&str, u64, bool)> =
            rows.iter().map(|row| (row.what.as_str(), row.bytes / KB, row.holds())).collect();
        let expected = [
            ("scripts of every page", 101, true),
            ("scripts of design", 301, true),
            ("scripts of start", 181, false),
            ("styles", 31, false),
            ("fonts", 0, true),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn fonts_for_document_text_and_for_other_letters_come_later() {
        let styles = "src:url(./sans-latin-wght.A.woff2)format(\"woff2\");src:url(\"./sans-latin-ext-wght.B.woff2\");\
                      src:url(./source-serif-4-latin-wght.C.woff2)";
        let fonts = fonts_of(styles);
        assert_eq!(fonts.len(), 3);
        assert_eq!(rows(&site(), &fonts, measured).unwrap().pop().unwrap().bytes, 40 * KB);
    }
}
