//! Measures every pair of text and background that the tokens allow, in every theme and partnership, by WCAG's formula.

mod cascade;
mod colour;

use std::{fs, path::Path};

use anyhow::{Context, Result};

use self::{
    cascade::{Page, Sheet},
    colour::ratio,
};

/// The stylesheets that state tokens, in the order in which they overrule each other.
const SHEETS: [&str; 3] = ["style/tokens.css", "style/themes.css", "style/print.css"];

/// The themes a page can be in: its words, whether it is dark, and whether text needs 7:1 instead of 4.5:1.
const THEMES: [(&str, bool, bool); 7] = [
    ("light", false, false),
    ("dark", true, false),
    ("contrast light", false, true),
    ("contrast dark", true, true),
    ("wall light", false, false),
    ("wall dark", true, false),
    ("wall contrast light", false, true),
];

/// What is written, and upon what.
const TEXTS: [(&[&str], &[&str]); 11] = [
    (&["ink", "ink-2", "ink-3", "accent", "accent-deep", "add", "cut", "wait"], &["paper", "wash", "accent-wash"]),
    (&["ink", "ink-2", "accent"], &["mark-wash"]),
    (&["ink", "ink-2", "add"], &["add-wash"]),
    (&["ink", "ink-2", "cut"], &["cut-wash"]),
    (&["ink", "ink-2", "wait"], &["wait-wash"]),
    (&["on-accent"], &["accent", "accent-deep"]),
    (&["on-cover"], &["cover"]),
    (&["paper"], &["ink"]),
    (&["ink"], &["heat-1", "heat-2", "heat-3"]),
    (&["on-heat-4"], &["heat-4"]),
    (&["on-person"], &["person-1", "person-2", "person-3", "person-4", "person-5", "person-6"]),
];

/// Edges of what one presses or looks for, and the lengths of pictures: 3:1.
const EDGES: [(&[&str], &[&str]); 2] = [
    (&["edge", "focus", "accent", "bar-soft", "cut", "add", "wait"], &["paper", "wash"]),
    (&["person-1", "person-2", "person-3", "person-4", "person-5", "person-6"], &["paper"]),
];

/// One sentence for each pair that cannot be told apart, and how many pairs were measured.
pub fn faults(root: &Path) -> Result<(Vec<String>, usize)> {
    let mut css = String::new();
    for sheet in SHEETS {
        css += &fs::read_to_string(root.join(sheet)).with_context(|| sheet.to_owned())?;
    }
    measure(&Sheet::parse(&css)?)
}

fn measure(sheet: &Sheet) -> Result<(Vec<String>, usize)> {
    let (mut faults, mut measured) = (Vec::new(), 0);
    for partnership in std::iter::once(None).chain(sheet.partnerships().into_iter().map(Some)) {
        let print = Page { theme: "light", partnership, print: true };
        let screens = THEMES.map(|(theme, dark, more)| (Page { theme, partnership, print: false }, dark, more));
        for (page, dark, more) in screens.into_iter().chain([(print, false, false)]) {
            let tokens = sheet.tokens(&page);
            for (pairs, limit) in [(&TEXTS[..], if more { 7.0 } else { 4.5 }), (&EDGES[..], 3.0)] {
                for (front, back) in pairs.iter().flat_map(|(fronts, backs)| product(fronts, backs)) {
                    let contrast = ratio(tokens.colour(front, dark)?, tokens.colour(back, dark)?);
                    measured += 1;
                    if contrast < limit {
                        faults.push(format!("{front} on {back} is {contrast:.2}:1, needs {limit}:1 ({page})"));
                    }
                }
            }
        }
    }
    Ok((faults, measured))
}

fn product<'a>(fronts: &'a [&'a str], backs: &'a [&'a str]) -> impl Iterator<Item = (&'a str, &'a str)> {
    fronts.iter().flat_map(|front| backs.iter().map(|back| (*front, *back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }

    #[test]
    fn every_pair_can_be_read() {
        let (faults, measured) = faults(root()).unwrap();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert!(measured > 3000, "only {measured} pairs were measured");
    }

    #[test]
    fn a_pale_ink_is_found_in_its_theme_alone() {
        let mut css = String::new();
        for sheet in SHEETS {
            css += &fs::read_to_string(root().join(sheet)).unwrap();
        }
        css += r#"[data-theme~="dark"] { --ink-2: #555555; }"#;
        let (faults, _) = measure(&Sheet::parse(&css).unwrap()).unwrap();
        assert!(faults.iter().any(|fault| fault.starts_with("ink-2 on paper") && fault.contains("dark")));
        assert!(faults.iter().all(|fault| fault.contains("dark")), "{faults:?}");
    }
}
