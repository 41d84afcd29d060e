//! What a token's colour comes to, and how far apart two colours are.

use anyhow::{Context, Result, bail};

use super::cascade::Tokens;

/// Red, green and blue, each from 0 to 1.
pub type Colour = [f64; 3];

/// Works out a value: a colour, or `var()`, `light-dark()` and `color-mix(in srgb, …)` of values.
pub fn resolve(value: &str, tokens: &Tokens, dark: bool) -> Result<Colour> {
    // Side by side stand values of which all but one are empty: see tokens.css.
    for part in split(value, ' ') {
        if let Some(arguments) = call(part, "var") {
            let arguments = split(arguments, ',');
            let name = arguments.first().and_then(|name| name.strip_prefix("--")).with_context(|| part.to_owned())?;
            match (tokens.get(name), arguments.get(1)) {
                (Some(""), _) => {}
                (Some("initial") | None, Some(fallback)) => return resolve(fallback, tokens, dark),
                (Some("initial") | None, None) => bail!("--{name} is stated nowhere"),
                (Some(value), _) => return resolve(value, tokens, dark),
            }
        } else if let Some(arguments) = call(part, "light-dark") {
            let twins = split(arguments, ',');
            return resolve(twins.get(usize::from(dark)).context("a colour lacks its twin")?, tokens, dark);
        } else if let Some(arguments) = call(part, "color-mix") {
            return mix(arguments, tokens, dark);
        } else {
            return hex(part);
        }
    }
    bail!("{value:?} is no colour")
}

fn mix(arguments: &str, tokens: &Tokens, dark: bool) -> Result<Colour> {
    let arguments = split(arguments, ',');
    let ["in srgb", first, second] = arguments[..] else { bail!("cannot mix {arguments:?}") };
    let (first, share) = first.rsplit_once(' ').with_context(|| format!("{first:?} has no share"))?;
    let share = share.trim_end_matches('%').parse::<f64>()? / 100.0;
    let (first, second) = (resolve(first, tokens, dark)?, resolve(second, tokens, dark)?);
    Ok([0, 1, 2].map(|part| first[part] * share + second[part] * (1.0 - share)))
}

fn hex(text: &str) -> Result<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
    let digits = digits.with_context(|| format!("{text:?} is no colour of six digits"))?;
    let part = |at: usize| -> Result<f64> { Ok(f64::from(u8::from_str_radix(&digits[at..at + 2], 16)?) / 255.0) };
    Ok([part(0)?, part(2)?, part(4)?])
}

/// What stands between the brackets of a call of this function.
fn call<'a>(text: &'a str, function: &str) -> Option<&'a str> {
    text.strip_prefix(function)?.strip_prefix('(')?.strip_suffix(')')
}

/// Splits where no bracket is open.
fn split(text: &str, at: char) -> Vec<&str> {
    let mut depth = 0;
    let parts = text.split(|letter: char| {
        depth += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        letter == at && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn luminance(colour: Colour) -> f64 {
    let linear = colour.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// The contrast of WCAG 2: from 1 (the same) to 21 (black on white).
pub fn ratio(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_twenty_one() {
        assert!((ratio([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
        assert!((ratio([0.5; 3], [0.5; 3]) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn values_split_only_outside_of_brackets() {
        assert_eq!(split("var(--plain, a) var(--more, b)", ' '), ["var(--plain, a)", "var(--more, b)"]);
        assert_eq!(split("--plain, light-dark(a, b)", ','), ["--plain", "light-dark(a, b)"]);
    }
}
