//! Which tokens hold on a page: just as much of CSS's cascade as the token sheets use.

use std::{collections::HashMap, fmt};

use anyhow::{Result, bail};

use super::colour::{Colour, resolve};

/// What a page says of itself on its `<html>`.
pub struct Page<'a> {
    pub theme: &'a str,
    pub partnership: Option<&'a str>,
    pub print: bool,
}

impl fmt::Display for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let theme = if self.print { "print" } else { self.theme };
        write!(f, "{theme}, {}", self.partnership.unwrap_or("no partnership"))
    }
}

struct Rule {
    print: bool,
    selectors: Vec<String>,
    declarations: Vec<(String, String)>,
}

/// The rules of the token sheets, in order; all of them weigh the same.
pub struct Sheet(Vec<Rule>);

impl Sheet {
    pub fn parse(css: &str) -> Result<Self> {
        let mut rules = Vec::new();
        collect(&without_comments(css), false, &mut rules)?;
        Ok(Self(rules))
    }

    pub fn partnerships(&self) -> Vec<&str> {
        let named = self.0.iter().flat_map(|rule| &rule.selectors);
        named.filter_map(|selector| selector.strip_prefix("[data-partnership=\"")?.strip_suffix("\"]")).collect()
    }

    pub fn tokens(&self, page: &Page) -> Tokens<'_> {
        let mut tokens = HashMap::new();
        for rule in self.0.iter().filter(|rule| !rule.print || page.print) {
            if rule.selectors.iter().any(|selector| matches(selector, page)) {
                tokens.extend(rule.declarations.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            }
        }
        Tokens(tokens)
    }
}

/// The tokens of one page, as they are written.
pub struct Tokens<'a>(HashMap<&'a str, &'a str>);

impl Tokens<'_> {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).copied()
    }

    pub fn colour(&self, name: &str, dark: bool) -> Result<Colour> {
        resolve(&format!("var(--{name})"), self, dark)
    }
}

fn without_comments(css: &str) -> String {
    let mut left = String::new();
    for piece in css.split("/*") {
        left += piece.split_once("*/").map_or(piece, |(_, after)| after);
    }
    left
}

/// Takes the rules of a sheet, and those within `@media print`; other media ask for what a theme word asks for too.
fn collect(css: &str, print: bool, rules: &mut Vec<Rule>) -> Result<()> {
    let mut rest = css;
    while let Some(open) = rest.find('{') {
        let head = rest[..open].rsplit(';').next().unwrap_or_default().trim();
        let Some(close) = closing(&rest[open..]) else { bail!("{head:?} is not closed") };
        let body = &rest[open + 1..open + close];
        if head == "@media print" {
            collect(body, true, rules)?;
        } else if !head.starts_with('@') {
            let selectors = head.split(", ").map(|one| one.trim().to_owned()).collect();
            rules.push(Rule { print, selectors, declarations: declarations(body) });
        }
        rest = &rest[open + close + 1..];
    }
    Ok(())
}

fn closing(css: &str) -> Option<usize> {
    let mut depth = 0;
    css.char_indices().find_map(|(at, letter)| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        (depth == 0).then_some(at)
    })
}

fn declarations(body: &str) -> Vec<(String, String)> {
    let pairs = body.split(';').filter_map(|one| one.split_once(':'));
    let tokens = pairs.filter_map(|(name, value)| Some((name.trim().strip_prefix("--")?, value.trim())));
    tokens.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Whether a selector of the token sheets means the page's `<html>`. Any other selector states no tokens that count here.
fn matches(selector: &str, page: &Page) -> bool {
    let word = |part: &str| {
        let word = part.strip_prefix("[data-theme~=\"")?.strip_suffix("\"]")?;
        Some(page.theme.split(' ').any(|one| one == word))
    };
    match selector {
        ":root" | "[data-theme]" => true,
        "[data-partnership]" => page.partnership.is_some(),
        _ => match selector.split_once(":not(") {
            Some((with, without)) => {
                word(with) == Some(true) && without.strip_suffix(')').and_then(word) == Some(false)
            }
            None => word(selector).unwrap_or_else(|| {
                page.partnership.is_some_and(|name| selector == format!("[data-partnership=\"{name}\"]"))
            }),
        },
    }
}
